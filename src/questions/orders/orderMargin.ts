import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { inTransaction } from '@/src/db/transaction'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { Order } from '@/src/domain/orders/order'
import { maySee } from '@/src/domain/people/sight'
import { costOf } from '@/src/domain/pricing/applicableMinimum'
import { margin } from '@/src/domain/pricing/margin'
import { itemFacts } from '@/src/ledger/facts/items'
import { findDocument } from '@/src/engine/documents/findDocument'

export type LineMargin = { line: string; profit: number | null; rate: number | null }

/** Profit (base currency, net of tax) and margin percent of each line at current average cost (F5); null where no cost is known. */
async function orderMargin(req: PayloadRequest, order: Pick<Order, 'lines'>): Promise<LineMargin[]> {
  const items = await itemFacts(
    req,
    order.lines.map(({ item }) => item),
  )
  return order.lines.map((line) => {
    const facts = items.get(line.item)
    const cost = facts ? costOf(facts, 'average') : null
    if (cost === null) return { line: line.id, profit: null, rate: null }
    const found = margin({ net: line.baseNet, cost: d(cost), qty: line.stockQty })
    return { line: line.id, profit: toNumber(found.profit), rate: found.rate ? toNumber(found.rate) : null }
  })
}

/** The margins of an order as this person may read them; null when he may see neither the order nor cost. */
export async function visibleMargins({ req, id }: { req: PayloadRequest; id: number }): Promise<LineMargin[] | null> {
  if (!maySee(personOf(req.user), 'cost')) return null
  const order = await findDocument({ req, slug: 'orders', id, overrideAccess: false })
  return order ? inTransaction(req, () => orderMargin(req, order)) : null
}
