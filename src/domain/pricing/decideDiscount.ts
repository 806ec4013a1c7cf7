import { d, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import type { Id } from './policyLevels'

/**
 * Maximum discount: the percent of a line may reach the smallest maximum that applies (role, item category), equal passes.
 * null = no maximum. A free line has no discount to measure.
 */
export function decideDiscount(facts: {
  lines: readonly { index: number; item: Id; discountRate?: Numeric | null; maximum: Numeric | null; free?: boolean | null }[]
}): Finding[] {
  return facts.lines.flatMap((line): Finding[] => {
    if (line.free || line.maximum === null || d(line.discountRate).lte(d(line.maximum))) return []
    const maximum = d(line.maximum).toNumber()
    return [
      {
        code: 'DISCOUNT_EXCEEDED',
        severity: 'error',
        path: `lines.${line.index}.discountRate`,
        facts: { item: line.item, discountRate: d(line.discountRate).toNumber(), maximum },
        remedy: { action: 'lowerDiscount', facts: { maximum } },
      },
    ]
  })
}
