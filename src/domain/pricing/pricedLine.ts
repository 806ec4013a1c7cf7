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
  return list.gt(0) ? roundPrice(list.times(factor).div(rateOf(facts))) : null
}

/** Base currency per 1 of the document's currency; unset is 1. */
export function rateOf(facts: PriceFacts): Decimal {
  const rate = d(facts.exchangeRate ?? 1)
  return rate.gt(0) ? rate : new Decimal(1)
}

/** Takes the customer's credit-grade discount off, unless the price is net. */
export function withGrade({ facts }: Line, price: Decimal, steps: TraceStep[], net: boolean): { price: Decimal; steps: TraceStep[] } {
  const grade = facts.customer.grade
  const rate = grade ? d(facts.gradeDiscounts?.[grade]) : new Decimal(0)
  if (rate.isZero() || !grade) return { price, steps }
  if (net) return { price, steps: [...steps, { rule: 'gradeDiscount', grade, skipped: 'netPrice' }] }
  const discounted = price.times(new Decimal(1).minus(rate.div(100)))
  return { price: discounted, steps: [...steps, { rule: 'gradeDiscount', grade, discountRate: rate.toString(), price: text(discounted) }] }
}
