import { successorsOf } from '@/src/ledger/facts/successors'

import type { Verb } from '@/src/engine/document'
import { whileNothingLater } from '@/src/engine/later'
import type { Stored } from '@/src/engine/documents/stored'

const later = whileNothingLater((req, doc) => successorsOf({ req, slug: 'orders', id: doc.id }))

/** 弃审: only while nothing has been made from the order; the refusal lists what has. */
export const unapproveOrder: Verb<Stored<'orders'>> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['salesManager', 'generalManager'],
  possible: later.possible,
  run: async ({ req, doc }) => {
    await later.refuseLater(req, doc)
    return { patch: { status: 'reviewed', approvedBy: null, approvedAt: null, approvals: null } as Partial<Stored<'orders'>> }
  },
}
