import { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import { requireFourEyes } from '@/src/engine/fourEyes'
import { takeStep } from '@/src/engine/step'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { notify, peopleById } from '../control/notify'
import { askForChange, closeChangeReviews, missingOpinions } from './reviewChange'

type ChangeVerb<Body = Record<string, unknown>> = Verb<Stored<'order-changes'>, Body>

const reasoned = z.object({ reason: z.string().trim().min(1).max(2000) })
const asksReason = [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true }] as const

/** 提交: asks only the departments the change concerns; where none must look, it waits for its approval. */
export const submitChange: ChangeVerb = {
  name: 'submit',
  label: { zh: '提交评审', en: 'Submit' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async (ctx) => {
    const asked = ctx.doc.departments ?? []
    return {
      patch: { status: 'inReview', reviewStatus: asked.length > 0 ? 'inReview' : 'notRequired' },
      after: async (change) => askForChange(ctx, change),
    }
  },
}

/**
 * 审核: needs the opinions of the departments it concerns; where they differ the general manager's approval is the ruling. The change is
 * applied in the same moment, on the order's figures under its lock: what no longer fits refuses the whole step.
 */
export const approveChange: ChangeVerb = {
  name: 'approve',
  label: { zh: '审核并生效', en: 'Approve and apply' },
  roles: ['salesManager', 'generalManager'],
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

/** 生效: approving has applied it; asked again, there is nothing left to do. */
export const applyAgain: ChangeVerb = {
  name: 'apply',
  label: { zh: '生效', en: 'Apply' },
  roles: ['salesManager', 'generalManager'],
  offered: () => false,
  run: () => Promise.resolve({ patch: { status: 'applied' } }),
}

/** 驳回. */
export const rejectChange: ChangeVerb<z.infer<typeof reasoned>> = {
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  roles: ['salesManager', 'generalManager'],
  body: reasoned,
  asks: asksReason,
  run: async (ctx) => ({ patch: { status: 'rejected' }, after: async () => closeChangeReviews(ctx) }),
}

/** 取消. */
export const cancelChange: ChangeVerb<z.infer<typeof reasoned>> = {
  name: 'cancel',
  label: { zh: '取消变更', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body: reasoned,
  asks: asksReason,
  run: async (ctx) => ({ patch: { status: 'cancelled' }, after: async () => closeChangeReviews(ctx) }),
}
