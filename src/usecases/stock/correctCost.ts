import { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'

const body = z.object({
  lines: z.array(z.object({ line: z.string(), cost: z.number().nonnegative() })).min(1),
  reason: z.string().trim().min(1).max(2000),
})

/** 调整成本: a draft correction of the receipt's cost; nothing changes before it is posted. */
export const correctCost: Verb<Stored<'stock-receipts'>, z.infer<typeof body>> = {
  name: 'correct-cost',
  label: { zh: '调整成本', en: 'Correct cost' },
  roles: ['finance', 'generalManager'],
  body,
  createsOnly: true,
  asks: [
    {
      name: 'lines',
      label: { zh: '成本', en: 'Cost' },
      kind: 'lines',
      required: true,
      key: 'line',
      show: [
        { name: 'item', label: { zh: '物料', en: 'Item' } },
        { name: 'batchNo', label: { zh: '批号', en: 'Batch no.' } },
        { name: 'qty', label: { zh: '数量', en: 'Quantity' }, figure: true },
      ],
      columns: [{ name: 'cost', label: { zh: '正确单位成本', en: 'Right unit cost' }, kind: 'number', from: 'cost' }],
    },
    { name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true },
  ],
  run: async ({ req, doc, body: asked, now }) => {
    const lines = asked.lines.map(({ line, cost }) => ({ receiptLine: line, cost }))
    const created = await createDocument({
      req,
      slug: 'cost-corrections',
      data: { date: now.date, receipt: doc.id, reason: asked.reason, lines },
      overrideAccess: true,
    })
    return { created: { slug: 'cost-corrections', id: created.id, no: created.no } }
  },
}
