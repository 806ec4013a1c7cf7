import type { TraceStep } from './priceFacts'

const found = '?'
const otherNow = '≠'

/** What stands beside a price, behind which its story is told: ≠ where policy would give another one now. */
export type TraceMark = typeof found | typeof otherNow

export const isTraceMark = (value: unknown): value is TraceMark => value === found || value === otherNow

/** The mark of a price that was found by such steps; null where nothing has been found yet. */
export const traceMark = (trace: readonly TraceStep[]): TraceMark | null =>
  trace.length === 0 ? null : trace.some(({ rule }) => rule === 'policyNow') ? otherNow : found
