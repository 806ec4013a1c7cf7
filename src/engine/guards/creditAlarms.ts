import type { PayloadRequest } from 'payload'

import { creditOutcome } from '@/src/domain/credit/decideCredit'
import type { CreditAlarm } from '@/src/domain/credit/release'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { approversFor } from '@/src/ledger/facts/creditReleases'

import type { WeighedObject } from './weighCredit'

/** The alarms behind the findings, as a release needs them: limit, exposure and buckets of each object. */
export function alarmsOf(findings: readonly Finding[], objects: readonly WeighedObject[], amount: string): CreditAlarm[] {
  return findings.flatMap((finding): CreditAlarm[] => {
    const named = finding.facts['object'] as CreditAlarm['object'] | undefined
    const object = objects.find(({ kind, id }) => kind === named?.kind && id === named.id)
    if (!object || !named) return []
    const figures = { object: named, exposureAfter: toNumber(d(object.exposureAfter)), buckets: object.buckets }
    const limit = object.limit === null ? null : toNumber(d(object.limit))
    if (finding.code === 'CREDIT_LIMIT_EXCEEDED')
      return [{ kind: 'limit', ...figures, limit, excess: toNumber(creditOutcome(object).excess) }]
    if (finding.code !== 'CREDIT_PERIOD_EXCEEDED') return []
    const { document, daysOpen } = finding.facts as { document: string; daysOpen: number }
    return [{ kind: 'period', ...figures, limit, excess: toNumber(d(amount)), document, daysOpen }]
  })
}

/** Says who may release it; when nobody may, which right is missing and who can give it (CR-03). */
export async function releaseRequired({
  req,
  open,
  preparedBy,
}: {
  req: PayloadRequest
  open: readonly CreditAlarm[]
  preparedBy: number | null
}): Promise<Finding> {
  const [worst] = [...open].sort((a, b) => b.excess - a.excess)
  const { approvers, administrators } = await approversFor({ req, excess: worst?.excess ?? 0, except: preparedBy })
  const missing = approvers.length === 0
  return {
    code: 'RELEASE_REQUIRED',
    severity: 'error',
    facts: {
      object: worst?.object,
      excess: worst?.excess,
      approvers: approvers.map(({ name }) => name),
      ...(missing ? { right: 'releaseQuota', administrators: administrators.map(({ name }) => name) } : {}),
    },
    remedy: { action: missing ? 'grantRight' : 'requestRelease' },
  }
}
