import { z } from 'zod'

import { invoicesWithAdvanceOf } from '@/src/ledger/facts/receivables'

import type { Verb } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { takeStep } from '@/src/engine/step'
import { refusal } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'

const body = z.object({ date: z.iso.date().optional(), reason: z.string().trim().max(500).optional() })

/**
 * 退票: the money went back. The receipt is reversed on that day and everything it settled is open again, invoices that took it as
 * an advance included. Never blocked by credit: it happened.
 */
export const bounceReceipt: Verb<Stored<'receipts'>, z.infer<typeof body>> = {
  name: 'bounce',
  label: { zh: '退票', en: 'Bounce' },
  roles: ['finance', 'generalManager'],
  body,
  asks: [
    { name: 'date', label: { zh: '退票日期', en: 'Bounced on' }, kind: 'date', required: false },
    { name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: false },
  ],
  run: async ({ req, doc, body: asked, now }) => {
    const date = asked.date ?? now.date
    const settledLast = (doc.allocations ?? []).reduce((latest, row) => (row.date && row.date > latest ? row.date : latest), doc.date)
    const earliest = String(settledLast).slice(0, 10)
    if (asked.date && asked.date < earliest) throw refusal([invalid('date', 'date', asked.date, `≥ ${earliest}`)], req)
    for (const invoice of await invoicesWithAdvanceOf(req, doc.id)) {
      await takeStep({ req, slug: 'invoices', id: invoice, verb: 'release-advances', body: { receipts: [doc.id] } })
    }
    return { patch: { status: 'reversed', bouncedOn: date > earliest ? date : earliest, bounceReason: asked.reason ?? null } }
  },
}
