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

/** A line as far as its margin goes; a line being typed may not have its amounts yet. */
type WeighedLine = Partial<Pick<SalesLine, 'id' | 'baseNet' | 'stockQty'>> & Pick<SalesLine, 'item'>

/** Cost, profit (base currency, net of tax) and margin percent of each line at current average cost (F5); null where no cost is known. */
async function marginsOf(req: PayloadRequest, lines: readonly WeighedLine[]): Promise<LineMargin[]> {
  const items = await itemFacts(
    req,
    lines.map(({ item }) => item),
  )
  return lines.map(({ id = '', item, baseNet, stockQty }) => {
    const facts = items.get(item)
    const cost = facts ? costOf(facts, 'average') : null
    const line = { line: id, cost: cost === null ? null : toNumber(d(cost)) }
    if (cost === null || baseNet === undefined || stockQty === undefined) return { ...line, profit: null, rate: null }
    const found = margin({ net: baseNet, cost: d(cost), qty: stockQty })
    return { ...line, profit: toNumber(found.profit), rate: found.rate ? toNumber(found.rate) : null }
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
  return found ? inTransaction(req, () => marginsOf(req, found.lines)) : null
}

const isWeighed = (line: unknown): line is WeighedLine =>
  typeof line === 'object' && line !== null && 'item' in line && typeof line.item === 'number'

/**
 * The margins of lines that are being typed, as a check has worked them out, in their order; null for whoever may not see cost, and where
 * lines are not sold.
 */
export async function typedMargins(req: PayloadRequest, slug: string, lines: unknown): Promise<LineMargin[] | null> {
  if ((slug !== 'orders' && slug !== 'quotes') || !maySee(personOf(req.user), 'cost')) return null
  if (!Array.isArray(lines) || !lines.every(isWeighed)) return null
  return inTransaction(req, () => marginsOf(req, lines))
}
