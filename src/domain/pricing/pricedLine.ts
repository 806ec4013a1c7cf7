import { d, Decimal } from '../kernel/decimal'
import { roundPrice } from '../kernel/money'
import type { PriceFacts, TraceStep } from './priceFacts'

/** A price with the steps that led to it, or why there is none. */
export type Found = { price: Decimal; steps: TraceStep[] } | { skipped: string }
/** The line with what every rule needs of it, worked out once. */
export type Line = { facts: PriceFacts; factor: Decimal; stockQty: Decimal; list: Decimal | null }

/** A figure as traces keep it. */
export const text = (x: Decimal): string => roundPrice(x).toString()

/** The list price per line unit in document currency; 0 or empty is none. */
export function listInLineUnit(facts: PriceFacts, factor: Decimal): Decimal | null {
  const list = d(facts.item.listPrice)
  if (list.lte(0)) return null
  const rate = rateOf(facts)
  return roundPrice(rate.eq(1) ? list.times(factor) : list.times(factor).div(rate))
}

/** Base currency per 1 of the document's currency; unset is 1. */
export function rateOf(facts: PriceFacts): Decimal {
  const rate = d(facts.exchangeRate ?? 1)
  return rate.gt(0) ? rate : new Decimal(1)
}

/** Percent the customer's credit grade takes off; 0 without a grade. */
const gradeRate = ({ facts }: Line): Decimal => d(facts.customer.grade ? facts.gradeDiscounts?.[facts.customer.grade] : null)

/** The price less the customer's credit-grade discount, unless it is net. */
export function gradePrice(line: Line, price: Decimal, net: boolean): Decimal {
  const rate = net ? null : gradeRate(line)
  return !rate || rate.isZero() ? price : price.times(new Decimal(1).minus(rate.div(100)))
}

/** Takes the customer's credit-grade discount off, unless the price is net, and says so in the steps. */
export function withGrade(line: Line, price: Decimal, steps: TraceStep[], net: boolean): { price: Decimal; steps: TraceStep[] } {
  const grade = line.facts.customer.grade
  const rate = gradeRate(line)
  if (rate.isZero() || !grade) return { price, steps }
  if (net) return { price, steps: [...steps, { rule: 'gradeDiscount', grade, skipped: 'netPrice' }] }
  const discounted = gradePrice(line, price, false)
  return { price: discounted, steps: [...steps, { rule: 'gradeDiscount', grade, discountRate: rate.toString(), price: text(discounted) }] }
}
