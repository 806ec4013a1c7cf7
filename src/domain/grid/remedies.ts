import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Remedy } from '../kernel/decision'
import { toNumber } from '../kernel/money'
import type { Words } from '../words/words'
import { netUnitPriceStock } from '../pricing/decideMinimumPrice'
import { spokenFigure } from './readCell'

/** What one press changes: values of the line, texts of the line that are still to be looked up, a further line beneath, fields of the head. */
export type Applied = {
  label: Words
  values?: Readonly<Record<string, unknown>>
  typed?: Readonly<Record<string, string>>
  beneath?: { values: Readonly<Record<string, unknown>>; typed: Readonly<Record<string, string>> }
  head?: Readonly<Record<string, unknown>>
}

export type Cured = { code?: string; path?: string; facts?: Readonly<Record<string, unknown>>; cure?: Remedy }

export type RemedyFacts = {
  finding: Cured
  /** the line as it is entered */
  line: Readonly<Record<string, unknown>>
  /** what the house makes of it: units, rates */
  checked: Readonly<Record<string, unknown>> | undefined
  head: { taxMode?: unknown; exchangeRate?: unknown; headerDiscount?: unknown }
  /** columns that can be typed in here */
  open: ReadonlySet<string>
  mayPrice: boolean
}

const said = (value: Decimal): string => spokenFigure(toNumber(value), 'figure')
const figure = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const of = (line: RemedyFacts['line'], checked: RemedyFacts['checked'], name: string): unknown => line[name] ?? checked?.[name]

/** Whole pieces where whole pieces were entered, else what a quantity can hold. */
const downTo = (value: Decimal, like: Numeric): Decimal => value.toDecimalPlaces(d(like).isInteger() ? 0 : 4, Decimal.ROUND_DOWN)
const upTo = (value: Decimal, like: Numeric): Decimal => value.toDecimalPlaces(d(like).isInteger() ? 0 : 4, Decimal.ROUND_UP)

type Place = { column: 'warehouse' | 'batchNo'; name: string; available: number }

function placesOf({ finding, open }: RemedyFacts): Place[] {
  const told = finding.facts?.['alternatives'] as
    { warehouses?: Array<{ warehouse: string; available: number }>; batches?: Array<{ batchNo: string; available: number }> } | undefined
  // short over all warehouses together: another warehouse does not help
  const warehouses = open.has('warehouse') && finding.facts?.['warehouse'] ? (told?.warehouses ?? []) : []
  const batches = open.has('batchNo') ? (told?.batches ?? []) : []
  return [
    ...batches.map(({ batchNo, available }): Place => ({ column: 'batchNo', name: batchNo, available })),
    ...warehouses.map(({ warehouse, available }): Place => ({ column: 'warehouse', name: warehouse, available })),
  ]
}

const elsewhere = ({ column, name }: Place): NonNullable<Applied['beneath']> =>
  column === 'batchNo' ? { values: { batchNo: name }, typed: {} } : { values: { batchNo: null }, typed: { warehouse: name } }

/**
 * A shortage (V-03): less of it, the missing part from another batch or warehouse, or the day on which enough has come. Required 60,
 * available 20 → [Reduce to 20] [Take 40 from W2].
 */
function ofShortage(facts: RemedyFacts): Applied[] {
  const { finding, line, checked, open } = facts
  const [required, available] = [figure(finding.facts?.['required']), figure(finding.facts?.['available'])]
  const [entered, units, stockQty] = [figure(line['qty']), figure(checked?.['qty']), figure(checked?.['stockQty'])]
  if (required === null || available === null || entered === null || !units || !stockQty) return []
  const factor = d(stockQty).div(units)
  const missing = d(required).minus(available).div(factor)
  const stays = downTo(d(entered).minus(missing), entered)
  const reduce: Applied[] = stays.gt(0)
    ? [{ label: { zh: `改为 ${said(stays)}`, en: `Reduce to ${said(stays)}` }, values: { qty: toNumber(stays) } }]
    : []
  const moves = placesOf(facts).flatMap((place): Applied[] => {
    const there = downTo(d(place.available).div(factor), entered)
    const take = Decimal.min(upTo(missing, entered), there, entered)
    if (take.lte(0)) return []
    const label = { zh: `从 ${place.name} 取 ${said(take)}`, en: `Take ${said(take)} from ${place.name}` }
    if (take.eq(entered)) return [{ label, ...elsewhere(place) }]
    const { values, typed } = elsewhere(place)
    return [{ label, values: { qty: toNumber(d(entered).minus(take)) }, beneath: { values: { ...values, qty: toNumber(take) }, typed } }]
  })
  const earliest = (finding.facts?.['alternatives'] as { earliest?: string | null } | undefined)?.earliest
  const later: Applied[] =
    earliest && finding.facts?.['date'] && open.has('schedule')
      ? [{ label: { zh: `${earliest} 交货`, en: `Deliver on ${earliest}` }, values: { schedule: [{ date: earliest, qty: entered }] } }]
      : []
  return [...reduce, ...moves, ...later]
}

/** The smallest step of a price that is typed. */
const step = d('0.0001')

