import { d, type Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount, roundRate } from '../kernel/money'

export type Margin = { profit: Decimal; rate: Decimal | null }

/**
 * Margin of a line (F5): profit = net − cost; rate in percent of net, null at net 0. Net 88.50, cost 70 → 18.50, 20.9040 %.
 * `cost` is per stock unit and `qty` in stock units; an invoice gives its issue cost as `costValue` instead.
 */
export function margin(line: { net: Numeric; cost: Numeric; qty: Numeric } | { net: Numeric; costValue: Numeric }): Margin {
  const costValue = 'costValue' in line ? d(line.costValue) : d(line.cost).times(d(line.qty))
  const profit = roundAmount(d(line.net).minus(costValue))
  return { profit, rate: d(line.net).isZero() ? null : roundRate(profit.div(d(line.net)).times(100)) }
}
