import { z } from 'zod'

import { decideReviewOutcome, reviewOpinions, reviewStatusOf } from '@/src/domain/orders/decideReviewOutcome'
import { departmentWords, opinionWords, optionsOf } from '@/src/domain/words/peopleWords'
import { type ReviewDepartment, reviewDepartments } from '@/src/domain/orders/requiredDepartments'

import { notify, peopleWithRole } from '../control/notify'
import type { Role, Verb, VerbContext } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'
import { actingFor } from './delegations'
import { opinionsOf, reviewDueAt, reviewerRole, type ReviewRow, writeReview } from './reviews'

type ChangeDocument = Stored<'order-changes'>
type Ctx = VerbContext<ChangeDocument, unknown>

const body = z.object({
  department: z.enum(reviewDepartments),
  opinion: z.enum(reviewOpinions),
  remark: z.string().max(4000).optional(),
  proposals: z.unknown().optional(),
  files: z.array(z.unknown()).optional(),
})

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
export const reviewChange: Verb<ChangeDocument, z.infer<typeof body>> = {
  name: 'review',
  label: { zh: '评审', en: 'Review' },
  roles: ['sales', 'salesManager', 'pmc', 'rd', 'engineering', 'warehouse', 'finance', 'generalManager'] as Role[],
  body,
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
    const { req, doc, actor, settings, now } = ctx
    const { department, opinion, remark, proposals, files } = ctx.body
    const required = departmentsOf(doc)
    const acting = await actingFor(ctx, department)
    if (!acting || !required.includes(department)) refuse(req, { code: 'NOT_YOUR_DEPARTMENT', facts: { department, required } })
    if (actor && actor.id === doc.preparedBy && !settings.orders.selfReview)
      refuse(req, { code: 'FOUR_EYES', facts: { verb: 'review', preparedBy: actor.name ?? actor.email } })
    const rows = await changeReviews(ctx, doc.id)
    const open = rows.find((row) => row.department === department && row.status === 'open')
    await writeReview(ctx, open?.id ?? null, {
      ...(open
        ? {}
        : {
            order: doc.order,
            change: doc.id,
            department,
            customer: doc.customer,
            salesperson: doc.salesperson,
            orderDepartment: doc.department,
            preparedBy: doc.preparedBy,
          }),
      status: 'answered',
      opinion,
      remark: remark ?? null,
      proposals: proposals ?? null,
      files: files ?? null,
      reviewer: actor?.id ?? null,
      onBehalfOf: acting?.onBehalfOf ?? null,
      answeredAt: now.instant,
      reviewVersion: 1,
    })
    const outcome = decideReviewOutcome({ required, opinions: [...opinionsOf(rows), { department, opinion }] })
    return { patch: { status: 'inReview', reviewStatus: reviewStatusOf(outcome.status) } }
  },
}
