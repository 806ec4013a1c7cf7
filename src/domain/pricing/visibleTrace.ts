import type { PriceCandidate, TraceStep } from './resolvePrice'

const costRule = 'latestCostPlus'

/** The trace as someone may see it: without the right to cost, cost and markup are absent (not blank), the price stays. */
export function visibleTrace(trace: readonly TraceStep[], rights: { seesCost: boolean }): TraceStep[] {
  if (rights.seesCost) return [...trace]
  return trace.map((step) => {
    const { cost: _cost, markupRate: _markupRate, ...rest } = step
    return rest as TraceStep
  })
}

/** The candidates as someone may see them: without the right to cost, a price that only shows cost plus markup is left out unless it won. */
export function visibleCandidates(candidates: readonly PriceCandidate[], rights: { seesCost: boolean }): PriceCandidate[] {
  return candidates.filter((candidate) => rights.seesCost || candidate.rule !== costRule || candidate.won)
}
