import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'
import { creditNotesOf } from '@/src/ledger/facts/creditNotes'
import { settlersOf } from '@/src/ledger/facts/receivables'

type InvoiceDocument = Stored<'invoices'>

/** 弃审: takes the posting back while no receipt settles it; advances it took by itself are given back. */
export const unapproveInvoice: Verb<InvoiceDocument> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['finance', 'generalManager'],
  run: async ({ req, doc }) => {
    const notes = await creditNotesOf(req, doc.id)
    const settlers = await settlersOf({ req, slug: 'invoices', id: doc.id })
    const documents = [...settlers.filter(({ slug, id }) => slug !== 'invoices' || !notes.some((note) => note.id === id)), ...notes]
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    const lines = doc.lines.map((line) => ({ ...line, costValue: null }))
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null, lines, advances: null } }
  },
}
