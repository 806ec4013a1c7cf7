import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'
import { settlersOf } from '@/src/ledger/facts/receivables'

/** 弃审: only while nothing is settled with it; the refusal lists the invoices. */
export const unapproveReceipt: Verb<Stored<'receipts'>> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['finance', 'generalManager'],
  run: async ({ req, doc }) => {
    const documents = await settlersOf({ req, slug: 'receipts', id: doc.id })
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null } }
  },
}
