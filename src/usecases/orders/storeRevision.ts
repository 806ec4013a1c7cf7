import type { Where } from 'payload'

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
