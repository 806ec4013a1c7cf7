import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import type { Id } from './policyLevels'

/** What a line really loses, in percent: its own discount, then the header's on what is left. 10 % and 10 % → 19 %. Not rounded. */
export const effectiveDiscount = (lineRate: Numeric | null | undefined, headerRate: Numeric | null | undefined): Decimal => {
  const [line, header] = [d(lineRate), d(headerRate)]
  if (line.isZero() && header.isZero()) return line // as on most lines
  const left = (rate: Decimal): Decimal => d(1).minus(rate.div(100))
  return d(100).minus(left(line).times(left(header)).times(100))
}

/**
 * Maximum discount: line discount and share of the header discount together may reach the smallest maximum that applies (role, item
 * category), equal passes. Maximum 10 %: a line of 1,000 less a header discount of 100 passes, of 100.01 does not. null = no maximum.
 * A free line has no discount to measure.
 */
export function decideDiscount(facts: {
  lines: readonly {
    index: number
    item: Id
    discountRate?: Numeric | null
    /** percent that the header discount takes off the lines */
    headerRate?: Numeric | null
    maximum: Numeric | null
    free?: boolean | null
  }[]
}): Finding[] {
  return facts.lines.flatMap((line): Finding[] => {
    if (line.free || line.maximum === null) return []
    const given = effectiveDiscount(line.discountRate, line.headerRate)
    if (given.lte(d(line.maximum))) return []
    const maximum = d(line.maximum).toNumber()
    const byLine = d(line.discountRate).gt(d(line.maximum))
    const shown = given.toDecimalPlaces(4, Decimal.ROUND_UP).toNumber()
    return [
      {
        code: 'DISCOUNT_EXCEEDED',
        severity: 'error',
        path: byLine ? `lines.${line.index}.discountRate` : 'headerDiscount',
        facts: {
          item: line.item,
          discountRate: shown,
          ...(d(line.headerRate).gt(0) ? { lineRate: d(line.discountRate).toNumber(), headerRate: rounded(d(line.headerRate)) } : {}),
          maximum,
        },
        remedy: { action: 'lowerDiscount', facts: { maximum } },
      },
    ]
  })
}

const rounded = (rate: Decimal): number => rate.toDecimalPlaces(4).toNumber()
