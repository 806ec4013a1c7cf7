import { z } from 'zod'

import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { returnedShares } from '@/src/ledger/facts/returns'

import type { Verb } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { refusal, refuse } from '@/src/engine/refusal'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { returnableQty } from './returnSources'

const body = z.object({
  kind: z.enum(['refund', 'replace', 'priceOnly']),
  lines: z
    .array(z.object({ deliveryLine: z.string(), qty: z.number().positive(), price: z.number().nonnegative().nullish() }))
    .min(1)
    .optional(),
  date: z.iso.date().optional(),
  remark: z.string().max(2000).optional(),
})

/** 生成退货单: a draft return of what is named, or of everything the customer still has. */
export const createReturn: Verb<Stored<'deliveries'>, z.infer<typeof body>> = {
  name: 'create-return',
  label: { zh: '生成退货单', en: 'Create return' },
  roles: ['sales', 'salesManager', 'warehouse', 'generalManager'],
  body,
  createsOnly: true,
  offered: (doc) => doc['returnStatus'] !== 'full',
  asks: [
    {
      name: 'kind',
      label: { zh: '退货类型', en: 'Kind of return' },
      kind: 'choice',
      required: true,
      initial: 'refund',
      options: [
        { value: 'refund', label: { zh: '退款', en: 'Refund' } },
        { value: 'replace', label: { zh: '换货', en: 'Replace' } },
        { value: 'priceOnly', label: { zh: '仅退价差', en: 'Price only' } },
      ],
    },
    {
      name: 'lines',
      label: { zh: '退货明细', en: 'Lines to return' },
      kind: 'lines',
      required: false,
      key: 'deliveryLine',
      show: [
        { name: 'item', label: { zh: '物料', en: 'Item' } },
        { name: 'batchNo', label: { zh: '批号', en: 'Batch no.' } },
        { name: 'qty', label: { zh: '发货数量', en: 'Delivered' }, figure: true },
        { name: 'returnableQty', label: { zh: '可退', en: 'Returnable' }, figure: true },
      ],
      columns: [
        { name: 'qty', label: { zh: '退货数量', en: 'Quantity' }, kind: 'number', from: 'returnableQty' },
        { name: 'price', label: { zh: '退货价', en: 'Price' }, kind: 'number', from: 'price' },
      ],
    },
    { name: 'date', label: { zh: '日期', en: 'Date' }, kind: 'date', required: false },
  ],
  run: async ({ req, doc, body: asked, now }) => {
    const unknown = (asked.lines ?? []).flatMap(({ deliveryLine }, index): Finding[] =>
      doc.lines.some(({ id }) => id === deliveryLine)
        ? []
        : [invalid(`lines.${index}.deliveryLine`, 'deliveryLine', deliveryLine, `a line of ${doc.no}`)],
    )
    if (unknown.length > 0) throw refusal(unknown, req)
    const taken = await returnedShares({ req, lines: doc.lines.map(({ id }) => id), except: 0 })
    const open = doc.lines.flatMap((line) => {
      const qty = returnableQty(line, taken.get(line.id))
      return qty.gt(0) ? [{ deliveryLine: line.id, qty: toNumber(qty) }] : []
    })
    const lines = asked.lines ?? open
    if (lines.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    const created = await createDocument({
      req,
      slug: 'returns',
      data: { kind: asked.kind, date: asked.date ?? now.date, remark: asked.remark, customer: doc.customer, lines },
      overrideAccess: true,
    })
    return { created: { slug: 'returns', id: created.id, no: created.no } }
  },
}
