import { z } from 'zod'

import { takeBack } from '@/src/domain/receivables/takeBack'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refusal, refuse } from '@/src/engine/refusal'

import { isCreditNote } from './creditNote'

type CreditNote = Stored<'invoices'>

const taking = z.object({
  allocations: z.array(z.object({ invoice: z.number().int().positive(), amount: z.number().positive().optional() })).optional(),
})

/** 取消核销: the invoices this credit note settled are open again: all, or those named, in full or in part. */
export const takeBackSetOff: Verb<CreditNote, z.infer<typeof taking>> = {
  name: 'unallocate',
  label: { zh: '取消核销', en: 'Take back allocation' },
  roles: ['finance', 'generalManager'],
  body: taking,
  offered: (doc) => isCreditNote(doc) && (doc.advances ?? []).some(({ invoice }) => invoice),
  run: ({ req, doc, body: asked }) => {
    const rows = isCreditNote(doc) ? (doc.advances ?? []) : []
    if (rows.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    if (!asked.allocations) return Promise.resolve({ patch: { advances: [] } })
    const { kept, findings } = takeBack({ document: doc.no, rows, wanted: asked.allocations })
    if (findings.length > 0) throw refusal(findings, req)
    return Promise.resolve({ patch: { advances: kept } })
  },
}
