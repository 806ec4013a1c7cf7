import { type Reason, withReason } from '@/src/engine/reason'
import { successorsOf } from '@/src/ledger/facts/successors'

import type { Possibility, Verb } from '@/src/engine/document'
import { takeStep } from '@/src/engine/step'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { cancelDraftDeliveries } from './outdateDeliveries'
import { closeOpenReviews } from './reviews'

/** What stands on the order: money on account that lets go of it, and what is in the way of cancelling it. */
async function standing({ req, doc, settings }: Pick<Possibility<Stored<'orders'>>, 'req' | 'doc' | 'settings'>) {
  const successors = await successorsOf({ req, slug: 'orders', id: doc.id })
  const advances = settings.orders.unlinkAdvances ? successors.filter(({ slug }) => slug === 'receipts') : []
  const documents = successors.filter((one) => !(one.slug === 'deliveries' && one.status === 'draft') && !advances.includes(one))
  return { advances, documents }
}

/**
 * 取消: frees reservation and credit. Refused once goods, invoices or money follow; a delivery still in draft goes with
 * its order. With the setting `unlinkAdvances` (off) money received in advance stays with the customer, on account (O-27).
 */
export const cancelOrder: Verb<Stored<'orders'>, Reason> = {
  name: 'cancel',
  label: { zh: '取消订单', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'generalManager'],
  ...withReason,
  offered: ({ deliveryStatus, billingStatus }) => [deliveryStatus, billingStatus].every((facet) => (facet ?? 'none') === 'none'),
  possible: async (asked) => (await standing(asked)).documents.length === 0,
  run: async (ctx) => {
    const { req, doc } = ctx
    const { advances, documents } = await standing(ctx)
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    return {
      patch: { status: 'cancelled' },
      after: async (order) => {
        for (const { id } of advances) {
          await takeStep({ req, slug: 'receipts', id, verb: 'unlink', body: {} })
        }
        const lines = order.lines.map(({ id }) => id)
        await cancelDraftDeliveries({ req, order, lines, reason: ctx.body.reason })
        await closeOpenReviews(ctx, order.id, 'closed')
      },
    }
  },
}
