import type { PayloadRequest } from 'payload'

import { notify, peopleWithRole } from '../control/notify'
import { reviewerRole, type ReviewRow } from './reviews'

type LateReview = ReviewRow & { order: { id: number; no: string }; dueAt: string }

/**
 * Reminds the reviewers of every opinion that is past its deadline, once. A late review is never taken for a yes.
 * Returns how many were reminded. `now` is an ISO instant.
 */
export async function remindReviews({ req, now }: { req: PayloadRequest; now: string }): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'order-reviews' as never,
    where: { and: [{ status: { equals: 'open' } }, { dueAt: { less_than: now } }, { remindedAt: { exists: false } }] },
    sort: 'id',
    limit: 200,
    depth: 1,
    overrideAccess: true,
    req,
  })
  for (const review of docs as unknown as LateReview[]) {
    await notify({
      req,
      people: await peopleWithRole(req, reviewerRole[review.department]),
      kind: 'reviewOverdue',
      key: `review-overdue-${review.id}`,
      related: { slug: 'orders', id: review.order.id },
      title: { zh: `订单 ${review.order.no} 评审已逾期`, en: `Review of order ${review.order.no} is late` },
      text: {
        zh: `订单 ${review.order.no} 的评审已过截止时间,请尽快给出意见。`,
        en: `The review of order ${review.order.no} is past its deadline. Please give your opinion.`,
      },
    })
    await req.payload.update({
      collection: 'order-reviews' as never,
      id: review.id,
      data: { remindedAt: now } as never,
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
  return docs.length
}
