import { z } from 'zod'

import { decideReviewOutcome, reviewOpinions, reviewStatusOf } from '@/src/domain/orders/decideReviewOutcome'
import { reviewDepartments } from '@/src/domain/orders/requiredDepartments'

import { notify, peopleById, peopleWithRole } from '../control/notify'
import type { Verb } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Entered, Stored } from '@/src/engine/documents/stored'
import { actingFor } from './delegations'
import { withPromises } from './promises'
import { closeOpenReviews, departmentsFor, opinionsOf, reviewsOf, writeReview } from './reviews'

const body = z.object({
  department: z.enum(reviewDepartments),
  opinion: z.enum(reviewOpinions),
  remark: z.string().max(4000).optional(),
  proposals: z.unknown().optional(),
  files: z.array(z.unknown()).optional(),
})

/**
 * 评审: one department's opinion. All agree → reviewed; all disagree → failed; anything else waits for the general manager's
 * ruling. The order is locked, so answers given at the same moment are weighed one after the other and the outcome once.
 */
export const reviewOrder: Verb<Stored<'orders'>, z.infer<typeof body>> = {
  name: 'review',
  label: { zh: '评审', en: 'Review' },
  roles: ['sales', 'salesManager', 'pmc', 'rd', 'engineering', 'warehouse', 'finance', 'generalManager'],
  body,
  offered: () => false, // answered on the review page, where the order stands beside the question
  run: async (ctx) => {
    const { req, doc, actor, settings } = ctx
    const { department, opinion, remark, proposals, files } = ctx.body
    const required = departmentsFor(doc, settings)
    const acting = await actingFor(ctx, department)
    if (!acting || !required.includes(department)) refuse(req, { code: 'NOT_YOUR_DEPARTMENT', facts: { department, required } })
    if (actor && actor.id === doc.preparedBy && !settings.orders.selfReview)
      refuse(req, { code: 'FOUR_EYES', facts: { verb: 'review', preparedBy: actor.name ?? actor.email } })
    const rows = await reviewsOf(ctx, doc.id)
    const open = rows.find((row) => row.department === department && row.status === 'open')
    const answer: Entered<'order-reviews'> = {
      status: 'answered',
      opinion,
      remark: remark ?? null,
      proposals: proposals ?? null,
      files: files ?? null,
      onBehalfOf: acting?.onBehalfOf ?? null,
      reviewer: actor?.id ?? null,
      answeredAt: ctx.now.instant,
      reviewVersion: doc.reviewVersion,
    }
    await writeReview(
      ctx,
      open?.id ?? null,
      open
        ? answer
        : {
            ...answer,
            order: doc.id,
            department,
            customer: doc.customer,
            salesperson: doc.salesperson,
            orderDepartment: doc.department,
            preparedBy: doc.preparedBy,
          },
    )
    const outcome = decideReviewOutcome({ required, opinions: [...opinionsOf(rows), { department, opinion }] })
    // what PMC promises holds as soon as it agrees; what it only proposes waits for the ruling
    const promised = department === 'pmc' && opinion === 'agree' && proposals ? { lines: withPromises(doc.lines, proposals) } : {}
    return {
      patch: {
        ...promised,
        status: outcome.status,
        reviewStatus: reviewStatusOf(outcome.status),
      },
      after: async (order) => {
        if (outcome.status === 'inReview') return
        await closeOpenReviews(ctx, order.id, 'closed')
        const toRule = outcome.status === 'awaitingRuling'
        const people = toRule ? await peopleWithRole(req, 'generalManager') : await peopleById(req, [order.preparedBy, order.salesperson])
        const result = {
          reviewed: { zh: '评审通过', en: 'passed review' },
          reviewFailed: { zh: '评审未通过', en: 'failed review' },
          awaitingRuling: { zh: '意见不一致,请裁定', en: 'needs your ruling: opinions differ' },
        }[outcome.status]
        await notify({
          req,
          people,
          kind: toRule ? 'rulingAsked' : 'reviewClosed',
          key: `review-outcome-${order.id}-${order.version}`,
          related: { slug: 'orders', id: order.id },
          title: { zh: `订单 ${order.no} ${result.zh}`, en: `Order ${order.no} ${result.en}` },
          text: { zh: `订单 ${order.no} ${result.zh}。`, en: `Order ${order.no} ${result.en}.` },
        })
      },
    }
  },
}
