import { settlersOf } from '@/src/ledger/facts/receivables'

import type { Verb } from '@/src/engine/document'
import { requireFourEyes } from '@/src/engine/fourEyes'
import { refuse } from '@/src/engine/refusal'
import { dated, judgeAllocations } from '@/src/engine/posting/allocations'
import type { Stored } from '@/src/engine/documents/stored'

/** 审核: the money is booked; the customer's exposure falls. Invoices named on the receipt are settled with it. */
export const approveReceipt: Verb<Stored<'receipts'>> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['finance', 'generalManager'],
  run: async (ctx) => {
    const { req, doc, actor, now } = ctx
    await requireFourEyes(ctx, 'receipts')
    const allocations = doc.allocations ?? []
    const findings = allocations.length > 0 ? await judgeAllocations({ req, receipt: doc, open: String(doc.amount), allocations }) : []
    const settled = await dated({ req, receipt: doc, allocations, on: String(doc.date).slice(0, 10) })
    return { patch: { status: 'approved', approvedBy: actor?.id ?? null, approvedAt: now.instant, allocations: settled }, findings }
  },
}

/** 弃审: only while nothing is settled with it; the refusal lists the invoices. */
export const unapproveReceipt: Verb<Stored<'receipts'>> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['finance', 'generalManager'],
  run: async ({ req, doc }) => {
    const documents = await settlersOf({ req, slug: 'receipts', id: doc.id })
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null } }
  },
}
