import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'
import { refuse } from '@/src/engine/refusal'
import { takeStep } from '@/src/engine/step'

import { notify, peopleById } from '../control/notify'
import { closeChangeReviews, missingOpinions } from './reviewChange'

type ChangeVerb<Body = Record<string, unknown>> = Verb<Stored<'order-changes'>, Body>

/**
 * 审核: needs the opinions of the departments it concerns; where they differ the general manager's approval is the ruling. The change is
 * applied in the same moment, on the order's figures under its lock: what no longer fits refuses the whole step.
 */
export const approveChange: ChangeVerb = {
  name: 'approve',
  label: { zh: '审核并生效', en: 'Approve and apply' },
  roles: ['salesManager', 'generalManager'],
  possible: byAnother('order-changes'),
  run: async (ctx) => {
    const { req, doc, actor, now } = ctx
    await requireFourEyes(ctx, 'order-changes')
    const missing = await missingOpinions(ctx)
    const passed = doc.reviewStatus === 'passed' || doc.reviewStatus === 'notRequired'
    const rules = doc.reviewStatus === 'awaitingRuling' && Boolean(actor?.roles.includes('generalManager'))
    if (!passed && !rules) refuse(req, { code: 'REVIEW_REQUIRED', facts: { order: doc.no, ...(missing.length > 0 ? { missing } : {}) } })
    return {
      patch: { status: 'applied', approvedBy: actor?.id ?? null, approvedAt: now.instant },
      after: async (change) => {
        await closeChangeReviews(ctx)
        const id = change.order
        await takeStep({ req, slug: 'orders', id, verb: 'apply-change', body: { change: change.id, reason: doc.reason, no: doc.no } })
        await notify({
          req,
          people: await peopleById(req, [doc.preparedBy, doc.salesperson]),
          kind: 'orderChanged',
          key: `order-changed-${doc.id}`,
          related: { slug: 'orders', id },
          title: { zh: `订单变更 ${doc.no} 已生效`, en: `Order change ${doc.no} is applied` },
          text: { zh: `订单变更 ${doc.no} 已生效:${doc.reason}`, en: `Order change ${doc.no} is applied: ${doc.reason}` },
        })
      },
    }
  },
}
