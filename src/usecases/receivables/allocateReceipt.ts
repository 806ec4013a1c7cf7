import type { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { hasOpenInvoices } from '@/src/engine/posting/allocations'
import { openInvoicesFrom, settle, settling } from '@/src/engine/posting/settle'
import { openAmountOf } from '@/src/ledger/facts/receivables'

/**
 * 核销: settles the invoices named, or the oldest due ones. An empty list takes back what this receipt has settled. Counts from
 * today (or `date`), never from before the receipt or the invoice.
 */
export const allocateReceipt: Verb<Stored<'receipts'>, z.infer<typeof settling>> = {
  name: 'allocate',
  label: { zh: '核销', en: 'Allocate' },
  roles: ['finance', 'generalManager'],
  body: settling,
  asks: [openInvoicesFrom('/allocation-proposal/{id}')],
  offered: (doc) => doc['allocation'] !== 'full',
  possible: async ({ req, doc }) => hasOpenInvoices({ req, payer: doc }),
  run: async ({ req, doc, body: asked, now }) => {
    if (asked.allocations?.length === 0) return { patch: { allocations: [] } }
    const open = await openAmountOf({ req, slug: 'receipts', id: doc.id })
    const { settled, findings } = await settle({ req, payer: doc, open, asked, today: now.date })
    return { patch: { allocations: [...(doc.allocations ?? []), ...settled] }, findings }
  },
}