/** Below the minimum: the lowest price that passes, in the unit, the currency and the tax mode of the document; 81.86 net → 92.51 with 13 %. */
function ofMinimum({ finding, line, checked, head, open, mayPrice }: RemedyFacts): Applied[] {
  const minimum = figure(finding.cure?.facts?.['minimum'])
  const [units, stockQty] = [figure(checked?.['qty']), figure(checked?.['stockQty'])]
  if (minimum === null || !mayPrice || !open.has('price') || !units || !stockQty || d(figure(head.headerDiscount)).gt(0)) return []
  const kept = d(1).minus(d(figure(of(line, checked, 'discountRate'))).div(100))
  const taxed = head.taxMode === 'exclusive' ? d(1) : d(1).plus(d(figure(of(line, checked, 'taxRate'))).div(100))
  const rate = d(figure(head.exchangeRate) ?? 1)
  const netAt = (price: Decimal): Decimal =>
    netUnitPriceStock({
      price,
      discountRate: figure(of(line, checked, 'discountRate')),
      taxRate: figure(of(line, checked, 'taxRate')),
      netPrice: 0,
      qty: units,
      stockQty,
      taxMode: head.taxMode === 'exclusive' ? 'exclusive' : 'inclusive',
      headerDiscount: null,
      exchangeRate: rate,
    })
  if (kept.lte(0) || rate.lte(0)) return []
  const exact = d(minimum).times(d(stockQty).div(units)).times(taxed).div(kept).div(rate)
  const least = exact.toDecimalPlaces(4, Decimal.ROUND_UP)
  // net prices are rounded before they are judged, and may fall below the minimum by that
  const price = netAt(least).lt(d(minimum)) ? least.plus(step) : least
  const shown = spokenFigure(toNumber(price), price.decimalPlaces() < 2 ? 'amount' : 'figure')
  return [{ label: { zh: `用 ${shown}`, en: `Use ${shown}` }, values: { price: toNumber(price), priceSource: 'manual' } }]
}

/** The break of a quantity at the price of the day: open, so that the house fills it in. */
function ofBreak(finding: Cured, line: RemedyFacts['line'], label: Words): Applied[] {
  const qty = figure(finding.facts?.['breakQty'])
  const breaks = Array.isArray(line['breaks']) ? (line['breaks'] as Array<{ qty?: unknown; price?: unknown }>) : []
  if (qty === null || !breaks.some((one) => Number(one.qty) === qty)) return []
  return [{ label, values: { breaks: breaks.map((one) => (Number(one.qty) === qty ? { ...one, price: null } : one)) } }]
}

/** A price, rate or discount nobody may type here: what the house says instead. */
function ofLocked({ finding, line, open }: RemedyFacts): Applied[] {
  const { action, facts } = finding.cure ?? { action: '' }
  const field = finding.path?.split('.').at(-1) ?? ''
  if (action === 'usePolicyPrice' || action === 'reprice') {
    const price = figure(facts?.['price'])
    const label = price === null ? { zh: '用政策价', en: 'Use the policy price' } : { zh: `用 ${price}`, en: `Use ${price}` }
    if (field === 'breaks') return open.has(field) ? ofBreak(finding, line, label) : []
    return open.has('price') ? [{ label, values: { price: null, priceSource: 'auto' } }] : []
  }
  if (action === 'useListed') {
    const due = figure(facts?.['due'])
    const text = due === null ? '' : ` ${due}${field === 'taxRate' ? '%' : ''}`
    const label = { zh: `用应有的${text}`, en: `Use what is due${text}` }
    if (field === 'exchangeRate') return [{ label, head: { exchangeRate: null } }]
    return open.has(field) ? [{ label, values: { [field]: null } }] : []
  }
  const maximum = figure(facts?.['maximum'])
  if (action !== 'lowerDiscount' || maximum === null || field !== 'discountRate' || !open.has(field)) return []
  return [{ label: { zh: `降至 ${maximum}%`, en: `Lower to ${maximum}%` }, values: { discountRate: maximum } }]
}

/** More than is left of what the line comes from: what is left. */
function ofExcess({ finding, line, open }: RemedyFacts): Applied[] {
  const [entered, excess] = [figure(line['qty']), figure(finding.facts?.['excess'])]
  if (finding.cure?.action !== 'reduceQty' || entered === null || excess === null || !open.has('qty')) return []
  const stays = d(entered).minus(excess)
  return stays.gt(0) ? [{ label: { zh: `改为 ${said(stays)}`, en: `Reduce to ${said(stays)}` }, values: { qty: toNumber(stays) } }] : []
}

/** Delivery dates that do not add up: the last one takes the difference. */
function ofSchedule({ finding, line, open }: RemedyFacts): Applied[] {
  const difference = figure(finding.facts?.['difference'])
  const rows = Array.isArray(line['schedule']) ? (line['schedule'] as Array<Record<string, unknown>>) : []
  const last = rows.at(-1)
  if (difference === null || !last || !open.has('schedule')) return []
  const qty = d(figure(last['qty'])).plus(difference)
  const label = { zh: `末批改为 ${said(qty)}`, en: `Last date takes ${said(qty)}` }
  return qty.gt(0) ? [{ label, values: { schedule: [...rows.slice(0, -1), { ...last, qty: toNumber(qty) }] } }] : []
}

/** What would make a finding pass, each as one press. What cannot be worked out from what is known is not offered. */
export function remediesOf(facts: RemedyFacts): Applied[] {
  switch (facts.finding.code) {
    case 'NOT_AVAILABLE':
      return facts.open.has('qty') ? ofShortage(facts) : []
    case 'BELOW_MINIMUM_PRICE':
      return ofMinimum(facts)
    case 'SCHEDULE_MISMATCH':
      return ofSchedule(facts)
    case 'OVER_INVOICE':
    case 'OVER_DELIVERY':
    case 'OVER_RETURN':
      return ofExcess(facts)
    default:
      return ofLocked(facts)
  }
}
