import { z } from 'zod'

import { reviewOpinions } from '@/src/domain/orders/decideReviewOutcome'
import { type ReviewDepartment, reviewDepartments } from '@/src/domain/orders/requiredDepartments'
import { idOf } from '@/src/domain/kernel/idOf'
import type { Role, VerbContext } from '@/src/engine/document'
import type { Entered, Stored } from '@/src/engine/documents/stored'
import { isAuthor } from '@/src/engine/fourEyes'
import { refuse } from '@/src/engine/refusal'

import { actingFor } from './delegations'
import { type ReviewRow, writeReview } from './reviews'

/** Who may be asked for an opinion, or for whom. */
export const opinionRoles: readonly Role[] = ['sales', 'salesManager', 'pmc', 'rd', 'engineering', 'warehouse', 'finance', 'generalManager']

/** The opinion of a department. */
export const opinionBody = z.object({
  department: z.enum(reviewDepartments),
  opinion: z.enum(reviewOpinions),
  remark: z.string().max(4000).optional(),
  proposals: z.unknown().optional(),
  files: z.array(z.unknown()).optional(),
})

type Reviewed = Pick<Stored<'orders'>, 'customer' | 'salesperson' | 'department' | 'preparedBy'>

/**
 * Writes down what a department says of an order or a change of it: as the answer to the question that is open, or as one of its own.
 * Refuses whoever does not answer for that department, and whoever prepared what is judged or changed it.
 */
export async function writeOpinion({
  ctx,
  required,
  rows,
  about,
  reviewVersion,
}: {
  ctx: VerbContext<Reviewed, z.infer<typeof opinionBody>>
  required: readonly ReviewDepartment[]
  rows: readonly ReviewRow[]
  about: Pick<Entered<'order-reviews'>, 'order' | 'change'>
  reviewVersion: number
}): Promise<void> {
  const { req, doc, actor, settings, now } = ctx
  const { department, opinion, remark, proposals, files } = ctx.body
  const acting = await actingFor(ctx, department)
  if (!acting || !required.includes(department)) refuse(req, { code: 'NOT_YOUR_DEPARTMENT', facts: { department, required } })
  const judged = about.change ? { slug: 'order-changes', id: idOf(about.change) ?? 0 } : { slug: 'orders', id: idOf(about.order) ?? 0 }
  const isOwn = async (reviewer: number): Promise<boolean> =>
    reviewer === doc.preparedBy ||
    (settings.orders.fourEyes && (await isAuthor(req, { actor: reviewer, doc: { id: judged.id }, slug: judged.slug })))
  if (actor && !settings.orders.selfReview && (await isOwn(actor.id)))
    refuse(req, { code: 'FOUR_EYES', facts: { verb: 'review', preparedBy: actor.name ?? actor.email } })
  const open = rows.find((row) => row.department === department && row.status === 'open')
  const { customer, salesperson, department: orderDepartment, preparedBy } = doc
  await writeReview(ctx, open?.id ?? null, {
    ...(open ? {} : { ...about, department, customer, salesperson, orderDepartment, preparedBy }),
    status: 'answered',
    opinion,
    remark: remark ?? null,
    proposals: proposals ?? null,
    files: files ?? null,
    reviewer: actor?.id ?? null,
    onBehalfOf: acting?.onBehalfOf ?? null,
    answeredAt: now.instant,
    reviewVersion,
  })
}
