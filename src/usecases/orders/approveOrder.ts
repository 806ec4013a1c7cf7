import type { Verb } from '@/src/engine/document'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'
import { standingOf } from '@/src/engine/inputFindings'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { openWorkOrders, unapprovedSamples } from '../samples/orderSupply'
import { awaitedApprovers, mayApprove, requireApprover } from './approvalMatrix'
import { notify, peopleById } from '../control/notify'

/** 审核: the company is bound. Needs the review passed (where one is required) and somebody else than the preparer. */
export const approveOrder: Verb<Stored<'orders'>> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  // finance only where the approval matrix says so
  roles: ['salesManager', 'generalManager', 'finance'],
  offered: (doc, settings) => doc.status === 'reviewed' || !settings.orders.reviewRequired,
  possible: async (asked) => (await mayApprove(asked)) && byAnother('orders')(asked),
  waitsFor: awaitedApprovers,
  run: async (ctx) => {
    const { doc, stored, settings, req, actor, now } = ctx
    if (stored?.status !== 'reviewed' && settings.orders.reviewRequired) {
      refuse(req, { code: 'REVIEW_REQUIRED', facts: { order: doc.no, status: stored?.status }, remedy: { action: 'submitForReview' } })
    }
    if (doc.hold) refuse(req, { code: 'ON_HOLD', facts: { order: doc.no } })
    await requireFourEyes(ctx, 'orders')
    const approvals = requireApprover(ctx)
    if (approvals.missing > 0) return { patch: { status: 'reviewed', approvals: approvals.given } }
    return {
      patch: {
        status: 'approved',
        approvedBy: actor?.id ?? null,
        approvedAt: now.instant,
        approvals: approvals.given,
        ...(await openWorkOrders(ctx, doc)),
      },
      findings: [...(await standingOf(ctx, doc)), ...(await unapprovedSamples(ctx, doc))],
      after: async (order) =>
        notify({
          req,
          people: await peopleById(req, [order.preparedBy, order.salesperson]),
          kind: 'orderApproved',
          key: `order-approved-${order.id}-${order.version}`,
          related: { slug: 'orders', id: order.id },
          title: { zh: `订单 ${order.no} 已审核`, en: `Order ${order.no} is approved` },
          text: { zh: `订单 ${order.no} 已审核，可以发货。`, en: `Order ${order.no} is approved and may be delivered.` },
        }),
    }
  },
}
