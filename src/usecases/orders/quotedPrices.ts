import { businessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { idOf } from '@/src/domain/kernel/idOf'
import type { Finding } from '@/src/domain/kernel/decision'
import type { OrderLine } from '@/src/domain/orders/order'
import { decideOrderQuote } from '@/src/domain/quotes/decideOrderQuote'
import { quotedDiscount } from '@/src/domain/quotes/quotedDiscount'
import { decideQuotedQty, openOfQuoted } from '@/src/domain/quotes/decideQuotedQty'
import type { QuoteStatus } from '@/src/domain/quotes/quoteSteps'
import { quotedLines, type QuotedLine } from '@/src/ledger/facts/quotes'
import { lockDocumentRows } from '@/src/ledger/locks'
import { lineProgress } from '@/src/ledger/posted'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type OrderDocument = Stored<'orders'>
type Ctx = VerbContext<OrderDocument>

const orderable: readonly string[] = ['approved', 'sent', 'confirmed', 'partlyOrdered', 'expired', 'ordered']

/** The order with what its quotes decided: prices, header discount, terms of payment. */
type Quotation = { doc: OrderDocument; findings: Finding[]; quotedHeader: number; quotedTerms: Array<number | null> }

/**
 * Lines that name a quote line get its price and take no more than it has open, whoever enters them (as create-order does). A line of
 * another customer's quote, of one that is not approved, expired or superseded is refused; what the order holds already stays its own.
 */
export async function withQuotedPrices(ctx: Ctx): Promise<Quotation> {
  const lines = Array.isArray(ctx.doc.lines) ? ctx.doc.lines : []
  const ids = [...new Set(lines.flatMap(({ quoteLine }) => (quoteLine ? [quoteLine] : [])))]
  if (ids.length === 0) return { doc: ctx.doc, findings: [], quotedHeader: 0, quotedTerms: [] }
  const named = [...new Set([...(await quotedLines(ctx.req, ids)).values()].map(({ quote }) => quote))].sort((a, b) => a - b)
  await lockDocumentRows({ req: ctx.req, documents: named.map((id) => ({ slug: 'quotes', id })) })
  const quotes = await quotedLines(ctx.req, ids) // again, under the lock
  const customer = idOf(ctx.doc.customer)
  const findings: Finding[] = []
  const priced = lines.map((line, index): OrderLine => {
    if (!line.quoteLine) return line
    const quoted = quotes.get(line.quoteLine)
    if (!quoted || quoted.customer !== customer) {
      findings.push(notOrderable(line, index))
      return line
    }
    if (!ctx.stored?.lines.some(({ quoteLine }) => quoteLine === line.quoteLine)) findings.push(...judgeQuote({ ctx, quoted, line, index }))
    return {
      ...line,
      quote: quoted.quote,
      item: line.item ?? quoted.item,
      unit: line.unit || quoted.unit,
      quotedPrice: line.unit && line.unit !== quoted.unit ? null : Number(quoted.price),
      quotedDiscount: Number(quoted.discountRate ?? 0),
      discountRate: line.discountRate ?? Number(quoted.discountRate ?? 0),
      quotedTaxRate: quoted.taxRate === null ? null : Number(quoted.taxRate),
      taxRate: line.taxRate === undefined ? (quoted.taxRate === null ? null : Number(quoted.taxRate)) : line.taxRate,
      free: line.free ?? quoted.free,
    } as OrderLine
  })
  const ordered = await lineProgress(ctx.req, [...quotes.keys()])
  if (findings.length === 0) findings.push(...judgeQuantities({ ctx, lines, quotes, ordered }))
  const discount = headerOf({ ctx, quotes, ordered })
  const quotedTerms = [...quotes.values()].map(({ paymentTerms }) => paymentTerms)
  return {
    doc: { ...ctx.doc, headerDiscount: discount.headerDiscount, lines: priced },
    findings,
    quotedHeader: discount.quoted,
    quotedTerms,
  }
}

type Quoted = { ctx: Ctx; quotes: ReadonlyMap<string, QuotedLine>; ordered: Awaited<ReturnType<typeof lineProgress>> }

/** What the order's lines take of the header discounts of their quotes, whoever ordered the rest of them. */
function shareOfHeaders({ ctx, quotes, ordered }: Quoted, lines: readonly OrderLine[]): number {
  const own = new Map<string, ReturnType<typeof d>>()
  for (const { quoteLine, qty } of ctx.stored?.lines ?? []) if (quoteLine) own.set(quoteLine, (own.get(quoteLine) ?? d(0)).plus(d(qty)))
  const now = new Map<string, ReturnType<typeof d>>()
  const parts = lines.flatMap(({ quoteLine, qty, price: entered }) => {
    const quoted = quoteLine ? quotes.get(quoteLine) : undefined
    if (!quoted || d(quoted.headerDiscount).lte(0) || !(Number(qty) > 0)) return []
    // another price than the quoted one leaves the terms of the quote
    if (typeof entered === 'number' && !d(entered).eq(d(quoted.price))) return []
    const before = now.get(quoted.id) ?? d(ordered.get(quoted.id)?.ordered ?? 0).minus(own.get(quoted.id) ?? 0)
    now.set(quoted.id, before.plus(Number(qty)))
    const { price, discountRate, free, amount } = quoted
    return [{ price, discountRate, free, amount, qty: quoted.qty, takenBefore: before, part: Number(qty) }]
  })
  return toNumber(quotedDiscount(parts))
}

/**
 * The header discount that came with the quote follows the quantities taken of it for as long as nobody types another one, whoever names the
 * quote's lines: the verb, a form, an import. `quoted` is what the quote gives: up to that it was decided there.
 */
function headerOf(facts: Quoted): { headerDiscount: number; quoted: number } {
  const { doc, stored } = facts.ctx
  const entered = Number(doc.headerDiscount ?? 0)
  const quoted = shareOfHeaders(facts, Array.isArray(doc.lines) ? doc.lines : [])
  if (!stored) return { headerDiscount: entered === 0 ? quoted : entered, quoted }
  if (!d(entered).eq(d(stored.headerDiscount ?? 0))) return { headerDiscount: entered, quoted }
  const before = shareOfHeaders(facts, stored.lines)
  // later orders of the quote may have moved a cent
  const follows = before > 0 && d(before).minus(entered).abs().lte(d(stored.lines.length).times('0.01'))
  return { headerDiscount: follows && !d(before).eq(d(quoted)) ? quoted : entered, quoted: Math.max(quoted, follows ? entered : 0) }
}

const notOrderable = (line: OrderLine, index: number): Finding => ({
  code: 'INVALID_INPUT',
  severity: 'error',
  path: `lines.${index}.quoteLine`,
  facts: { field: 'quoteLine', value: line.quoteLine, accepted: 'a line of an approved quote of this customer' },
})

function judgeQuote({ ctx, quoted, line, index }: { ctx: Ctx; quoted: QuotedLine; line: OrderLine; index: number }): Finding[] {
  const findings = decideOrderQuote({
    no: quoted.no,
    status: quoted.status as QuoteStatus,
    validUntil: quoted.validUntil ? businessDate(quoted.validUntil) : null,
    date: businessDate(ctx.now.date),
    orderExpiredQuotes: ctx.settings.orders.orderExpiredQuotes,
  })
  if (findings.length > 0) return findings.map((finding) => ({ ...finding, path: `lines.${index}.quoteLine` }))
  return orderable.includes(quoted.status) && quoted.current ? [] : [notOrderable(line, index)]
}

/** Quantities that are words or missing are refused elsewhere. */
function judgeQuantities({ ctx, lines, quotes, ordered }: Quoted & { lines: readonly OrderLine[] }): Finding[] {
  const openFor = (quoted: QuotedLine) => {
    const mine = (ctx.stored?.lines ?? [])
      .filter(({ quoteLine }) => quoteLine === quoted.id)
      .reduce((sum, { qty }) => sum.plus(d(qty)), d(0))
    return openOfQuoted({ qty: quoted.qty, ordered: d(ordered.get(quoted.id)?.ordered ?? 0).minus(mine) })
  }
  return decideQuotedQty(
    lines.flatMap(({ quoteLine, qty }, index) => {
      const quoted = quoteLine ? quotes.get(quoteLine) : undefined
      return quoted && Number(qty) > 0 ? [{ index, quoteLine: quoted.id, quote: quoted.no, qty: Number(qty), open: openFor(quoted) }] : []
    }),
  )
}

/**
 * A change takes no more of a quote line than it has open either, at the quoted price (30 of 10). A line that does not grow is not judged.
 */
export async function quotedRises({
  req,
  order,
  lines,
  changes,
}: Pick<Ctx, 'req'> & {
  order: Pick<OrderDocument, 'lines'>
  lines: readonly OrderLine[]
  changes: ReadonlyArray<{ line?: string | null }>
}): Promise<Finding[]> {
  const before = new Map(order.lines.map(({ id, qty }) => [id, d(qty)]))
  const grown = lines.filter(({ id, qty, quoteLine }) => quoteLine && d(qty).gt(before.get(id) ?? 0))
  const ids = [...new Set(grown.flatMap(({ quoteLine }) => quoteLine ?? []))]
  if (ids.length === 0) return []
  const named = [...new Set([...(await quotedLines(req, ids)).values()].map(({ quote }) => quote))].sort((a, b) => a - b)
  await lockDocumentRows({ req, documents: named.map((id) => ({ slug: 'quotes', id })) })
  const quotes = await quotedLines(req, ids)
  const ordered = await lineProgress(req, ids)
  return decideQuotedQty(
    lines.flatMap(({ id, qty, quoteLine }) => {
      const quoted = quoteLine ? quotes.get(quoteLine) : undefined
      if (!quoted) return []
      const mine = order.lines.filter((line) => line.quoteLine === quoted.id).reduce((sum, line) => sum.plus(d(line.qty)), d(0))
      const open = openOfQuoted({ qty: quoted.qty, ordered: d(ordered.get(quoted.id)?.ordered ?? 0).minus(mine) })
      const index = Math.max(
        0,
        changes.findIndex(({ line }) => line === id),
      )
      return [{ index, quoteLine: quoted.id, quote: quoted.no, qty, open }]
    }),
  )
}
