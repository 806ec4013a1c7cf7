import type { Finding } from '@/src/domain/kernel/decision'
import { roles } from '@/src/domain/people/person'
import type { Role, VerbContext } from '@/src/engine/document'
import { approversFor } from '@/src/ledger/facts/creditReleases'

import type { CreditRelease } from './creditRelease'

/** Every role may press the button; the quota on the user decides, so that the refusal can name the missing right. */
export const everybody: readonly Role[] = roles

export const quotaOf = (ctx: Pick<VerbContext<CreditRelease>, 'actor'>): number | null => {
  const quota = ctx.actor?.releaseQuota
  return quota === null || quota === undefined ? null : Number(quota)
}

/** A refusal for want of the right names who has it and who can give it. */
export async function withHelpers(
  ctx: VerbContext<CreditRelease, unknown>,
  findings: readonly Finding[],
  excess: number,
): Promise<Finding[]> {
  const { approvers, administrators } = await approversFor({ req: ctx.req, excess, except: ctx.doc.documentPreparedBy })
  return findings.map((finding) =>
    finding.code === 'NO_RELEASE_RIGHT' || finding.code === 'RELEASE_QUOTA_EXCEEDED'
      ? {
          ...finding,
          facts: { ...finding.facts, approvers: approvers.map(({ name }) => name), administrators: administrators.map(({ name }) => name) },
        }
      : finding,
  )
}
