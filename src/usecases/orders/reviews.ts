import { d, Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { Order } from '@/src/domain/orders/order'
import { decideReviewOutcome, type GivenOpinion, type ReviewOutcome } from '@/src/domain/orders/decideReviewOutcome'
import { type ChangeFlag, type ReviewDepartment, requiredDepartments, type ReviewRule } from '@/src/domain/orders/requiredDepartments'
import { reviewDeadline } from '@/src/domain/orders/reviewDeadline'

import { companyCalendar } from './companyCalendar'
import { notify, peopleWithRole } from '../control/notify'
import type { Role, VerbContext } from '@/src/engine/document'
import type { Settings } from '@/src/engine/settings'
import { createDocument } from '@/src/engine/documents/createDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { updateDocument } from '@/src/engine/documents/updateDocument'
import type { Entered, Stored } from '@/src/engine/documents/stored'

type OrderDocument = Stored<'orders'>
type Ctx = VerbContext<OrderDocument, unknown>

/** One question to one department, and its answer. */
export type ReviewRow = Stored<'order-reviews'>

/** Who answers for a department: its role; sales is answered by a sales manager. */
export const reviewerRole: Record<ReviewDepartment, Role> = { sales: 'salesManager', pmc: 'pmc', rd: 'rd', engineering: 'engineering' }

/** The departments this order needs by the rule table of the settings. */
export function departmentsFor(order: Pick<Order, 'kind' | 'lines'>, settings: Settings): ReviewDepartment[] {
  const rules = settings.orders.reviewRules?.map((rule): ReviewRule => ({
    department: rule.department as ReviewDepartment,
    orderKinds: (rule.orderKinds ?? []) as Order['kind'][],
    anyChangeFlags: (rule.changeFlags ?? []) as ChangeFlag[],
    minAmount: rule.minAmount ?? null,
  }))
  const flags = [...new Set(order.lines.flatMap((line) => (line.changes ?? []) as ChangeFlag[]))]
  return requiredDepartments({
    kind: order.kind,
    changeFlags: flags,
    amount: baseGrossOf(order),
    ...(rules && rules.length > 0 ? { rules } : {}),
  })
}

/** What an order comes to, tax-inclusive, in base currency. */
export const baseGrossOf = (order: Pick<Order, 'lines'>): number =>
  toNumber(order.lines.reduce((sum, { baseGross }) => sum.plus(d(baseGross)), d(0)))

/** All opinions of an order, oldest first. */
export async function reviewsOf(ctx: Pick<Ctx, 'req'>, order: number): Promise<ReviewRow[]> {
  return findDocuments({
    req: ctx.req,
    slug: 'order-reviews',
    where: { and: [{ order: { equals: order } }, { change: { exists: false } }] },
    sort: 'id',
    limit: 0,
    overrideAccess: true,
  })
}

export const opinionsOf = (rows: readonly ReviewRow[]): GivenOpinion[] =>
  rows.flatMap((row) =>
    row.opinion
      ? [
          {
            department: row.department,
            opinion: row.opinion,
            conditionAccepted: row.conditionAccepted ?? false,
            void: row.status === 'void',
          },
        ]
      : [],
  )

export async function writeReview(ctx: Pick<Ctx, 'req'>, id: number | null, data: Entered<'order-reviews'>): Promise<void> {
  if (id === null) await createDocument({ req: ctx.req, slug: 'order-reviews', data, overrideAccess: true })
  else await updateDocument({ req: ctx.req, slug: 'order-reviews', id, data, overrideAccess: true })
}

/** When an opinion asked for now is due, and when it is to be reminded of, by the calendar of the company. */
export async function reviewDueAt({
  req,
  now,
  settings,
}: Pick<VerbContext<unknown>, 'req' | 'now' | 'settings'>): Promise<{ dueAt: string; remindAt: string }> {
  const calendar = await companyCalendar({ req, from: now.date })
  const timeZone = process.env['TZ_BUSINESS'] || 'Asia/Shanghai'
  const hours = d(settings.orders.reviewHours)
  const remindAfter = Decimal.max(0, hours.minus(d(settings.orders.reviewReminderHours ?? 0)))
  const at = (working: Decimal): string => reviewDeadline({ from: now.instant, hours: working.toNumber(), timeZone, calendar })
  return { dueAt: at(hours), remindAt: at(remindAfter) }
}

/** Asks each department for its opinion: one open row each, a notice and a mail to everyone who may answer. */
export async function askDepartments({
  ctx,
  order,
  departments,
}: {
  ctx: Ctx
  order: Order
  departments: readonly ReviewDepartment[]
}): Promise<void> {
  const { dueAt, remindAt } = await reviewDueAt(ctx)
  for (const department of departments) {
    await writeReview(ctx, null, {
      order: order.id,
      department,
      status: 'open',
      reviewVersion: order.reviewVersion,
      dueAt,
      remindAt,
      customer: order.customer,
      salesperson: order.salesperson,
      orderDepartment: order.department,
      preparedBy: order.preparedBy,
    })
    const people = await peopleWithRole(ctx.req, reviewerRole[department])
    await notify({
      req: ctx.req,
      people,
      kind: 'reviewAsked',
      key: `review-${order.id}-${order.reviewVersion}-${department}-${order.version}`,
      related: { slug: 'orders', id: order.id },
      title: { zh: `请评审订单 ${order.no}`, en: `Please review order ${order.no}` },
      text: {
        zh: `订单 ${order.no} 等待贵部门评审，截止 ${dueAt.slice(0, 16).replace('T', ' ')} UTC。`,
        en: `Order ${order.no} waits for your department's opinion until ${dueAt.slice(0, 16).replace('T', ' ')} UTC.`,
      },
    })
  }
}

type ReviewedStatus = ReviewOutcome['status']

/**
 * Voids the opinions of the departments a change concerns and asks them again; the others stand. Where nobody has to be asked the order
 * stays where it is, but one whose last open question fell away has its outcome. Returns the status this leads to.
 */
export async function voidOpinions({
  ctx,
  order,
  departments,
  reviewVersion,
}: {
  ctx: VerbContext<OrderDocument>
  order: Order
  departments: readonly ReviewDepartment[]
  reviewVersion: number
}): Promise<ReviewedStatus> {
  const context = ctx as Ctx
  const rows = await reviewsOf(context, order.id)
  const required = departmentsFor(order, ctx.settings)
  const affected = new Set<ReviewDepartment>(departments)
  const stands = (row: ReviewRow): boolean => row.status !== 'void' && !affected.has(row.department) && required.includes(row.department)
  for (const row of rows.filter((r) => r.status !== 'void' && !stands(r))) await writeReview(context, row.id, { status: 'void' })
  const standing = rows.filter((row) => stands(row) && (row.status === 'open' || row.opinion))
  const asked = required.filter((department) => !standing.some((row) => row.department === department))
  await askDepartments({ ctx: context, order: { ...order, reviewVersion }, departments: asked })
  if (asked.length > 0 || standing.some(({ status }) => status === 'open')) return 'inReview'
  return order.status === 'inReview'
    ? decideReviewOutcome({ required, opinions: opinionsOf(standing) }).status
    : (order.status as ReviewedStatus)
}

/** Closes what is still unanswered: the order left the review. */
export async function closeOpenReviews(ctx: Ctx, order: number, status: 'void' | 'closed'): Promise<void> {
  for (const row of (await reviewsOf(ctx, order)).filter((r) => (status === 'void' ? r.status !== 'void' : r.status === 'open')))
    await writeReview(ctx, row.id, { status })
}
