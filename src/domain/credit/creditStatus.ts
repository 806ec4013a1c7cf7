import { d, type Numeric } from '../kernel/decimal'

export type CreditStatus = 'ok' | 'watch' | 'hold'

/**
 * The automatic status of a credit object (CR-24): hold above the limit, watch above the watch ratio of it. Ratio 90 %, limit
 * 1,000: 900.00 ok, 900.01 watch, 1,000.00 watch, 1,000.01 hold. No limit (null) or no control is always ok.
 */
export function creditStatus(facts: { exposure: Numeric; limit: Numeric | null; control?: boolean; watchRatio?: Numeric }): CreditStatus {
  if (facts.limit === null || facts.control === false) return 'ok'
  const exposure = d(facts.exposure)
  const limit = d(facts.limit)
  if (exposure.gt(limit)) return 'hold'
  return exposure.gt(limit.times(d(facts.watchRatio ?? 90)).div(100)) ? 'watch' : 'ok'
}
