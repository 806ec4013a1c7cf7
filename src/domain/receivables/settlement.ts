import { d, type Numeric } from '../kernel/decimal'
import type { Facet } from '../orders/progress'

/** How far what a document asks for, or brings, is settled: exact, without tolerance. What asks for nothing has nothing to settle. */
export function settlementOf({ open, total }: { open: Numeric; total: Numeric }): Facet {
  if (d(open).eq(d(total))) return 'none'
  return d(open).isZero() ? 'full' : 'partly'
}
