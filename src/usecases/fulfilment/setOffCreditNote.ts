import { z } from 'zod'

import type { AutomaticAllocation } from '@/src/domain/fulfilment/invoice'
import { d } from '@/src/domain/kernel/decimal'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { dated, judgeAllocations, proposedAllocations } from '@/src/engine/posting/allocations'
import { refuse } from '@/src/engine/refusal'
import { openAmountOf } from '@/src/ledger/facts/receivables'

import { isCreditNote } from './creditNote'

type CreditNote = Stored<'invoices'>

const body = z.object({
  allocations: z.array(z.object({ invoice: z.number().int().positive(), amount: z.number() })).optional(),
  date: z.iso.date().optional(),
})

/**
 * 红字核销: what is left of a credit note settles other invoices of who pays: those named, or the oldest due. Never more than is open
 * of either. It counts from today (or `date`), never from before one of both documents.
 */
export const setOffCreditNote: Verb<CreditNote, z.infer<typeof body>> = {
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
      from: '/set-off-proposal/{id}',
      show: [
        { name: 'no', label: { zh: '发票', en: 'Invoice' } },
        { name: 'dueDate', label: { zh: '到期日', en: 'Due' } },
        { name: 'openAmount', label: { zh: '未收金额', en: 'Open' }, figure: true },
      ],
      columns: [{ name: 'amount', label: { zh: '核销金额', en: 'Amount' }, kind: 'number', from: 'proposed' }],
    },
  ],
  offered: (doc) => isCreditNote(doc) && d((doc['openAmount'] as number | null) ?? 0).lt(0),
  run: async ({ req, doc, body: asked, now }) => {
    const open = isCreditNote(doc) ? d(await openAmountOf({ req, slug: 'invoices', id: doc.id })).neg() : d(0)
    if (open.lte(0)) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    const payer = { no: doc.no, date: doc.date, customer: doc.customer, billTo: doc.billTo }
    const rest = open.toString()
    const allocations = asked.allocations ?? (await proposedAllocations({ req, receipt: payer, open: rest }))
    if (allocations.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    const findings = await judgeAllocations({ req, receipt: payer, open: rest, allocations })
    const settled: AutomaticAllocation[] = await dated({ req, receipt: payer, allocations, on: asked.date ?? now.date })
    return { patch: { advances: [...(doc.advances ?? []), ...settled] }, findings }
  },
}
