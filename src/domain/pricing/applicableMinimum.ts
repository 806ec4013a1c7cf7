import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundPrice } from '../kernel/money'

export type MinimumPrice = { value: Decimal; source: 'fixed' | 'costPlusMargin' }

/**
 * The minimum net price per stock unit: the highest applicable of the item's fixed minimum and cost × (1 + minimum margin), margin
 * of the item, else of its category. A minimum that is empty or 0 is none, and none means not checked (M-01); an unknown cost
 * gives no margin rule. A margin of 0 % is a rule: not below cost (M-02).
 */
export function applicableMinimum(facts: {
  fixed?: Numeric | null
  cost?: Numeric | null
  minMarginRate?: Numeric | null
  categoryMinMarginRate?: Numeric | null
}): MinimumPrice | null {
  const marginRate = facts.minMarginRate ?? facts.categoryMinMarginRate
  const fixed: MinimumPrice = { value: roundPrice(d(facts.fixed)), source: 'fixed' }
  const byMargin: MinimumPrice | null =
    marginRate === null || marginRate === undefined
      ? null
      : { value: roundPrice(d(facts.cost).times(new Decimal(1).plus(d(marginRate).div(100)))), source: 'costPlusMargin' }
  const highest = byMargin?.value.gt(fixed.value) ? byMargin : fixed
  return highest.value.gt(0) ? highest : null
}
