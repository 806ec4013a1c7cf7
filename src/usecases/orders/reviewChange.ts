import type { z } from 'zod'

import { decideReviewOutcome, reviewStatusOf } from '@/src/domain/orders/decideReviewOutcome'
import { departmentWords, opinionWords, optionsOf } from '@/src/domain/words/peopleWords'
import type { ReviewDepartment } from '@/src/domain/orders/requiredDepartments'

import { notify, peopleWithRole } from '../control/notify'
import type { Verb, VerbContext } from '@/src/engine/document'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'
import { opinionBody, opinionRoles, writeOpinion } from './opinion'
import { opinionsOf, reviewDueAt, reviewerRole, type ReviewRow, writeReview } from './reviews'

type ChangeDocument = Stored<'order-changes'>
type Ctx = VerbContext<ChangeDocument, unknown>

async function changeReviews({ req }: Ctx, change: number): Promise<ReviewRow[]> {
  return findDocuments({
    req,
    slug: 'order-reviews',
    where: { change: { equals: change } },
    sort: 'id',
    limit: 0,
    overrideAccess: true,
  })
}

const departmentsOf = (doc: ChangeDocument): ReviewDepartment[] => (doc.departments ?? []) as ReviewDepartment[]

/** One open question per department the change concerns, with a deadline, a notice and a mail. */
export async function askForChange(ctx: Ctx, change: ChangeDocument): Promise<void> {
  const dates = await reviewDueAt(ctx)
  for (const department of departmentsOf(change)) {
    await writeReview(ctx, null, {
      order: ctx.doc.order,
      change: change.id,
      department,
      status: 'open',
      reviewVersion: 1,
      ...dates,
      customer: ctx.doc.customer,
      salesperson: ctx.doc.salesperson,
      orderDepartment: ctx.doc.department,
      preparedBy: ctx.doc.preparedBy,
    })
    await notify({
      req: ctx.req,
      people: await peopleWithRole(ctx.req, reviewerRole[department]),
      kind: 'reviewAsked',
      key: `change-review-${change.id}-${department}`,
      related: { slug: 'order-changes', id: change.id },
      title: { zh: `请评审订单变更 ${change.no}`, en: `Please review order change ${change.no}` },
      text: { zh: `订单变更 ${change.no}:${ctx.doc.reason}`, en: `Order change ${change.no}: ${ctx.doc.reason}` },
    })
  }
}

/** Departments that have not answered yet. */
export async function missingOpinions(ctx: Ctx): Promise<ReviewDepartment[]> {
  return decideReviewOutcome({ required: departmentsOf(ctx.doc), opinions: opinionsOf(await changeReviews(ctx, ctx.doc.id)) }).missing
}

/** What is still unanswered is closed: the change is decided. */
export async function closeChangeReviews(ctx: Ctx): Promise<void> {
  for (const row of (await changeReviews(ctx, ctx.doc.id)).filter(({ status }) => status === 'open'))
    await writeReview(ctx, row.id, { status: 'closed' })
}

/** 评审: the opinion of one department the change concerns; the outcome is computed once, under the change's lock. */
export const reviewChange: Verb<ChangeDocument, z.infer<typeof opinionBody>> = {
  name: 'review',
  label: { zh: '评审', en: 'Review' },
  roles: opinionRoles,
  body: opinionBody,
  asks: [
    {
      name: 'department',
      label: { zh: '部门', en: 'Department' },
      kind: 'choice',
      required: true,
      options: optionsOf(departmentWords),
    },
    {
      name: 'opinion',
      label: { zh: '意见', en: 'Opinion' },
      kind: 'choice',
      required: true,
      options: optionsOf(opinionWords),
    },
    { name: 'remark', label: { zh: '说明', en: 'Remark' }, kind: 'longText', required: false },
  ],
  offered: (doc) => (doc.departments ?? []).length > 0,
  run: async (ctx) => {
    const { doc } = ctx
    const { department, opinion } = ctx.body
    const required = departmentsOf(doc)
    const rows = await changeReviews(ctx, doc.id)
    await writeOpinion({ ctx, required, rows, about: { order: doc.order, change: doc.id }, reviewVersion: 1 })
    const outcome = decideReviewOutcome({ required, opinions: [...opinionsOf(rows), { department, opinion }] })
    return { patch: { status: 'inReview', reviewStatus: reviewStatusOf(outcome.status) } }
  },
}
