import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'
import { countedBuckets } from '@/src/engine/guards/weighCredit'
import { refusal } from '@/src/engine/refusal'
import { creditTerms } from '@/src/ledger/facts/credit'
import { lockCreditObjects } from '@/src/ledger/locks'

import { approvers } from './limitApprovers'

type CreditLimit = Stored<'credit-limits'>

/** 审核: in force by its dates from now on. A limit below what is owed is flagged or refused, as the setting says. */
export const approveLimit: Verb<CreditLimit> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: approvers,
  possible: byAnother('credit-limits'),
  run: async (ctx) => {
    const { req, doc, actor, now, settings } = ctx
    await requireFourEyes(ctx, 'credit-limits')
    const object = { kind: doc.objectKind, id: doc.objectId }
    const [balance] = await lockCreditObjects({ req, objects: [object] })
    const [terms] = await creditTerms(req, [object], doc.validFrom)
    const exposure = countedBuckets(settings).reduce((sum, bucket) => sum.plus(d(balance?.[bucket] ?? '0')), d(0))
    const excess = exposure.minus(d(doc.limit))
    const findings: Finding[] = excess.gt(0)
      ? [
          {
            code: 'CREDIT_LIMIT_EXCEEDED',
            severity: settings.credit.limitBelowExposure === 'refuse' ? 'error' : 'warning',
            path: 'limit',
            facts: {
              object: { ...object, name: doc.objectName },
              limit: doc.limit,
              exposureAfter: toNumber(exposure),
              excess: toNumber(excess),
            },
            remedy: { action: 'reduceExposure', facts: { excess: toNumber(excess) } },
          },
        ]
      : []
    if (findings.some(({ severity }) => severity === 'error')) throw refusal(findings, req)
    return {
      findings,
      patch: {
        status: 'approved',
        approvedBy: actor?.id ?? null,
        approvedAt: now.instant,
        exposure: toNumber(exposure),
        limitBefore: terms?.limit == null ? null : Number(terms.limit),
      } as Partial<CreditLimit>,
    }
  },
}
