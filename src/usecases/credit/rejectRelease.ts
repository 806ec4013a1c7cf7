import type { Finding } from '@/src/domain/kernel/decision'
import type { Verb } from '@/src/engine/document'
import { type Reason, withReason } from '@/src/engine/reason'
import { releasedDocument } from '@/src/engine/releasable'
import { refusal } from '@/src/engine/refusal'
import { markCredit } from '@/src/ledger/facts/creditReleases'

import { notify, peopleById } from '../control/notify'
import type { CreditRelease } from './creditRelease'
import { everybody, quotaOf, withHelpers } from './releaseParties'

/** 驳回: the document stays alarmed; whoever prepared it is told why. */
export const rejectRelease: Verb<CreditRelease, Reason> = {
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  roles: everybody,
  ...withReason,
  possible: (asked) => quotaOf(asked) !== null,
  run: async (ctx) => {
    const { doc, req, body, actor, now } = ctx
    if (quotaOf(ctx) === null) {
      const missing: Finding = {
        code: 'NO_RELEASE_RIGHT',
        severity: 'error',
        facts: { right: 'releaseQuota' },
        remedy: { action: 'grantRight' },
      }
      throw refusal(await withHelpers(ctx, [missing], 0), req)
    }
    return {
      patch: { status: 'rejected', reason: body.reason, approvedBy: actor?.id ?? null, approvedAt: now.instant },
      after: async (stored) => {
        await markCredit({ req, document: releasedDocument(doc), status: 'alarmed' })
        await notify({
          req,
          people: await peopleById(req, [doc.documentPreparedBy, doc.salesperson]),
          kind: 'releaseDecided',
          key: `credit-release-${stored.id}-${stored.version}`,
          related: { slug: 'credit-releases', id: stored.id },
          title: { zh: `${doc.documentNo} 的信用审批被驳回`, en: `The release of ${doc.documentNo} is rejected` },
          text: { zh: `原因：${body.reason}`, en: `Reason: ${body.reason}` },
        })
      },
    }
  },
}
