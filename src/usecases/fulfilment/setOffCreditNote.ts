import type { z } from 'zod'

import { d } from '@/src/domain/kernel/decimal'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { hasOpenInvoices } from '@/src/engine/posting/allocations'
import { openInvoicesFrom, settle, settling } from '@/src/engine/posting/settle'
import { refuse } from '@/src/engine/refusal'
import { openAmountOf } from '@/src/ledger/facts/receivables'

import { isCreditNote } from './creditNote'

/**
 * 红字核销: what is left of a credit note settles other invoices of who pays: those named, or the oldest due. Never more than is open
 * of either. It counts from today (or `date`), never from before one of both documents.
 */
export const setOffCreditNote: Verb<Stored<'invoices'>, z.infer<typeof settling>> = {
  name: 'allocate',
  label: { zh: '核销', en: 'Allocate' },
  roles: ['finance', 'generalManager'],
  body: settling,
  asks: [openInvoicesFrom('/set-off-proposal/{id}')],
  offered: (doc) => isCreditNote(doc) && d((doc['openAmount'] as number | null) ?? 0).lt(0),
  possible: async ({ req, doc }) => hasOpenInvoices({ req, payer: doc }),
  run: async ({ req, doc, body: asked, now }) => {
    const open = isCreditNote(doc) ? d(await openAmountOf({ req, slug: 'invoices', id: doc.id })).neg() : d(0)
    if (open.lte(0)) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    const { settled, findings } = await settle({ req, payer: doc, open: open.toString(), asked, today: now.date })
    return { patch: { advances: [...(doc.advances ?? []), ...settled] }, findings }
  },
}
