import { d, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'

export type Alarm = { kind: string; id: number | string; name?: string | null; excess: Numeric }

/**
 * Whether this approver may release an alarm (CR-02): quota ≥ excess, inclusive. Quota 1,000 releases 1,000.00 but not 1,000.01.
 * Nobody releases a document they prepared or changed. A quota that is not set is the missing right, named in the message (CR-03).
 */
export function decideRelease(facts: {
  alarms: readonly Alarm[]
  quota: Numeric | null
  approver: number | string
  preparedBy: number | string | null
  /** who has changed what the document says; none where one person may do both */
  authors?: readonly (number | string)[]
}): Finding[] {
  if ([facts.preparedBy, ...(facts.authors ?? [])].some((author) => author !== null && String(author) === String(facts.approver))) {
    return [{ code: 'FOUR_EYES', severity: 'error', facts: { user: facts.approver, verb: 'release' }, remedy: { action: 'askAnother' } }]
  }
  const { quota } = facts
  if (quota === null)
    return [{ code: 'NO_RELEASE_RIGHT', severity: 'error', facts: { right: 'releaseQuota' }, remedy: { action: 'grantRight' } }]
  return facts.alarms
    .filter((alarm) => d(alarm.excess).gt(d(quota)))
    .map((alarm): Finding => {
      const excess = d(alarm.excess).toNumber()
      const object = { kind: alarm.kind, id: alarm.id, name: alarm.name ?? String(alarm.id) }
      return {
        code: 'RELEASE_QUOTA_EXCEEDED',
        severity: 'error',
        facts: { object, excess, quota: d(quota).toNumber() },
        remedy: { action: 'askHigherQuota', facts: { quota: excess } },
      }
    })
}
