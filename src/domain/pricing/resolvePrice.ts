import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { roundPrice } from '../kernel/money'
import { listPrice as listPriceLevel, policyLevels, type Id, type PolicyLevel, type PolicyRow, type PolicyScope } from './policyLevels'
import { factorOf, toStockQty, type ItemUnits } from './units'

/** One step of how a price came about. JSON-safe: figures are exact text, so that the trace outlives every later change. */
export type TraceStep = { rule: string; price?: string } & Record<string, string | number | boolean | null>

/** How a price may be found (取价方式), asked in the order of the setting. */
export type PricingMethod = 'policy' | 'latestPrice' | 'latestCostPlus' | 'list'

export const defaultPricingMethods: readonly PricingMethod[] = ['policy', 'latestPrice', 'latestCostPlus', 'list']

export type PriceFacts = {
  item: ItemUnits & { id: Id; code?: string | null; categories: readonly Id[]; listPrice?: Numeric | null }
  customer: { id: Id; categories: readonly Id[]; grade?: string | null }
  qty: Numeric
  /** unit of the line; empty = stock unit */
  unit?: string | null
  /** business date of the document: rows count by it, never by the time of entry */
  date: string
  currency: string
  /** base currency per 1 of the document's currency; list price and cost are kept in base currency. Default 1 */
  exchangeRate?: Numeric | null
  policies: readonly PolicyRow[]
  /** percent per credit grade, e.g. `{ AA: 2 }` */
  gradeDiscounts?: Readonly<Record<string, Numeric | null | undefined>> | null
  /** default: policy levels, then list price */
  methods?: readonly PricingMethod[]
  /** the latest selling price found by the reader (source, customer filter, cancelled and free lines already respected) */
  latestPrice?: { price: Numeric; unit?: string | null; source: { slug: string; id: Id; no?: string | null; date?: string | null } } | null
  /** latest (or average) cost per stock unit in base currency; null = unknown, never 0 */
  cost?: Numeric | null
  /** the item's markup percent, else its category's */
  markupRate?: Numeric | null
  /** position of the line, for the path of the finding */
  index?: number
}

export type PriceCandidate = {
  rule: string
  policy?: Id
  version?: number | null
  minQty?: number
  validFrom?: string | null
  price: string
  won: boolean
}

export type ResolvedPrice = {
  /** per line unit, 6 decimals, in the document's tax mode; null = no price known, see `reason` */
  price: Decimal | null
  priceSource: 'auto'
  /** the item's list price per line unit in document currency */
  listPrice: Decimal | null
  trace: TraceStep[]
  candidates: PriceCandidate[]
  reason?: Finding
}

type Found = { price: Decimal; steps: TraceStep[] } | { skipped: string }
type Line = { facts: PriceFacts; factor: Decimal; stockQty: Decimal; list: Decimal | null }

/** A row at its level with the price it would give this line. */
type Ranked = { row: PolicyRow; level: PolicyLevel; distance: readonly [number, number]; price: Decimal; steps: TraceStep[] }

const text = (x: Decimal): string => roundPrice(x).toString()

/**
 * The price of a line (P-01): the methods are asked in order, one winner. Policies: most specific level first; inside a level the
 * nearest category, then the largest quantity break ≤ quantity (stock unit), the latest start ≤ document date, the priority.
 * A row sets a price or takes percent off the list price; the customer's credit-grade discount follows unless the row is net.
 * Category row 85, grade AA 2 % → 83.30; marked net → 85. No price known is a finding with its reason, never 0.
 */
