import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { whileNothingLater } from '@/src/engine/later'
import { correctionsOf } from '@/src/ledger/facts/corrections'
import { successorsOf } from '@/src/ledger/facts/successors'

const later = whileNothingLater(async (req, doc) => [
  ...(await successorsOf({ req, slug: 'deliveries', id: doc.id })),
  ...(await correctionsOf(req, { slug: 'deliveries', id: doc.id })),
])

/** 弃审: the goods come back at the value they left with (V-16), while no invoice refers to the delivery. */
export const unapproveDelivery: Verb<Stored<'deliveries'>> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['salesManager', 'generalManager'],
  possible: later.possible,
  run: async ({ req, doc }) => {
    await later.refuseLater(req, doc)
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null } }
  },
}
