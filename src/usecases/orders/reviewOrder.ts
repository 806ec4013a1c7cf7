import type { z } from 'zod'

import { decideReviewOutcome, reviewStatusOf } from '@/src/domain/orders/decideReviewOutcome'

import { notify, peopleById, peopleWithRole } from '../control/notify'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { opinionBody, opinionRoles, writeOpinion } from './opinion'
import { withPromises } from './promises'
import { closeOpenReviews, departmentsFor, opinionsOf, reviewsOf } from './reviews'

/**
 * 评审: one department's opinion. All agree → reviewed; all disagree → failed; anything else waits for the general manager's
 * ruling. The order is locked, so answers given at the same moment are weighed one after the other and the outcome once.
 */
export const reviewOrder: Verb<Stored<'orders'>, z.infer<typeof opinionBody>> = {
  name: 'review',
  label: { zh: '评审', en: 'Review' },
  roles: opinionRoles,
  body: opinionBody,
  offered: () => false, // answered on the review page, where the order stands beside the question
  run: async (ctx) => {
    const { req, doc, settings } = ctx
    const { department, opinion, proposals } = ctx.body
    const required = departmentsFor(doc, settings)
    const rows = await reviewsOf(ctx, doc.id)
    await writeOpinion({ ctx, required, rows, about: { order: doc.id }, reviewVersion: doc.reviewVersion })
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
          awaitingRuling: { zh: '意见不一致，请裁定', en: 'needs your ruling: opinions differ' },
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
