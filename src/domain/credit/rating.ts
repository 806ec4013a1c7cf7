import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

export const ratingGrades = ['AAA', 'AA', 'A', 'B', 'C'] as const
export type RatingGrade = (typeof ratingGrades)[number]

/** Weights and limits of the rating; the defaults are those of F9. */
export type RatingRule = {
  target: Numeric
  volume: Numeric
  payment: Numeric
  returns: Numeric
  /** days late that earn no points */
  delay: Numeric
  /** return rate in percent that earns no points */
  returnRate: Numeric
  from: Record<Exclude<RatingGrade, 'C'>, Numeric>
  factor: Record<RatingGrade, Numeric>
}

export const ratingRule: RatingRule = {
  target: 1_000_000,
  volume: 40,
  payment: 40,
  returns: 20,
  delay: 60,
  returnRate: 10,
  from: { AAA: 90, AA: 80, A: 70, B: 60 },
  factor: { AAA: 1.5, AA: 1, A: 0.8, B: 0.6, C: 0 },
}

/** What a customer did in the trailing twelve months. Net sales in base currency, days beyond terms, returns in percent. */
export type RatingFacts = { netSales: Numeric; daysLate: Numeric; returnRate: Numeric; creditDays: Numeric }

export type Rating = { volume: Decimal; payment: Decimal; returns: Decimal; points: Decimal; grade: RatingGrade; limit: Decimal }

const within = (share: Decimal): Decimal => Decimal.max(0, Decimal.min(1, share))
const share = (part: Numeric, whole: Numeric): Decimal => (d(whole).lte(0) ? d(1) : d(part).div(d(whole)))

/**
 * Points and grade of a customer (F9): V = 40 × min(1, netSales / target); P = 40 × max(0, 1 − max(0, DBT) / 60);
 * R = 20 × (1 − min(1, returnRate / 10 %)). Limit = average monthly net sales × days/30 × factor of the grade, to the cent.
 * 800,000, 6 days, 2 % → 32 + 36 + 16 = 84 AA; at 60 days 133,333.33.
 */
export function rateCustomer(facts: RatingFacts, rule: RatingRule = ratingRule): Rating {
  const volume = d(rule.volume).times(within(share(facts.netSales, rule.target)))
  const payment = d(rule.payment).times(d(1).minus(within(share(Decimal.max(0, d(facts.daysLate)), rule.delay))))
  const returns = d(rule.returns).times(d(1).minus(within(share(Decimal.max(0, d(facts.returnRate)), rule.returnRate))))
  const points = volume.plus(payment).plus(returns)
  const grade = (['AAA', 'AA', 'A', 'B'] as const).find((candidate) => points.gte(d(rule.from[candidate]))) ?? 'C'
  const monthly = Decimal.max(0, d(facts.netSales)).div(12)
  return {
    ...{ volume, payment, returns, points, grade },
    limit: roundAmount(monthly.times(d(facts.creditDays)).div(30).times(d(rule.factor[grade]))),
  }
}

export type RatingStep = { zh: string; en: string; result: string }

const shown = (value: Numeric, places = 2): string => d(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toString()

/** The arithmetic of a rating as it is shown beside the proposal: every step with its figures. */
export function ratingSteps(facts: RatingFacts, rating: Rating, rule: RatingRule = ratingRule): RatingStep[] {
  const [sales, late, returned] = [shown(facts.netSales), shown(facts.daysLate, 4), shown(facts.returnRate, 4)]
  const monthly = shown(d(facts.netSales).div(12))
  const factor = shown(rule.factor[rating.grade], 4)
  const volume = `${shown(rule.volume)} × min(1, ${sales} ÷ ${shown(rule.target)})`
  const payment = `${shown(rule.payment)} × max(0, 1 − ${late} ÷ ${shown(rule.delay)})`
  const returns = `${shown(rule.returns)} × (1 − min(1, ${returned} % ÷ ${shown(rule.returnRate)} %))`
  const limit = `${monthly} × ${shown(facts.creditDays)} ÷ 30 × ${factor}`
  return [
    { zh: `销售额：${volume}`, en: `Volume: ${volume}`, result: shown(rating.volume, 4) },
    { zh: `付款：${payment}`, en: `Payment: ${payment}`, result: shown(rating.payment, 4) },
    { zh: `退货：${returns}`, en: `Returns: ${returns}`, result: shown(rating.returns, 4) },
    { zh: '总分与等级', en: 'Points and grade', result: `${shown(rating.points, 4)} → ${rating.grade}` },
    { zh: `建议额度：月均销售 ${limit}`, en: `Limit: monthly sales ${limit}`, result: shown(rating.limit) },
  ]
}
