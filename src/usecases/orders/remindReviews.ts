import type { PayloadRequest, Where } from 'payload'

import { findDocuments } from '@/src/engine/documents/findDocuments'
import { updateDocument } from '@/src/engine/documents/updateDocument'

import { notify, type Person, peopleById, peopleWithRole } from '../control/notify'
import { reviewerRole, type ReviewRow } from './reviews'

type LateReview = { id: number; department: ReviewRow['department']; order: { id: number; no: string }; dueAt: string }

const page = 200

async function openReviews(req: PayloadRequest, where: Where): Promise<LateReview[]> {
  const { docs } = await req.payload.find({
    collection: 'order-reviews',
    where: { and: [{ status: { equals: 'open' } }, where] },
    sort: 'id',
    limit: page,
    depth: 1,
    overrideAccess: true,
    req,
  })
  return docs.flatMap(({ id, department, order, dueAt }) =>
    typeof order === 'object' ? [{ id, department, order: { id: order.id, no: order.no ?? '' }, dueAt: dueAt ?? '' }] : [],
  )
}

async function mark(req: PayloadRequest, id: number, data: Record<string, string>): Promise<void> {
  await updateDocument({ req, slug: 'order-reviews', id, data, overrideAccess: true })
}

/** Deputies of these people today are told too. */
async function withDeputies(req: PayloadRequest, people: readonly Person[], today: string): Promise<Person[]> {
  const docs = await findDocuments({
    req,
    slug: 'review-delegations',
    where: {
      and: [{ person: { in: people.map(({ id }) => id) } }, { from: { less_than_equal: today } }, { until: { greater_than_equal: today } }],
    },
    limit: 0,
    overrideAccess: true,
  })
  return [
    ...people,
    ...(await peopleById(
      req,
      docs.map(({ deputy }) => deputy),
    )),
  ]
}

/** Heads of the departments the reviewers belong to; where nobody is named, the general manager. */
async function headsOf(req: PayloadRequest, review: LateReview): Promise<Person[]> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { roles: { in: [reviewerRole[review.department]] } },
    limit: 0,
    pagination: false,
    depth: 1,
    overrideAccess: true,
    req,
  })
  const heads = docs.flatMap(({ department }) => {
    const head = department && typeof department === 'object' ? department.head : null
    return head ? [typeof head === 'object' ? head.id : head] : []
  })
  const found = await peopleById(req, heads)
  return found.length > 0 ? found : peopleWithRole(req, 'generalManager')
}

/**
 * Reminds the reviewers of every opinion whose reminder has come, once; an opinion that is past its deadline is also reported to the head
 * of the department, once. A late review is never taken for a yes. Returns how many were reminded or reported. `now` is an ISO instant.
 */
export async function remindReviews({ req, now }: { req: PayloadRequest; now: string }): Promise<number> {
  const due = await openReviews(req, {
    and: [{ remindedAt: { exists: false } }, { or: [{ remindAt: { less_than_equal: now } }, { dueAt: { less_than: now } }] }],
  })
  for (const review of due) {
    const late = review.dueAt < now
    await notify({
      req,
      people: await withDeputies(req, await peopleWithRole(req, reviewerRole[review.department]), now.slice(0, 10)),
      kind: 'reviewOverdue',
      key: `review-overdue-${review.id}`,
      related: { slug: 'orders', id: review.order.id },
      title: late
        ? { zh: `订单 ${review.order.no} 评审已逾期`, en: `Review of order ${review.order.no} is late` }
        : { zh: `订单 ${review.order.no} 评审即将到期`, en: `Review of order ${review.order.no} is due soon` },
      text: {
        zh: `订单 ${review.order.no} 的评审${late ? '已过截止时间' : '即将到截止时间'}，请尽快给出意见。`,
        en: `The review of order ${review.order.no} is ${late ? 'past' : 'close to'} its deadline. Please give your opinion.`,
      },
    })
    await mark(req, review.id, { remindedAt: now })
  }
  const overdue = await openReviews(req, { and: [{ escalatedAt: { exists: false } }, { dueAt: { less_than: now } }] })
  for (const review of overdue) {
    await notify({
      req,
      people: await headsOf(req, review),
      kind: 'reviewEscalated',
      key: `review-escalated-${review.id}`,
      related: { slug: 'orders', id: review.order.id },
      title: { zh: `订单 ${review.order.no} 评审逾期，请督促`, en: `Review of order ${review.order.no} is late in your department` },
      text: {
        zh: `贵部门对订单 ${review.order.no} 的评审已过截止时间，尚无意见。`,
        en: `Your department has not given its opinion on order ${review.order.no} and the deadline has passed.`,
      },
    })
    await mark(req, review.id, { escalatedAt: now })
  }
  return new Set([...due, ...overdue].map(({ id }) => id)).size
}
