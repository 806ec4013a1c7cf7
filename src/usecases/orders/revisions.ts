import type { PayloadRequest, Where } from 'payload'

import { changesBetween, type FieldChange } from '@/src/domain/control/changesBetween'
import type { Order } from '@/src/domain/orders/order'

import type { AnyDocument, VerbContext } from '@/src/engine/document'

type OrderDocument = Order & AnyDocument

/** Keeps an order as it was agreed in a revision; one row per revision, written once. */
export async function storeRevision({
  ctx,
  order,
  revision,
  change,
}: {
  ctx: VerbContext<OrderDocument, never>
  order: OrderDocument
  revision: number
  change: { id: number; reason: string } | null
}): Promise<void> {
  const { req, actor, now } = ctx
  const where: Where = { and: [{ order: { equals: order.id } }, { revision: { equals: revision } }] }
  const { totalDocs } = await req.payload.count({ collection: 'order-revisions' as never, where, overrideAccess: true, req })
  if (totalDocs > 0) return
  await req.payload.create({
    collection: 'order-revisions' as never,
    data: {
      order: order.id,
      revision,
      change: change?.id ?? null,
      reason: change?.reason ?? null,
      at: change ? now.instant : (order.approvedAt ?? now.instant),
      by: change ? (actor?.id ?? null) : (order.approvedBy ?? null),
      content: order,
      customer: order.customer,
      salesperson: order.salesperson,
      department: order.department,
      preparedBy: order.preparedBy,
    } as never,
    depth: 0,
    overrideAccess: true,
    req,
  })
}

export type Revision = {
  revision: number
  at: string
  reason?: string | null
  change?: number | null
  by?: number | null
  content: unknown
}

/** Every revision of an order, first to last; one that was never changed has the revision it is. Whether one may see the order is the caller's to ask. */
export async function revisionsOf({
  req,
  order,
}: {
  req: PayloadRequest
  order: Record<string, unknown> & { id: number }
}): Promise<Revision[]> {
  const { docs } = await req.payload.find({
    collection: 'order-revisions' as never,
    where: { order: { equals: order.id } },
    sort: 'revision',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const stored = docs as unknown as Revision[]
  if (stored.length > 0) return stored
  const approvedBy = order['approvedBy'] as number | { id: number } | null | undefined
  return [
    {
      revision: Number(order['revision'] ?? 1),
      at: String(order['approvedAt'] ?? ''),
      by: typeof approvedBy === 'object' ? (approvedBy?.id ?? null) : (approvedBy ?? null),
      content: order,
    },
  ]
}

const bookkeeping =
  /(^|\.)(status|hold|holdReason|revision|approvedBy|approvedAt|reviewStatus|reviewVersion|creditStatus|deliveryStatus|billingStatus|paymentStatus|approvals|ruling|closedEarly|deliverableQty|minPrice|costValue)$/

/** A delivery date that was replaced is one difference, not one gone and one come; whole lines stay what they are. */
function paired(changes: readonly FieldChange[]): FieldChange[] {
  const inner = ({ path }: FieldChange): boolean => path.split('.').length > 2
  const goneAt = new Map(changes.filter((change) => inner(change) && change.after === null).map((change) => [change.path, change]))
  const comeAt = new Set(changes.filter((change) => inner(change) && change.before === null).map(({ path }) => path))
  return changes.flatMap((change) => {
    if (!inner(change)) return [change]
    if (change.after === null && comeAt.has(change.path)) return []
    const gone = change.before === null ? goneAt.get(change.path) : undefined
    return [gone ? { ...change, before: gone.before } : change]
  })
}

/** What two revisions say differently, field by field; what the house keeps about the order is left out. */
export const compareRevisions = (before: unknown, after: unknown): FieldChange[] =>
  paired(changesBetween(before, after).filter(({ path }) => !bookkeeping.test(path)))
