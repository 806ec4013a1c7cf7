import { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { dated, judgeAllocations, proposedAllocations } from '@/src/engine/posting/allocations'
import { refuse } from '@/src/engine/refusal'
import { openAmountOf } from '@/src/ledger/facts/receivables'

const body = z.object({
  allocations: z.array(z.object({ invoice: z.number().int().positive(), amount: z.number() })).optional(),
  date: z.iso.date().optional(),
})

/**
 * 核销: settles the invoices named, or the oldest due ones. An empty list takes back what this receipt has settled. Counts from
 * today (or `date`), never from before the receipt or the invoice.
 */
export const allocateReceipt: Verb<Stored<'receipts'>, z.infer<typeof body>> = {
  name: 'allocate',
  label: { zh: '核销', en: 'Allocate' },
  roles: ['finance', 'generalManager'],
  body,
  asks: [
    {
      name: 'allocations',
      label: { zh: '未收发票 (先到期先核销)', en: 'Open invoices (oldest due first)' },
      kind: 'lines',
      required: false,
      key: 'invoice',
      from: '/allocation-proposal/{id}',
      show: [
        { name: 'no', label: { zh: '发票', en: 'Invoice' } },
        { name: 'dueDate', label: { zh: '到期日', en: 'Due' } },
        { name: 'openAmount', label: { zh: '未收金额', en: 'Open' }, figure: true },
      ],
      columns: [{ name: 'amount', label: { zh: '核销金额', en: 'Amount' }, kind: 'number', from: 'proposed' }],
    },
  ],
  offered: (doc) => doc['allocation'] !== 'full',
  run: async ({ req, doc, body: asked, now }) => {
    if (asked.allocations?.length === 0) return { patch: { allocations: [] } }
    const open = await openAmountOf({ req, slug: 'receipts', id: doc.id })
    const allocations = asked.allocations ?? (await proposedAllocations({ req, receipt: doc, open }))
    if (allocations.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    const findings = await judgeAllocations({ req, receipt: doc, open, allocations })
    const settled = await dated({ req, receipt: doc, allocations, on: asked.date ?? now.date })
    return { patch: { allocations: [...(doc.allocations ?? []), ...settled] }, findings }
  },
}