export function resolvePrice(facts: PriceFacts): ResolvedPrice {
  const methods = facts.methods ?? ['policy', 'list']
  const factor = factorOf(facts.item, facts.unit)
  const stockQty = toStockQty({ item: facts.item, unit: facts.unit ?? null, qty: facts.qty })
  if (!factor || !stockQty) return unknown(facts, [{ rule: 'unit', unit: facts.unit ?? null, skipped: 'unitUnknown' }], null, [])

  const line: Line = { facts, factor, stockQty: stockQty.abs(), list: listInLineUnit(facts, factor) }
  const ranked = rankPolicies(line)
  const ask: Record<PricingMethod, () => Found> = {
    policy: () => ranked[0] ?? (methods.includes('list') ? { skipped: 'noPolicyApplies' } : fromList(line)),
    latestPrice: () => fromLatestPrice(line),
    latestCostPlus: () => fromLatestCost(line),
    list: () => fromList(line),
  }
  const skipped: TraceStep[] = []
  for (const method of methods) {
    const found = ask[method]()
    if ('skipped' in found) {
      skipped.push({ rule: method, skipped: found.skipped })
      continue
    }
    const price = roundPrice(found.price)
    const trace = [
      ...skipped,
      ...found.steps,
      { rule: 'final', method, price: text(price), unit: facts.unit ?? facts.item.unit, currency: facts.currency },
    ]
    const candidates = candidatesOf(line, ranked, 'row' in found ? found : null, found.steps[0]?.rule)
    return { price, priceSource: 'auto', listPrice: line.list, trace, candidates }
  }
  return unknown(facts, skipped, line.list, candidatesOf(line, ranked, null, undefined))
}

function listInLineUnit(facts: PriceFacts, factor: Decimal): Decimal | null {
  const list = d(facts.item.listPrice)
  return list.gt(0) ? roundPrice(list.times(factor).div(rateOf(facts))) : null
}

function rateOf(facts: PriceFacts): Decimal {
  const rate = d(facts.exchangeRate ?? 1)
  return rate.gt(0) ? rate : new Decimal(1)
}

function rankPolicies(line: Line): Ranked[] {
  const { facts } = line
  const scope: PolicyScope = { customer: facts.customer, item: facts.item }
  return facts.policies
    .filter((row) => applies(row, line))
    .flatMap((row) => {
      const at = policyLevels.map((level) => ({ level, distance: level.distance(row, scope) })).find((entry) => entry.distance !== null)
      const priced = at ? pricedByRow(row, at.level, line) : null
      return at?.distance && priced ? [{ row, level: at.level, distance: at.distance, ...priced }] : []
    })
    .sort(byPrecedence(facts))
}

function applies(row: PolicyRow, { facts, stockQty }: Line): boolean {
  if (row.currency && row.currency !== facts.currency) return false
  if (row.validFrom && row.validFrom > facts.date) return false
  if (row.validTo && row.validTo < facts.date) return false
  if (isOtherUnit(row, facts) && row.unit !== facts.unit) return false
  return d(row.minQty).lte(stockQty)
}

const isOtherUnit = (row: PolicyRow, facts: PriceFacts): boolean => Boolean(row.unit) && row.unit !== facts.item.unit

const byPrecedence =
  (facts: PriceFacts) =>
  (a: Ranked, b: Ranked): number =>
    policyLevels.indexOf(a.level) - policyLevels.indexOf(b.level) ||
    a.distance[0] - b.distance[0] ||
    a.distance[1] - b.distance[1] ||
    d(b.row.minQty).cmp(d(a.row.minQty)) ||
    (b.row.validFrom ?? '').localeCompare(a.row.validFrom ?? '') ||
    (b.row.priority ?? 0) - (a.row.priority ?? 0) ||
    Number(isOtherUnit(b.row, facts)) - Number(isOtherUnit(a.row, facts)) ||
    // a true tie is refused when the policy is saved; imported ones still resolve the same way every time
    String(b.row.id).localeCompare(String(a.row.id), 'en', { numeric: true })

function pricedByRow(row: PolicyRow, level: PolicyLevel, line: Line): { price: Decimal; steps: TraceStep[] } | null {
  const { facts, factor, list } = line
  const about = { policy: row.id, version: row.version ?? null, minQty: d(row.minQty).toString(), validFrom: row.validFrom ?? null }
  if (row.price !== null && row.price !== undefined && row.price !== '') {
    const price = isOtherUnit(row, facts) ? d(row.price) : d(row.price).times(factor)
    return withGrade(line, price, [{ rule: level.name, ...about, price: text(price) }], Boolean(row.net))
  }
  if (row.discountRate === null || row.discountRate === undefined || row.discountRate === '' || !list) return null
  const price = list.times(new Decimal(1).minus(d(row.discountRate).div(100)))
  const steps: TraceStep[] = [
    { rule: listPriceLevel.name, price: text(list) },
    { rule: level.name, ...about, discountRate: d(row.discountRate).toString(), price: text(price) },
  ]
  return withGrade(line, price, steps, Boolean(row.net))
}

