import type { GridRow } from '@/src/domain/grid/rows'
import type { RowShape } from '@/src/domain/grid/rowShape'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'
import { isTraceMark, type TraceMark, traceMark } from '@/src/domain/pricing/traceMark'

import type { CheckedLine } from './useCheck'

/** How a price was found: its mark, and its steps; null where a page told the mark alone and they are still to be asked for. */
export type KnownTrace = { mark: TraceMark | null; steps: readonly TraceStep[] | null }

export const traceOf = (row: GridRow, checked: CheckedLine | undefined, { price }: RowShape): KnownTrace => {
  const trace: unknown = price && (checked?.[price.trace] ?? row.values[price.trace])
  if (isTraceMark(trace)) return { mark: trace, steps: null }
  const steps = Array.isArray(trace) ? (trace as TraceStep[]) : []
  return { mark: traceMark(steps), steps }
}
