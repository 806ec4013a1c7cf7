import { d, type Decimal } from '../kernel/decimal'

type Typed = {
  /** unit cost as typed */
  typed: number
  /** unit cost the books know, in the same unit; null: none yet */
  expected: Decimal | null
  /** how many percent the typed cost may differ; null: as much as it likes */
  tolerance: number | null
}

/**
 * The cost a receipt is booked at when whoever posts it knows no costs: the typed one while it is near what the books know, else that of
 * the books, and the typed one waits for finance. At 60 known and 20 %: 72 is booked, 72.01 waits and 60 is booked.
 */
export function costOfReceipt({ typed, expected, tolerance }: Typed): { cost: number; isToConfirm: boolean } {
  if (expected === null || expected.isZero() || tolerance === null) return { cost: typed, isToConfirm: false }
  const most = expected.abs().times(tolerance).div(100)
  const isNear = d(typed).minus(expected).abs().lte(most)
  return isNear ? { cost: typed, isToConfirm: false } : { cost: expected.toDecimalPlaces(6).toNumber(), isToConfirm: true }
}
