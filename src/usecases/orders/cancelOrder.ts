import { z } from 'zod'

import type { Order } from '@/src/domain/orders/order'
import { successorsOf } from '@/src/ledger/facts/successors'

import type { AnyDocument, Verb } from '../engine/document'
import { refuse } from '../engine/refusal'
import { closeOpenReviews } from './reviews'

const body = z.object({ reason: z.string().trim().min(1).max(2000) })

/** 取消: frees reservation and credit. Refused once goods, invoices or money follow; a delivery still in draft stays and can no longer be approved. */
export const cancelOrder: Verb<Order & AnyDocument, z.infer<typeof body>> = {
  name: 'cancel',
  label: { zh: '取消订单', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body,
  asks: [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true }],
  run: async (ctx) => {
    const { req, doc } = ctx
    const documents = (await successorsOf({ req, slug: 'orders', id: doc.id })).filter(
      ({ slug, status }) => !(slug === 'deliveries' && status === 'draft'),
    )
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    return { patch: { status: 'cancelled' }, after: async (order) => closeOpenReviews(ctx as never, order.id, 'closed') }
  },
}
