import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { whileNothingLater } from '@/src/engine/later'
import { successorsOf } from '@/src/ledger/facts/successors'

type ReturnEntered = Stored<'returns'>

const later = whileNothingLater((req, doc) => successorsOf({ req, slug: 'returns', id: doc.id }))

/** 弃审: while the goods have not come and nothing is credited. */
export const unapproveReturn: Verb<ReturnEntered> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['salesManager', 'generalManager'],
  possible: later.possible,
  run: async ({ req, doc }) => {
    await later.refuseLater(req, doc)
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null } }
  },
}
