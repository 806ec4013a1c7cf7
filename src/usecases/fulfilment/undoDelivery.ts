import { z } from 'zod'

import { correctionsOn } from '@/src/ledger/facts/corrections'
import { successorsOf } from '@/src/ledger/facts/successors'

import type { Verb } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'

/** 弃审: the goods come back at the value they left with (V-16), while no invoice refers to the delivery. */
export const unapproveDelivery: Verb<Stored<'deliveries'>> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['salesManager', 'generalManager'],
  run: async ({ req, doc }) => {
    const documents = [
      ...(await successorsOf({ req, slug: 'deliveries', id: doc.id })),
      ...(await correctionsOn(
        req,
        doc.lines.map(({ id }) => id),
      )),
    ]
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null } }
  },
}

const body = z.object({ reason: z.string().trim().min(1).max(2000) })

/** 取消: what the delivery took over goes back to its order. */
export const cancelDelivery: Verb<Stored<'deliveries'>, z.infer<typeof body>> = {
  name: 'cancel',
  label: { zh: '取消发货', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'warehouse', 'generalManager'],
  body,
  asks: [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true }],
  run: () => Promise.resolve({ patch: { status: 'cancelled' } }),
}