function withGrade({ facts }: Line, price: Decimal, steps: TraceStep[], net: boolean): { price: Decimal; steps: TraceStep[] } {
  const grade = facts.customer.grade
  const rate = grade ? d(facts.gradeDiscounts?.[grade]) : new Decimal(0)
  if (rate.isZero() || !grade) return { price, steps }
  if (net) return { price, steps: [...steps, { rule: 'gradeDiscount', grade, skipped: 'netPrice' }] }
  const discounted = price.times(new Decimal(1).minus(rate.div(100)))
  return { price: discounted, steps: [...steps, { rule: 'gradeDiscount', grade, discountRate: rate.toString(), price: text(discounted) }] }
}

function fromList(line: Line): Found {
  return line.list
    ? withGrade(line, line.list, [{ rule: listPriceLevel.name, price: text(line.list) }], false)
    : { skipped: 'listPriceUnknown' }
}

function fromLatestPrice({ facts, factor }: Line): Found {
  const latest = facts.latestPrice
  if (!latest) return { skipped: 'noEarlierSale' }
  const soldIn = factorOf(facts.item, latest.unit)
  if (!soldIn) return { skipped: 'unitUnknown' }
  const price = d(latest.price).div(soldIn).times(factor)
  const { slug, id, no, date } = latest.source
  return {
    price,
    steps: [{ rule: 'latestPrice', sourceSlug: slug, sourceId: id, sourceNo: no ?? null, sourceDate: date ?? null, price: text(price) }],
  }
}

function fromLatestCost({ facts, factor }: Line): Found {
  const { cost, markupRate } = facts
  if (cost === null || cost === undefined || d(cost).lte(0)) return { skipped: 'costUnknown' }
  if (markupRate === null || markupRate === undefined || markupRate === '') return { skipped: 'markupUnknown' }
  const price = d(cost)
    .times(new Decimal(1).plus(d(markupRate).div(100)))
    .times(factor)
    .div(rateOf(facts))
  return { price, steps: [{ rule: 'latestCostPlus', cost: d(cost).toString(), markupRate: d(markupRate).toString(), price: text(price) }] }
}

function candidatesOf(line: Line, ranked: readonly Ranked[], winner: Found | null, winningRule: string | undefined): PriceCandidate[] {
  const rows: PriceCandidate[] = ranked.map((entry) => ({
    rule: entry.level.name,
    policy: entry.row.id,
    version: entry.row.version ?? null,
    minQty: d(entry.row.minQty).toNumber(),
    validFrom: entry.row.validFrom ?? null,
    price: text(entry.price),
    won: entry === winner,
  }))
  const others = [fromLatestPrice(line), fromLatestCost(line), fromList(line)].flatMap((found): PriceCandidate[] => {
    const rule = 'skipped' in found ? undefined : found.steps[0]?.rule
    return 'skipped' in found || !rule ? [] : [{ rule, price: text(found.price), won: winner === null && rule === winningRule }]
  })
  return [...rows, ...others]
}

function unknown(facts: PriceFacts, skipped: TraceStep[], list: Decimal | null, candidates: PriceCandidate[]): ResolvedPrice {
  const reasons = skipped.map((step) => String(step['skipped']))
  const path = facts.index === undefined ? {} : { path: `lines.${facts.index}.price` }
  const finding: Finding = {
    code: 'PRICE_UNKNOWN',
    severity: 'error',
    ...path,
    facts: {
      item: facts.item.code ?? facts.item.id,
      qty: d(facts.qty).toNumber(),
      unit: facts.unit ?? facts.item.unit,
      date: facts.date,
      reasons,
    },
    remedy: { action: 'enterPrice' },
  }
  return { price: null, priceSource: 'auto', listPrice: list, trace: skipped, candidates, reason: finding }
}
