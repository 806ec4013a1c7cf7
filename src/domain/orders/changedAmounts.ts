import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'
import { splitByWeight } from '../kernel/split'
import { lineAmount, taxLine, type TaxMode, toBase } from '../pricing/taxLine'
import { lineFigures, type LinePart } from './earlierPart'

/** What an open piece of a line costs, before the header discount. */
export type LineTerms = { price: Numeric | null; discountRate?: Numeric | null; taxRate: Numeric | null; free?: boolean | null }

export type LineInChange = {
  id: string
  /** as the order stands: the terms and amounts of what is open of it; null for a line that is added */
  before: (LineTerms & { open: LinePart }) | null
  /** as it is to become; `open` is the quantity that still can be billed; null for a line that goes */
  after: (LineTerms & { open: Numeric }) | null
}

export type OpenAmounts = Record<keyof LinePart | 'grossPrice' | 'netPrice', Decimal>

export type ChangedAmounts = {
  /** What the open part of each line comes to; a line with nothing open is absent. */
  open: Map<string, OpenAmounts>
  /** Lines whose open part is another one than before. */
  moved: Set<string>
  /** The header discount of the order from now on: less than before only when nothing is left to carry the rest of it. */
  headerDiscount: Decimal
  /** Header discount on what is open, in percent of its amount, before and after: what the maximum discount is judged by. */
  rate: { before: Decimal; after: Decimal }
  /** Set when the open rest cannot carry what is left of the header discount; then no amounts are decided. */
  short: { carried: Decimal; rest: Decimal; missing: Decimal } | null
}

export const nothing: LinePart = { qty: 0, gross: 0, net: 0, baseGross: 0, baseNet: 0 }

export const plus = (a: LinePart, b: LinePart): LinePart => {
  const sum = (name: keyof LinePart): Decimal => d(a[name]).plus(d(b[name]))
  return { qty: sum('qty'), gross: sum('gross'), net: sum('net'), baseGross: sum('baseGross'), baseNet: sum('baseNet') }
}

const listed = (terms: LineTerms, qty: Numeric): Decimal =>
  terms.free ? d(0) : lineAmount({ price: terms.price ?? 0, qty, taxRate: terms.taxRate, discountRate: terms.discountRate ?? 0 })

const total = (figures: readonly Decimal[]): Decimal => figures.reduce((sum, figure) => sum.plus(figure), d(0))
const percentOf = (part: Decimal, whole: Decimal): Decimal => (whole.isZero() ? d(0) : part.div(whole).times(100))

/** Whether anything that makes the amount of a line differs. */
function differs({ before, after }: LineInChange): boolean {
  if (!before || !after) return true
  const same = (x: Numeric | null | undefined, y: Numeric | null | undefined): boolean => d(x ?? 0).eq(d(y ?? 0))
  return !(
    same(before.price, after.price) &&
    same(before.discountRate, after.discountRate) &&
    same(before.taxRate, after.taxRate) &&
    (before.taxRate === null) === (after.taxRate === null) &&
    same(before.open.qty, after.open) &&
    Boolean(before.free) === Boolean(after.free)
  )
}

/**
 * Amounts of an order's open rest after a change. A header discount belongs to the whole order: what is invoiced or given up keeps its
 * amount, and what is open carries what is left of the discount, by largest remainder. Worked: 10 × 100 less 500, 5 invoiced (250), now 20 →
 * the open 15 come to 1,500 − 250 = 1,250. Now 6: the open one (100) cannot carry 250, the change is refused. Now 5: nothing is open, the
 * order is worth the 250 that are invoiced and the rest of the discount lapses. A change that touches no amount moves none.
 */
export function changedAmounts({
  mode,
  headerDiscount,
  exchangeRate,
  lines,
}: {
  mode: TaxMode
  headerDiscount: Numeric
  exchangeRate: Numeric
  lines: readonly LineInChange[]
}): ChangedAmounts {
  const basis = mode === 'inclusive' ? 'gross' : 'net'
  const listedBefore = total(lines.map(({ before }) => (before ? listed(before, before.open.qty) : d(0))))
  const openBefore = total(lines.map(({ before }) => d(before?.open[basis] ?? 0)))
  const carried = Decimal.max(0, Decimal.min(roundAmount(headerDiscount), listedBefore.minus(openBefore)))
  const weights = lines.map(({ after }) => (after ? listed(after, after.open) : d(0)))
  const rest = total(weights)
  const rate = { before: percentOf(carried, listedBefore), after: percentOf(carried, rest) }
  const none = { open: new Map<string, OpenAmounts>(), moved: new Set<string>() }
  const decided = { ...none, headerDiscount: roundAmount(headerDiscount), rate, short: null }
  if (rest.gt(0) && carried.gt(rest)) return { ...decided, short: { carried, rest, missing: carried.minus(rest) } }
  const lapses = rest.isZero()
  const moves = lines.some(differs)
  const shares = carried.isZero() || lapses ? weights.map(() => d(0)) : splitByWeight(carried, weights)
  lines.forEach((line, index) => {
    const { id, before, after } = line
    const stays = before !== null && !(carried.isZero() ? differs(line) : moves)
    if (!stays) decided.moved.add(id)
    if (!after || d(after.open).lte(0)) return
    const priced = after.free ? { ...after, price: 0 } : after
    const terms = { ...priced, price: priced.price ?? 0, qty: after.open, discountRate: after.discountRate ?? 0 }
    const taxed = taxLine({ ...terms, mode, headerShare: shares[index] ?? 0 })
    const base = toBase({ amounts: taxed, rate: exchangeRate })
    const amounts = stays ? before.open : { ...taxed, baseGross: base.gross, baseNet: base.net }
    decided.open.set(id, {
      qty: d(after.open),
      ...{ gross: d(amounts.gross), net: d(amounts.net), baseGross: d(amounts.baseGross), baseNet: d(amounts.baseNet) },
      ...{ grossPrice: taxed.grossPrice, netPrice: taxed.netPrice },
    })
  })
  return lapses ? { ...decided, headerDiscount: decided.headerDiscount.minus(carried), rate: { ...rate, after: d(0) } } : decided
}

/** An amount over quantities that follow each other, cumulatively (F2): 100.00 over 1, 1, 1 → 33.33, 33.34, 33.33. */
export function consecutiveParts(whole: LinePart, quantities: readonly Numeric[]): LinePart[] {
  let done = nothing
  return quantities.map((qty) => {
    const upTo = d(done.qty).plus(d(qty))
    const part = { ...nothing, qty }
    for (const figure of lineFigures)
      part[figure] = d(whole.qty).isZero() ? d(0) : roundAmount(d(whole[figure]).times(upTo).div(d(whole.qty))).minus(d(done[figure]))
    done = plus(done, part)
    return part
  })
}
