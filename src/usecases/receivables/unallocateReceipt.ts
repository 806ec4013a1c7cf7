import { z } from 'zod'

import { takeBack } from '@/src/domain/receivables/takeBack'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refusal, refuse } from '@/src/engine/refusal'

const taking = z.object({
  allocations: z.array(z.object({ invoice: z.number().int().positive(), amount: z.number().positive().optional() })).optional(),
})

/** 取消核销: takes back what this receipt has settled: everything, or the invoices named, in full or in part; the latest first. */
export const unallocateReceipt: Verb<Stored<'receipts'>, z.infer<typeof taking>> = {
  name: 'unallocate',
  label: { zh: '取消核销', en: 'Take back allocation' },
  roles: ['finance', 'generalManager'],
  body: taking,
  offered: (doc) => (doc.allocations ?? []).length > 0,
  run: ({ req, doc, body: asked }) => {
    const rows = doc.allocations ?? []
    if (rows.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    if (!asked.allocations) return Promise.resolve({ patch: { allocations: [] } })
    const { kept, findings } = takeBack({ document: doc.no, rows, wanted: asked.allocations })
    if (findings.length > 0) throw refusal(findings, req)
    return Promise.resolve({ patch: { allocations: kept } })
  },
}
