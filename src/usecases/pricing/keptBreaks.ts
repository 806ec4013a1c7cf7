import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import type { OrderLine } from '@/src/domain/orders/order'
import { customerFacts } from '@/src/ledger/facts/customers'
import { itemFacts } from '@/src/ledger/facts/items'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { resolveLines } from './resolveLines'

type OrderDocument = Stored<'orders'>

/** The quantity break the line's price came from, in stock unit; 0 without one. */
function breakOf({ trace }: Pick<OrderLine, 'trace'>): Decimal {
  const steps = (trace ?? []).filter(
    (step): step is { minQty: string } => typeof (step as { minQty?: unknown } | null)?.minQty === 'string',
  )
  return steps.reduce((most, { minQty }) => Decimal.max(most, d(minQty)), d(0))
}

/**
 * A change of quantity keeps the price, also one that a quantity break gave and the new quantity no longer reaches (100 pieces at 85, now 1):
 * that is told with what the rules give for the new quantity, which can be typed into the change.
 */
export async function keptBreaks({
  ctx,
  order,
  lines,
  changes,
}: {
  ctx: Pick<VerbContext<unknown>, 'req' | 'settings'>
  order: OrderDocument
  lines: readonly OrderLine[]
  changes: ReadonlyArray<{ line?: string | null; price?: number | null }>
}): Promise<Finding[]> {
  const before = new Map(order.lines.map((line) => [line.id, line]))
  const kept = lines.filter((line) => {
    const was = before.get(line.id)
    const same =
      was && line.priceSource === 'auto' && was.unit === line.unit && d(line.price ?? 0).eq(d(was.price ?? 0)) && d(was.qty).gt(0)
    return same && d(line.qty).lt(d(was.qty)) && breakOf(was).gt(d(line.qty).times(d(was.stockQty)).div(d(was.qty)))
  })
  const customer = kept.length > 0 ? await customerFacts(ctx.req, order.customer) : null
  if (!customer) return []
  const items = await itemFacts(
    ctx.req,
    kept.map(({ item }) => item),
  )
  const found = await resolveLines({ ctx, header: order, customer, lines: kept, items })
  return kept.flatMap((line, place): Finding[] => {
    const price = found[place]?.price
    if (!price || price.eq(d(line.price ?? 0))) return []
    const now = toNumber(price)
    return [
      {
        code: 'PRICE_LOCKED',
        severity: 'warning',
        path: `lines.${Math.max(
          0,
          changes.findIndex((change) => change.line === line.id),
        )}.price`,
        facts: {
          item: items.get(line.item)?.code ?? line.item,
          keptPrice: line.price,
          breakQty: toNumber(breakOf(line)),
          qty: line.qty,
          policyPrice: now,
        },
        remedy: { action: 'reprice', facts: { price: now } },
      },
    ]
  })
}
