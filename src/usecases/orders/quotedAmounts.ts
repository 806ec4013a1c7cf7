import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { OrderLine } from '@/src/domain/orders/order'
import { lineAmount } from '@/src/domain/pricing/taxLine'
import { quotedShares } from '@/src/domain/quotes/quotedShare'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import type { OrderedOfQuote, QuotedLine } from '@/src/ledger/facts/quotes'

import type { Agreed } from '../pricing/prepareSalesDocument'

type OrderDocument = Stored<'orders'>
type Ctx = VerbContext<OrderDocument>

export type Terms = Pick<OrderDocument, 'taxMode' | 'currency' | 'headerDiscount'>

/** The break a line was ordered at; null: as the line was offered; undefined: there is no such break. */
export const breakOf = ({ breaks }: QuotedLine, { quoteBreak }: Pick<OrderLine, 'quoteBreak'>) =>
  quoteBreak === null || quoteBreak === undefined ? null : breaks.find(({ qty }) => d(qty).eq(d(quoteBreak)))

export type Quotes = ReadonlyMap<string, QuotedLine>
export type Held = { quotes: Quotes; others: ReadonlyMap<string, OrderedOfQuote> }

const same = (a: unknown, b: unknown): boolean => d(Number(a ?? 0)).eq(d(Number(b ?? 0)))

/** Whether a line takes its quoted line as it was offered: what differs in price, break, unit, discount, tax or currency leaves its terms. */
const isAsQuoted = (line: OrderLine, quoted: QuotedLine, header: Partial<Terms>): boolean =>
  breakOf(quoted, line) === null &&
  Number(line.qty) > 0 &&
  (typeof line.price !== 'number' || same(line.price, quoted.price)) &&
  (!line.unit || line.unit === quoted.unit) &&
  same(line.discountRate, quoted.discountRate) &&
  same(line.taxRate, quoted.taxRate) &&
  (line.taxRate ?? null) === (quoted.taxRate === null ? null : Number(quoted.taxRate)) &&
  Boolean(line.free) === quoted.free &&
  (!header.taxMode || header.taxMode === quoted.taxMode) &&
  (!header.currency || header.currency === quoted.currency)

/** What each line comes to as a share of what was quoted; null where its own price and quantity decide. */
export function sharesOf({ quotes, others }: Held, header: Partial<Terms>, lines: readonly OrderLine[]): Agreed[] {
  const parts = lines.map((line, index) => {
    const quoted = line.quoteLine ? quotes.get(line.quoteLine) : undefined
    if (!quoted || !isAsQuoted(line, quoted, header)) return null
    const held = others.get(quoted.id) ?? { qty: 0, net: 0, gross: 0 }
    return { index, quoteLine: quoted.id, quoted, others: held, qty: Number(line.qty) }
  })
  const taking = parts.filter((part) => part !== null)
  const shares = new Map(quotedShares(taking).map((share, at) => [taking[at]?.index, share]))
  return lines.map((_line, index) => shares.get(index) ?? null)
}

/** What of a quote's header discount is in those shares: what the lines would come to by their prices, less what they do. */
function shareOfHeaders(held: Held, header: Partial<Terms>, lines: readonly OrderLine[]): number {
  const off = sharesOf(held, header, lines).map((share, index) => {
    const line = lines[index] as OrderLine
    const quoted = held.quotes.get(line.quoteLine ?? '')
    if (!share || !quoted || quoted.free || d(quoted.headerDiscount).lte(0)) return d(0)
    const { price, discountRate, taxMode } = quoted
    const listed = lineAmount({ price, discountRate, qty: Number(line.qty), taxRate: 0 })
    return listed.minus(taxMode === 'exclusive' ? share.net : share.gross)
  })
  const sum = off.reduce((total, one) => total.plus(one), d(0))
  return toNumber(sum.lt(0) ? d(0) : sum)
}

/** `quoted`: the quote's share for these lines; `decided`: up to that the discount was decided with the quote. */
type QuotedHeader = { headerDiscount: number; quoted: number; decided: number }

/** Whether a stored order has the quote's own discount: its lines say so; those of older orders are worked out. */
function followedUntilNow(held: Held, stored: OrderDocument, entered: number): boolean {
  if (stored.lines.some(({ asQuoted }) => asQuoted)) return true
  const before = shareOfHeaders(held, stored, stored.lines)
  if (entered === 0) return before === 0
  const isOlder = stored.lines.every(({ asQuoted }) => asQuoted === null || asQuoted === undefined)
  return isOlder && before > 0 && d(before).minus(entered).abs().lte(d(stored.lines.length).times('0.01'))
}

/**
 * The header discount that came with the quote follows the quantities taken of it for as long as nobody types another one, whoever names the
 * quote's lines: the verb, a form, an import.
 */
export function headerOf({ ctx, ...held }: Held & { ctx: Ctx }, lines: readonly OrderLine[]): QuotedHeader {
  const { doc, stored } = ctx
  const entered = Number(doc.headerDiscount ?? 0)
  const quoted = shareOfHeaders(held, doc, lines)
  if (!stored) return { headerDiscount: entered === 0 ? quoted : entered, quoted, decided: quoted }
  if (!d(entered).eq(d(stored.headerDiscount ?? 0))) return { headerDiscount: entered, quoted, decided: quoted }
  const follows = followedUntilNow(held, stored, entered)
  return { headerDiscount: follows ? quoted : entered, quoted, decided: Math.max(quoted, follows ? entered : 0) }
}
