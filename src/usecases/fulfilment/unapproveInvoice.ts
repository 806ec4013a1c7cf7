import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { whileNothingLater } from '@/src/engine/later'
import { creditNotesOf } from '@/src/ledger/facts/creditNotes'
import { settlersOf } from '@/src/ledger/facts/receivables'

type InvoiceDocument = Stored<'invoices'>

const later = whileNothingLater(async (req, doc) => {
  const notes = await creditNotesOf(req, doc.id)
  const settlers = await settlersOf({ req, slug: 'invoices', id: doc.id })
  return [...settlers.filter(({ slug, id }) => slug !== 'invoices' || !notes.some((note) => note.id === id)), ...notes]
})

/** 弃审: takes the posting back while no receipt settles it; advances it took by itself are given back. */
export const unapproveInvoice: Verb<InvoiceDocument> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['finance', 'generalManager'],
  possible: later.possible,
  run: async ({ req, doc }) => {
    await later.refuseLater(req, doc)
    const lines = doc.lines.map((line) => ({ ...line, costValue: null }))
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null, lines, advances: null } }
  },
}
