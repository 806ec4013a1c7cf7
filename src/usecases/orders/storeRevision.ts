import type { Where } from 'payload'

import type { VerbContext } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'

type OrderDocument = Stored<'orders'>

/** Keeps an order as it was agreed in a revision; one row per revision, written once. */
export async function storeRevision({
  ctx,
  order,
  revision,
  change,
}: {
  ctx: VerbContext<OrderDocument, unknown>
  order: OrderDocument
  revision: number
  change: { id: number; reason: string } | null
}): Promise<void> {
  const { req, actor, now } = ctx
  const where: Where = { and: [{ order: { equals: order.id } }, { revision: { equals: revision } }] }
  const { totalDocs } = await req.payload.count({ collection: 'order-revisions', where, overrideAccess: true, req })
  if (totalDocs > 0) return
  await createDocument({
    req,
    slug: 'order-revisions',
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
    },
    overrideAccess: true,
  })
}
