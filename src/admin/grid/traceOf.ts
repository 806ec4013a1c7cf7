import type { GridRow } from '@/src/domain/grid/rows'
import type { RowShape } from '@/src/domain/grid/rowShape'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'

import type { CheckedLine } from './useCheck'

/** The steps a price was found by; none where nothing has been found yet. */
export const traceOf = (row: GridRow, checked: CheckedLine | undefined, { price }: RowShape): TraceStep[] => {
  const trace: unknown = price && (checked?.[price.trace] ?? row.values[price.trace])
  return Array.isArray(trace) ? (trace as TraceStep[]) : []
}
