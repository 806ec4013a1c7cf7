import { successorsOf } from '@/src/ledger/facts/successors'

import type { Verb } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'

/** 弃审: only while nothing has been made from the order; the refusal lists what has. */
export const unapproveOrder: Verb<Stored<'orders'>> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['salesManager', 'generalManager'],
  run: async ({ req, doc }) => {
    const documents = await successorsOf({ req, slug: 'orders', id: doc.id })
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    return { patch: { status: 'reviewed', approvedBy: null, approvedAt: null, approvals: null } as Partial<Stored<'orders'>> }
  },
}
