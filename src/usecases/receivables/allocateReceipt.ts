import { z } from 'zod'

import type { Receipt } from '@/src/domain/receivables/receipt'
import { openAmountOf } from '@/src/ledger/facts/receivables'

import type { AnyDocument, Verb } from '../engine/document'
import { refuse } from '../engine/refusal'
import { judgeAllocations, proposedAllocations } from './allocations'

const body = z.object({
  allocations: z.array(z.object({ invoice: z.number().int().positive(), amount: z.number() })).optional(),
})

/** 核销: settles the invoices named, or the oldest due ones. An empty list takes back what this receipt has settled. */
export const allocateReceipt: Verb<Receipt & AnyDocument, z.infer<typeof body>> = {
  name: 'allocate',
  label: { zh: '核销', en: 'Allocate' },
  roles: ['finance', 'generalManager'],
  body,
  run: async ({ req, doc, body: asked }) => {
    if (asked.allocations?.length === 0) return { patch: { allocations: [] } }
    const open = await openAmountOf({ req, slug: 'receipts', id: doc.id })
    const allocations = asked.allocations ?? (await proposedAllocations({ req, receipt: doc, open }))
    if (allocations.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    const findings = await judgeAllocations({ req, receipt: doc, open, allocations })
    return { patch: { allocations: [...(doc.allocations ?? []), ...allocations] }, findings }
  },
}
