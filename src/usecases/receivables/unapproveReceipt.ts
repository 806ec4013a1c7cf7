import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { whileNothingLater } from '@/src/engine/later'
import { settlersOf } from '@/src/ledger/facts/receivables'

const later = whileNothingLater((req, doc) => settlersOf({ req, slug: 'receipts', id: doc.id }))

/** 弃审: only while nothing is settled with it; the refusal lists the invoices. */
export const unapproveReceipt: Verb<Stored<'receipts'>> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['finance', 'generalManager'],
  possible: later.possible,
  run: async ({ req, doc }) => {
    await later.refuseLater(req, doc)
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null } }
  },
}
