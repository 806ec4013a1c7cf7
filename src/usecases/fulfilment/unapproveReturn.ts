import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'
import { successorsOf } from '@/src/ledger/facts/successors'

type ReturnEntered = Stored<'returns'>

/** 弃审: while the goods have not come and nothing is credited. */
export const unapproveReturn: Verb<ReturnEntered> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['salesManager', 'generalManager'],
  run: async ({ req, doc }) => {
    const documents = await successorsOf({ req, slug: 'returns', id: doc.id })
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null } }
  },
}
