import { z } from 'zod'

import { idOf } from '@/src/domain/kernel/idOf'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { updateDocument } from '@/src/engine/documents/updateDocument'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'
import { refuse } from '@/src/engine/refusal'

type CreditGrade = Stored<'credit-grades'>

const approving = z.object({ limit: z.number().nonnegative().optional(), gradeOnly: z.boolean().optional() })

/** 审核: the grade and the limit (the proposed one, or a lower one named) become the customer's. Whoever proposed it does not approve it. */
export const approveRating: Verb<CreditGrade, z.infer<typeof approving>> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['finance', 'generalManager'],
  body: approving,
  asks: [{ name: 'limit', label: { zh: '额度（空 = 建议额度）', en: 'Limit (empty = as proposed)' }, kind: 'number', required: false }],
  possible: byAnother('credit-grades'),
  run: async (ctx) => {
    const { req, doc, actor, now, body, settings } = ctx
    await requireFourEyes(ctx, 'credit-grades')
    // a limit of one's own is one person's: it goes the way of the limits, which two people decide on
    if (settings.orders.fourEyes && actor && !body.gradeOnly && (body.limit ?? 0) > (doc.proposedLimit ?? 0))
      refuse(req, {
        code: 'FOUR_EYES',
        path: 'limit',
        facts: { no: doc.no, verb: 'approve', limit: body.limit, document: 'credit-limits' },
        remedy: { action: 'askColleague' },
      })
    const limit = body.gradeOnly ? undefined : (body.limit ?? doc.proposedLimit)
    return Promise.resolve({
      patch: { status: 'approved', approvedBy: actor?.id ?? null, approvedAt: now.instant },
      after: async (stored: CreditGrade) => {
        await updateDocument({
          req,
          slug: 'customers',
          id: idOf(stored.customer) as number,
          data: { credit: { grade: doc.grade, ...(limit === undefined ? {} : { limit }) } },
          overrideAccess: true,
        })
      },
    })
  },
}
