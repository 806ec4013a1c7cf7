import { z } from 'zod'

import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { lineProgress } from '@/src/ledger/posted'

import type { Verb } from '@/src/engine/document'
import { refusal, refuse } from '@/src/engine/refusal'
import { invalid } from '@/src/engine/inputFindings'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'

const body = z.object({
  lines: z
    .array(z.object({ deliveryLine: z.string(), qty: z.number().positive() }))
    .min(1)
    .optional(),
  date: z.iso.date().optional(),
})

/** 生成发票: a draft invoice of what is named, or of everything delivered, kept and not invoiced yet (O-15, O-17). */
export const createInvoice: Verb<Stored<'deliveries'>, z.infer<typeof body>> = {
  name: 'create-invoice',
  label: { zh: '生成发票', en: 'Create invoice' },
  roles: ['finance', 'salesManager', 'generalManager'],
  body,
  createsOnly: true,
  asks: [
    {
      name: 'lines',
      label: { zh: '开票明细', en: 'Lines to invoice' },
      kind: 'lines',
      required: false,
      key: 'deliveryLine',
      show: [
        { name: 'item', label: { zh: '物料', en: 'Item' } },
        { name: 'qty', label: { zh: '发货数量', en: 'Delivered' }, figure: true },
        { name: 'billableQty', label: { zh: '可开票', en: 'Billable' }, figure: true },
      ],
      columns: [{ name: 'qty', label: { zh: '开票数量', en: 'Quantity' }, kind: 'number', from: 'billableQty' }],
    },
    { name: 'date', label: { zh: '日期', en: 'Date' }, kind: 'date', required: false },
  ],
  offered: (doc) => doc['billingStatus'] !== 'full',
  run: async ({ req, doc, body: asked, now }) => {
    const progress = await lineProgress(
      req,
      doc.lines.map(({ id }) => id),
    )
    const billable = doc.lines.flatMap((line) => {
      const done = progress.get(line.id)
      const left = Decimal.max(
        0,
        d(done?.delivered ?? 0)
          .minus(d(done?.returned ?? 0))
          .minus(d(done?.invoiced ?? 0))
          .minus(d(done?.invoicing ?? 0)),
      )
      return left.gt(0) ? [{ deliveryLine: line.id, qty: toNumber(left) }] : []
    })
    const unknown = (asked.lines ?? []).flatMap(({ deliveryLine }, index): Finding[] =>
      doc.lines.some(({ id }) => id === deliveryLine)
        ? []
        : [invalid(`lines.${index}.deliveryLine`, 'deliveryLine', deliveryLine, `a line of ${doc.no}`)],
    )
    if (unknown.length > 0) throw refusal(unknown, req)
    const lines = asked.lines ?? billable
    if (lines.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    const invoice = await createDocument({
      req,
      slug: 'invoices',
      data: { date: asked.date ?? now.date, customer: doc.customer, lines },
      overrideAccess: true,
    })
    return { created: { slug: 'invoices', id: invoice.id, no: invoice.no } }
  },
}
