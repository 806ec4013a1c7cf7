import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundPrice } from '../kernel/money'

export type CostBasis = 'average' | 'latest'
export type MinimumPrice = { value: Decimal; source: 'fixed' | 'costPlusMargin' }

/** What an item costs per stock unit by the basis the house has chosen; where no average is known, the latest. Null: not known. */
export const costOf = (item: { latestCost: string | null; averageCost: string | null }, basis: CostBasis): string | null =>
  basis === 'latest' ? item.latestCost : (item.averageCost ?? item.latestCost)

type PricedItem = Parameters<typeof costOf>[0] & { minPrice: string | null; minMarginRate: string | null }

/** The minimum of an item as its facts and the house's settings give it: the one every guard, question and document goes by. */
export const minimumOf = (item: PricedItem, basis: CostBasis): MinimumPrice | null =>
  applicableMinimum({ fixed: item.minPrice, cost: costOf(item, basis), minMarginRate: item.minMarginRate })

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
