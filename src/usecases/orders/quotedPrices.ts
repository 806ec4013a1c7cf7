import { businessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { idOf } from '@/src/domain/kernel/idOf'
import type { Finding } from '@/src/domain/kernel/decision'
import type { OrderLine, SalesLine } from '@/src/domain/orders/order'
import { decideOrderQuote } from '@/src/domain/quotes/decideOrderQuote'
import { decideQuotedQty, openOfBroken, openOfQuoted } from '@/src/domain/quotes/decideQuotedQty'
import type { QuoteStatus } from '@/src/domain/quotes/quoteSteps'
import { orderedAsQuoted, quotedLines, type QuotedLine } from '@/src/ledger/facts/quotes'
import { lockDocumentRows } from '@/src/ledger/locks'
import { lineProgress } from '@/src/ledger/posted'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

import type { Agreed } from '../pricing/prepareSalesDocument'
import { breakOf, headerOf, type Quotes, sharesOf, type Terms } from './quotedAmounts'

type OrderDocument = Stored<'orders'>
type Ctx = VerbContext<OrderDocument>

const orderable: readonly string[] = ['approved', 'sent', 'confirmed', 'partlyOrdered', 'expired', 'ordered']

/** The order with what its quotes decided: prices, header discount, terms of payment, and what its lines come to. */
type Quotation = {
  doc: OrderDocument
  findings: Finding[]
  quotedHeader: number
  quotedTerms: Array<number | null>
  agreed: (header: Terms, lines: readonly SalesLine[]) => Agreed[]
}

/**
 * Lines that name a quote line get its price and take no more than it has open, whoever enters them (as create-order does). A line of
 * another customer's quote, of one that is not approved, expired or superseded is refused; what the order holds already stays its own.
 */
export async function withQuotedPrices(ctx: Ctx): Promise<Quotation> {
  const lines = Array.isArray(ctx.doc.lines) ? ctx.doc.lines : []
  const ids = [...new Set(lines.flatMap(({ quoteLine }) => (quoteLine ? [quoteLine] : [])))]
  if (ids.length === 0) return { doc: ctx.doc, findings: [], quotedHeader: 0, quotedTerms: [], agreed: () => [] }
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
    const chosen = breakOf(quoted, line)
    if (chosen === undefined) findings.push(unknownBreak(quoted, line, index))
    return {
      ...line,
      quote: quoted.quote,
      item: line.item ?? quoted.item,
      unit: line.unit || quoted.unit,
      quotedPrice: line.unit && line.unit !== quoted.unit ? null : Number(chosen?.price ?? quoted.price),
      quotedDiscount: Number(quoted.discountRate ?? 0),
      discountRate: line.discountRate ?? Number(quoted.discountRate ?? 0),
      quotedTaxRate: quoted.taxRate === null ? null : Number(quoted.taxRate),
      taxRate: line.taxRate === undefined ? (quoted.taxRate === null ? null : Number(quoted.taxRate)) : line.taxRate,
      free: line.free ?? quoted.free,
    } as OrderLine
  })
  const ordered = await lineProgress(ctx.req, [...quotes.keys()])
  if (findings.length === 0) findings.push(...judgeQuantities({ ctx, lines, quotes, ordered }))
  const others = await orderedAsQuoted(ctx.req, ids, ctx.stored?.id ?? null)
  const discount = headerOf({ ctx, quotes, others }, priced)
  const quotedTerms = [...quotes.values()].map(({ paymentTerms }) => paymentTerms)
  return {
    doc: { ...ctx.doc, headerDiscount: discount.headerDiscount, lines: priced },
    findings,
    quotedHeader: discount.decided,
    quotedTerms,
    agreed: (header, completed) => {
      // whoever types another header discount spreads it over the lines himself
      if (!d(header.headerDiscount ?? 0).eq(d(discount.quoted))) return []
      return sharesOf({ quotes, others }, header, completed as readonly OrderLine[])
    },
  }
}

const unknownBreak = ({ breaks }: QuotedLine, { quoteBreak }: OrderLine, index: number): Finding => ({
  code: 'INVALID_INPUT',
  severity: 'error',
  path: `lines.${index}.quoteBreak`,
  facts: { field: 'quoteBreak', value: quoteBreak, accepted: breaks.map(({ qty }) => qty).join(', ') },
})

/** What a quoted line has open for a line of an order: up to its largest break where one was chosen. */
const openFor = (quoted: QuotedLine, line: Pick<OrderLine, 'quoteBreak'>, ordered: Parameters<typeof openOfQuoted>[0]['ordered']) =>
  breakOf(quoted, line) ? openOfBroken({ ...quoted, ordered }) : openOfQuoted({ qty: quoted.qty, ordered })

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
function judgeQuantities({
  ctx,
  lines,
  quotes,
  ordered,
}: {
  ctx: Ctx
  quotes: Quotes
  ordered: Awaited<ReturnType<typeof lineProgress>>
  lines: readonly OrderLine[]
}): Finding[] {
  const open = (quoted: QuotedLine, line: OrderLine) => {
    const mine = (ctx.stored?.lines ?? [])
      .filter(({ quoteLine }) => quoteLine === quoted.id)
      .reduce((sum, { qty }) => sum.plus(d(qty)), d(0))
    return openFor(quoted, line, d(ordered.get(quoted.id)?.ordered ?? 0).minus(mine))
  }
  return decideQuotedQty(
    lines.flatMap((line, index) => {
      const quoted = line.quoteLine ? quotes.get(line.quoteLine) : undefined
      const qty = Number(line.qty)
      return quoted && qty > 0 ? [{ index, quoteLine: quoted.id, quote: quoted.no, qty, open: open(quoted, line) }] : []
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
    lines.flatMap(({ id, qty, quoteLine, quoteBreak }) => {
      const quoted = quoteLine ? quotes.get(quoteLine) : undefined
      if (!quoted) return []
      const mine = order.lines.filter((line) => line.quoteLine === quoted.id).reduce((sum, line) => sum.plus(d(line.qty)), d(0))
      const open = openFor(quoted, { quoteBreak }, d(ordered.get(quoted.id)?.ordered ?? 0).minus(mine))
      const index = Math.max(
        0,
        changes.findIndex(({ line }) => line === id),
      )
      return [{ index, quoteLine: quoted.id, quote: quoted.no, qty, open }]
    }),
  )
}
