import { asksForMore } from '@/src/domain/customers/standing'
import { d, type Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { roundQty, toNumber } from '@/src/domain/kernel/money'
import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'
import { mayEditPrice } from '@/src/domain/people/sight'
import { type CostBasis, minimumOf } from '@/src/domain/pricing/applicableMinimum'
import { decideTerms } from '@/src/domain/pricing/decideGivenAway'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'
import { factorOf } from '@/src/domain/pricing/units'
import { taxDocument, toBase } from '@/src/domain/pricing/taxLine'
import { customerFacts } from '@/src/ledger/facts/customers'
import { itemFacts, type ItemFacts } from '@/src/ledger/facts/items'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'
import { fixedHeader } from './fixedHeader'
import { discountFindings, headerRateOf } from './maximumDiscount'
import { itemFindings } from './itemFindings'
import { priceLines } from './priceLines'
import { taxRates, withSteps } from './taxRates'
import { unworkableEntries } from './unworkableEntries'

type SalesDocument = SalesHeader & { lines: SalesLine[] }

/** What a line was agreed to come to, whatever its price says; null where price and quantity decide. */
export type Agreed = { gross: Decimal; net: Decimal } | null

/**
 * Completes a sales document as a person entered it: what is left empty comes from the customer and the items, prices from
 * policy (with their trace), amounts by F1 with the header discount spread by largest remainder, base amounts by F3.
 * `priced: false` keeps the prices that are on the lines (deliveries and invoices never re-price).
 */
export async function prepareSalesDocument<Doc extends SalesDocument>({
  ctx,
  priced,
  quotedHeader = 0,
  quotedTerms = [],
  unitPrices = false,
  agreed = () => [],
}: {
  ctx: VerbContext<Doc>
  priced: boolean
  /** header discount that came with quotes: up to that it was decided there */
  quotedHeader?: number
  /** terms of payment of the quotes it comes from */
  quotedTerms?: ReadonlyArray<number | null>
  /** a line may state its price for no quantity (unit-price quotation) */
  unitPrices?: boolean
  /** lines whose amounts were decided elsewhere; the header discount is in them, then, and on no other line */
  agreed?: (header: Doc, lines: readonly SalesLine[]) => Agreed[]
}): Promise<{ doc: Doc; findings: Finding[]; agreed: boolean[] }> {
  const { req, settings, stored } = ctx
  const invalidInput = unworkableEntries(ctx.doc, { unitPrices })
  if (invalidInput.length > 0) return { doc: ctx.doc, findings: invalidInput, agreed: [] }
  const customerId = idOf(ctx.doc.customer) as number
  const customer = await customerFacts(req, customerId)
  const entry: Doc = {
    ...ctx.doc,
    customer: customerId,
    date: String(ctx.doc.date).slice(0, 10),
    currency: ctx.doc.currency || customer?.currency || settings.company.baseCurrency || 'CNY',
    taxMode: ctx.doc.taxMode || customer?.taxMode || 'inclusive',
    paymentTerms: idOf(ctx.doc.paymentTerms) ?? customer?.paymentTerms ?? null,
    headerDiscount: Number(ctx.doc.headerDiscount ?? 0),
  }
  const entered = ctx.doc.lines.map((line) => ({
    ...line,
    item: idOf(line.item) as number,
    warehouse: idOf(line.warehouse),
    qty: Number(line.qty),
  }))
  const items = await itemFacts(
    req,
    entered.map(({ item }) => item),
  )
  const unknown = customer ? [] : [invalid('customer', 'customer', null, 'id of a customer')]
  const problems = [...unknown, ...itemFindings(entered, items, stored?.lines ?? [])]
  if (!customer || problems.some(({ code }) => code === 'INVALID_INPUT')) return { doc: entry, findings: problems, agreed: [] }
  // a change that is being applied keeps the header of its order
  const fixed = priced ? await fixedHeader({ ctx, customer, date: entry.date, currency: entry.currency }) : null
  problems.push(...(fixed?.findings ?? []))
  if (priced) {
    const former = stored?.customer === customerId ? [idOf(stored.paymentTerms)] : []
    const settled = [customer.paymentTerms, ...former, ...quotedTerms]
    problems.push(...decideTerms({ entered: entry.paymentTerms ?? null, settled, mayType: mayEditPrice(ctx.actor) }))
  }
  const before = new Map((stored?.lines ?? []).map((line) => [line.id, line]))
  const elsewhere = entered.map((line) => (line.warehouse === idOf(before.get(line.id)?.warehouse) ? null : line.warehouse))
  problems.push(...(await warehouseRight(ctx, elsewhere)))
  const header: Doc = { ...entry, ...fixed?.header }
  const rated = taxRates({ ctx, customer, lines: entered, items, judged: priced })
  const unitised = entered.map((line, index) => ({
    ...completeLine(line, items.get(line.item) as ItemFacts, before.get(line.id)),
    taxRate: rated[index]?.taxRate ?? null,
  }))
  const { lines: pricedLines, findings } = priced
    ? await priceLines({ ctx, header, customer, lines: unitised, items })
    : { lines: unitised, findings: [] as Finding[] }
  const decided = agreed(header, pricedLines)
  const isAgreed = decided.some((one) => one !== null)
  const tax = taxDocument({
    mode: header.taxMode,
    headerDiscount: isAgreed ? 0 : (header.headerDiscount ?? 0),
    agreed: decided,
    lines: pricedLines.map((line) => ({
      ...line,
      price: line.price ?? 0,
      taxRate: line.taxRate ?? null,
      discountRate: line.discountRate ?? 0,
    })),
  })
  if (d(header.headerDiscount ?? 0).gt(tax.lines.reduce((sum, line) => sum.plus(line.gross).plus(line.headerShare), d(0)))) {
    problems.push(invalid('headerDiscount', 'headerDiscount', header.headerDiscount, '≤ Σ lines'))
  }
  const lines = pricedLines.map((line, index) =>
    withAmounts(
      toldLine(line, rated[index]?.step ?? null, fixed?.step),
      tax.lines[index] as (typeof tax.lines)[number],
      header.exchangeRate,
      items.get(line.item) as ItemFacts,
      settings.pricing.costBasis,
    ),
  )
  const frozen = fixed && (stored?.customer !== customerId || asksForMore(stored.lines, lines)) ? fixed.standing : []
  const headerRate = {
    before: stored ? headerRateOf(stored) : 0,
    after: d(header.headerDiscount ?? 0).lte(quotedHeader) ? 0 : headerRateOf({ headerDiscount: header.headerDiscount ?? 0, lines }),
  }
  return {
    doc: { ...header, lines, netTotal: toNumber(tax.netTotal), taxTotal: toNumber(tax.taxTotal), grossTotal: toNumber(tax.grossTotal) },
    agreed: decided.map((one) => one !== null),
    findings: [
      ...frozen,
      ...problems,
      ...rated.flatMap((line) => line.findings),
      ...findings,
      ...(priced ? discountFindings({ ctx, lines, items, headerRate }) : []),
    ],
  }
}

function completeLine(line: SalesLine, item: ItemFacts, former: SalesLine | undefined): SalesLine {
  const unit = line.unit || item.unit
  // a unit the item no longer knows counts as it did when the line was written
  const factor = factorOf(item, unit) ?? (former && d(former.qty).gt(0) ? d(former.stockQty).div(d(former.qty)) : d(1))
  return {
    ...line,
    unit,
    stockQty: toNumber(roundQty(d(line.qty).times(factor))),
    description: line.description || item.name,
    discountRate: Number(line.discountRate ?? 0),
    free: Boolean(line.free),
  }
}

/** The trace ends with what was typed beside the price: the tax rate, the exchange rate. Without judging, what stands stays. */
const toldLine = (line: SalesLine, tax: TraceStep | null, rate: TraceStep | null | undefined): SalesLine => {
  const taxed = withSteps(line, 'taxRate', tax)
  return rate === undefined ? taxed : withSteps(taxed, 'exchangeRate', rate)
}

type Taxed = ReturnType<typeof taxDocument>['lines'][number]

function withAmounts(line: SalesLine, taxed: Taxed, rate: number, item: ItemFacts, costBasis: CostBasis): SalesLine {
  const base = toBase({ amounts: { gross: taxed.gross, net: taxed.net }, rate })
  const minimum = minimumOf(item, costBasis)
  return {
    ...line,
    net: toNumber(taxed.net),
    tax: toNumber(taxed.tax),
    gross: toNumber(taxed.gross),
    netPrice: toNumber(taxed.netPrice),
    grossPrice: toNumber(taxed.grossPrice),
    baseNet: toNumber(base.net),
    baseTax: toNumber(base.tax),
    baseGross: toNumber(base.gross),
    minPrice: minimum ? toNumber(minimum.value) : null,
  }
}
