import { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'

const body = z.object({ receipts: z.array(z.number().int().positive()).optional() })

/** 退回预收核销: an invoice gives back the advances that settled it by itself; all of them, or those of the receipts named. */
export const releaseAdvances: Verb<Stored<'invoices'>, z.infer<typeof body>> = {
  name: 'release-advances',
  label: { zh: '退回预收核销', en: 'Give back advances' },
  roles: ['finance', 'generalManager'],
  body,
  offered: (doc) => (doc.advances ?? []).some(({ receipt }) => receipt),
  run: async ({ req, doc, body: { receipts } }) => {
    const kept = (doc.advances ?? []).filter(({ receipt }) => !receipt || (receipts && !receipts.includes(receipt)))
    if (kept.length === (doc.advances ?? []).length) return refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    return { patch: { advances: kept } }
  },
}
