import { d, type Decimal, type Numeric } from '../kernel/decimal'
import { roundRate } from '../kernel/money'
import type { Steps } from '../kernel/steps'

export const priceAdjustmentStatuses = ['draft', 'submitted', 'approved', 'effective', 'superseded', 'cancelled'] as const
export type PriceAdjustmentStatus = (typeof priceAdjustmentStatuses)[number]

/**
 * 调价单: approved by somebody else, in force from its day on (the clock's step, never a person's), superseded when later prices have
 * taken the place of all of its own. Once in force it is not cancelled: the next adjustment changes the price again.
 */
export const priceAdjustmentSteps = {
  draft: { submit: 'submitted', cancel: 'cancelled' },
  submitted: { approve: ['approved', 'effective'], reject: 'draft', cancel: 'cancelled' },
  approved: { takeEffect: 'effective', cancel: 'cancelled' },
  effective: { supersede: 'superseded' },
} as const satisfies Steps<PriceAdjustmentStatus>

export type AdjustmentLine = {
  id?: string
  customer: number | null
  customerCategory: number | null
  item: number | null
  itemCategory: number | null
  /** null = stock unit */
  unit: string | null
  currency: string
  /** in stock units; null = from the first piece */
  minQty: number | null
  /** what would hold on the day without this adjustment; null = no price known */
  oldPrice: number | null
  newPrice: number
  /** percent, signed */
  changeRate: number | null
  net: boolean
  priority: number
  validTo: string | null
  remark?: string | null
}

/** Change in percent of the old price: 100 → 112 is 12, 100 → 88 is −12; from 0 it counts as 100; null when no price was known. */
export function changeRate(oldPrice: Numeric | null | undefined, newPrice: Numeric): Decimal | null {
  if (oldPrice === null || oldPrice === undefined) return null
  const before = d(oldPrice)
  if (before.isZero()) return d(newPrice).isZero() ? d(0) : d(100)
  return roundRate(d(newPrice).minus(before).div(before).times(100))
}

/** The line that changes its price most, up or down, when that is more than the threshold: 10 % at a threshold of 10 passes. */
export function aboveThreshold(
  lines: ReadonlyArray<{ oldPrice: Numeric | null; newPrice: Numeric }>,
  threshold: Numeric,
): { index: number; percent: Decimal } | null {
  return lines.reduce<{ index: number; percent: Decimal } | null>((most, line, index) => {
    // compared exactly: 10.00004 % is more than 10 % although it is shown as 10
    const before = line.oldPrice === null ? null : d(line.oldPrice)
    const percent = changeRate(line.oldPrice, line.newPrice)
    if (before === null || percent === null) return most
    const exceeds = before.isZero()
      ? percent.gt(d(threshold))
      : d(line.newPrice)
          .minus(before)
          .abs()
          .times(100)
          .gt(before.times(d(threshold)))
    return exceeds && (!most || percent.abs().gt(most.percent.abs())) ? { index, percent } : most
  }, null)
}

/** 调价单: old and new prices by customer, customer category, item or item category, from a day on. */
export type PriceAdjustment = {
  status: PriceAdjustmentStatus
  effectiveFrom: string
  currency: string
  reason?: string | null
  department: number | null
  /** names no customer: everybody may know it once it is approved */
  general: boolean
  salesperson: number | null
  largestChange: number | null
  lines: AdjustmentLine[]
}
