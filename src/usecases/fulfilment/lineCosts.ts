import type { InvoiceLine } from '@/src/domain/fulfilment/invoice'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { cumulativePart } from '@/src/domain/kernel/split'
import { issueCosts } from '@/src/ledger/facts/issueCosts'
import { takenShares } from '@/src/ledger/facts/sources'

import type { VerbContext } from '@/src/engine/document'
import type { InvoiceSources } from './invoiceSources'

/**
 * Cost of sales per line: the issue cost of its delivery line, split by quantity so that all invoices of the delivery line together
 * carry exactly what was issued (F2, F4). Lines without a delivery have none.
 */
export async function withLineCosts(
  { req, doc }: Pick<VerbContext<{ id: number; lines: InvoiceLine[] }>, 'req' | 'doc'>,
  sources: InvoiceSources,
): Promise<InvoiceLine[]> {
  const deliveries = [...new Set(doc.lines.flatMap(({ delivery }) => (delivery ? [delivery] : [])))]
  const costs = await issueCosts(req, deliveries)
  const lines = doc.lines.flatMap(({ deliveryLine }) => (deliveryLine ? [deliveryLine] : []))
  const taken = new Map(
    [...(await takenShares({ req, by: 'invoices', of: 'delivery_line', lines, except: doc.id, approvedOnly: true }))].map(
      ([id, { qty, costValue }]) => [id, { qty: d(qty), cost: d(costValue) }],
    ),
  )
  return doc.lines.map((line) => {
    const source = line.deliveryLine ? sources.get(line.deliveryLine) : undefined
    const cost = line.deliveryLine ? costs.get(line.deliveryLine) : undefined
    if (!line.deliveryLine || !source || cost === undefined) return { ...line, costValue: null }
    const before = taken.get(line.deliveryLine) ?? { qty: d(0), cost: d(0) }
    const cumQty = before.qty.plus(d(line.qty))
    const part = cumulativePart({ lineTotal: cost, lineQty: source.line.qty, cumQty, already: before.cost })
    taken.set(line.deliveryLine, { qty: cumQty, cost: before.cost.plus(part) })
    return { ...line, costValue: toNumber(part) }
  })
}
