import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { inTransaction } from '@/src/db/transaction'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { SalesLine } from '@/src/domain/orders/order'
import { maySee } from '@/src/domain/people/sight'
import { costOf } from '@/src/domain/pricing/applicableMinimum'
import { margin } from '@/src/domain/pricing/margin'
import { itemFacts } from '@/src/ledger/facts/items'
import { findDocument } from '@/src/engine/documents/findDocument'

/** `cost`: per stock unit, in base currency. */
export type LineMargin = { line: string; cost: number | null; profit: number | null; rate: number | null }

/** Cost, profit (base currency, net of tax) and margin percent of each line at current average cost (F5); null where no cost is known. */
async function marginsOf(req: PayloadRequest, order: { lines: readonly SalesLine[] }): Promise<LineMargin[]> {
  const items = await itemFacts(
    req,
    order.lines.map(({ item }) => item),
  )
  return order.lines.map((line) => {
    const facts = items.get(line.item)
    const cost = facts ? costOf(facts, 'average') : null
    if (cost === null) return { line: line.id, cost: null, profit: null, rate: null }
    const found = margin({ net: line.baseNet, cost: d(cost), qty: line.stockQty })
    return { line: line.id, cost: toNumber(d(cost)), profit: toNumber(found.profit), rate: found.rate ? toNumber(found.rate) : null }
  })
}

/** The margins of an order or a quote as this person may read them; null when he may see neither the document nor cost. */
export async function visibleMargins({
  req,
  slug,
  id,
}: {
  req: PayloadRequest
  slug: 'orders' | 'quotes'
  id: number
}): Promise<LineMargin[] | null> {
  if (!maySee(personOf(req.user), 'cost')) return null
  const found = await findDocument({ req, slug, id, overrideAccess: false })
  return found ? inTransaction(req, () => marginsOf(req, found)) : null
}
