import { businessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import type { OrderLine } from '@/src/domain/orders/order'
import { decideOrderQuote } from '@/src/domain/quotes/decideOrderQuote'
import { decideQuotedQty } from '@/src/domain/quotes/decideQuotedQty'
import type { QuoteStatus } from '@/src/domain/quotes/quoteSteps'
import { quotedLines, type QuotedLine } from '@/src/ledger/facts/quotes'
import { lockDocumentRows } from '@/src/ledger/locks'
import { lineProgress } from '@/src/ledger/posted'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type OrderDocument = Stored<'orders'>
type Ctx = VerbContext<OrderDocument>

const orderable: readonly string[] = ['approved', 'sent', 'confirmed', 'partlyOrdered', 'expired', 'ordered']

/**
 * Lines that name a quote line get its price and take no more than it has open, whoever enters them (as create-order does). A line of
 * another customer's quote, of one that is not approved, expired or superseded is refused; what the order holds already stays its own.
 */
export async function withQuotedPrices(ctx: Ctx): Promise<{ doc: OrderDocument; findings: Finding[] }> {
  const lines = Array.isArray(ctx.doc.lines) ? ctx.doc.lines : []
  const ids = [...new Set(lines.flatMap(({ quoteLine }) => (quoteLine ? [quoteLine] : [])))]
  if (ids.length === 0) return { doc: ctx.doc, findings: [] }
  const named = [...new Set([...(await quotedLines(ctx.req, ids)).values()].map(({ quote }) => quote))].sort((a, b) => a - b)
  await lockDocumentRows({ req: ctx.req, documents: named.map((id) => ({ slug: 'quotes', id })) })
  const quotes = await quotedLines(ctx.req, ids) // again, under the lock
  const customer = Number((ctx.doc.customer as unknown as { id?: number })?.id ?? ctx.doc.customer)
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
  if (findings.length === 0) findings.push(...(await judgeQuantities({ ctx, lines, quotes })))
  return { doc: { ...ctx.doc, lines: priced }, findings }
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
async function judgeQuantities({
  ctx,
  lines,
  quotes,
}: {
  ctx: Ctx
  lines: readonly OrderLine[]
  quotes: ReadonlyMap<string, QuotedLine>
}): Promise<Finding[]> {
  const ordered = await lineProgress(ctx.req, [...quotes.keys()])
  const openFor = (quoted: QuotedLine) =>
    (ctx.stored?.lines ?? [])
      .filter(({ quoteLine }) => quoteLine === quoted.id)
      .reduce((open, { qty }) => open.plus(d(qty)), d(quoted.qty).minus(d(ordered.get(quoted.id)?.ordered ?? 0)))
  return decideQuotedQty(
    lines.flatMap(({ quoteLine, qty }, index) => {
      const quoted = quoteLine ? quotes.get(quoteLine) : undefined
      return quoted && Number(qty) > 0 ? [{ index, quoteLine: quoted.id, quote: quoted.no, qty: Number(qty), open: openFor(quoted) }] : []
    }),
  )
}
