import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'
import { correctionsOn } from '@/src/ledger/facts/corrections'
import { successorsOf } from '@/src/ledger/facts/successors'

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
