import type { DeliveryLine } from '@/src/domain/fulfilment/delivery'
import { overDelivery } from '@/src/domain/fulfilment/overDelivery'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { groupBy } from '@/src/domain/kernel/groupBy'
import type { OrderLine } from '@/src/domain/orders/order'
import { itemFacts } from '@/src/ledger/facts/items'
import { lineProgress } from '@/src/ledger/posted'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

export type OrderSources = Map<string, { doc: Stored<'orders'>; line: OrderLine }>

/** Whether the orders may be delivered now: approved (R-08, O-26) and not on hold (O-07). One finding per order. */
export function orderFindings(lines: readonly DeliveryLine[], sources: OrderSources, verb: string): Finding[] {
  const judged = new Set<number>()
  return lines.flatMap(({ orderLine }, index): Finding[] => {
    const order = orderLine ? sources.get(orderLine)?.doc : undefined
    if (!order || judged.has(order.id)) return []
    judged.add(order.id)
    const path = `lines.${index}.orderLine`
    if (order.status !== 'approved') {
      const facts = { document: order.no, status: order.status, verb, allowed: [] }
      return [{ code: 'ILLEGAL_STEP', about: 'orders', severity: 'error', path, facts, remedy: { action: 'approveOrder' } }]
    }
    return order.hold
      ? [
          {
            code: 'ON_HOLD',
            severity: 'error',
            path,
            facts: { order: order.no, reason: order['holdReason'] ?? null },
            remedy: { action: 'resume' },
          },
        ]
      : []
  })
}

/** Over-delivery (超发) against what all other deliveries have delivered or planned, under the lock of the orders. */
export async function overDeliveryFindings(
  { req, stored, settings }: Pick<VerbContext<Stored<'deliveries'>>, 'req' | 'stored' | 'settings'>,
  lines: readonly DeliveryLine[],
  sources: OrderSources,
): Promise<Finding[]> {
  const progress = await lineProgress(req, [...sources.keys()])
  const items = await itemFacts(
    req,
    [...sources.values()].map(({ line }) => line.item),
  )
  // the document's own plan is in the books already when drafts reserve, or when it is approved
  const planned =
    stored && !stored.stale && (stored.status === 'approved' || (stored.status === 'draft' && settings.availability.moment === 'save'))
  const mine = groupBy<DeliveryLine>(planned ? stored.lines : [], (line) => line.orderLine ?? '')
  const own = (orderLine: string) => (mine.get(orderLine) ?? []).reduce((sum, line) => sum.plus(d(line.qty)), d(0))
  return overDelivery(
    lines.flatMap((line, index) => {
      const source = line.orderLine ? sources.get(line.orderLine) : undefined
      if (!line.orderLine || !source) return []
      const done = progress.get(line.orderLine)
      const item = items.get(source.line.item)
      return [
        {
          index,
          orderLine: line.orderLine,
          item: item?.code ?? source.line.item,
          ordered: d(source.line.qty).minus(d(done?.shortClosed ?? 0)),
          overDeliveryRate: item?.overDeliveryRate ?? 0,
          deliveredBefore: d(done?.delivered ?? 0)
            .minus(d(done?.replaced ?? 0))
            .plus(d(done?.planned ?? 0))
            .minus(own(line.orderLine)),
          qty: line.qty,
        },
      ]
    }),
  )
}
