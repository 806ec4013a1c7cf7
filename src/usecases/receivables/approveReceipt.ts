import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'
import { dated, judgeAllocations } from '@/src/engine/posting/allocations'

/** 审核: the money is booked; the customer's exposure falls. Invoices named on the receipt are settled with it. */
export const approveReceipt: Verb<Stored<'receipts'>> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['finance', 'generalManager'],
  possible: byAnother('receipts'),
  run: async (ctx) => {
    const { req, doc, actor, now } = ctx
    await requireFourEyes(ctx, 'receipts')
    const allocations = doc.allocations ?? []
    const findings = allocations.length > 0 ? await judgeAllocations({ req, receipt: doc, open: String(doc.amount), allocations }) : []
    const settled = await dated({ req, receipt: doc, allocations, on: String(doc.date).slice(0, 10) })
    return { patch: { status: 'approved', approvedBy: actor?.id ?? null, approvedAt: now.instant, allocations: settled }, findings }
  },
}
