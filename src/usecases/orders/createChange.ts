import { z } from 'zod'

import { supplies } from '@/src/domain/orders/order'

import type { Verb } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'

const figure = z.number().nonnegative()
const row = z.object({ date: z.iso.date(), qty: z.number().positive(), promised: z.iso.date().nullish() })
const body = z.object({
  reason: z.string().trim().min(1).max(2000),
  /** of the whole order, from now on */
  freight: figure.optional(),
  freightTaxRate: figure.max(100).optional(),
  lines: z
    .array(
      z.object({
        line: z.string().optional(),
        item: z.number().int().optional(),
        qty: figure.optional(),
        unit: z.string().max(20).optional(),
        price: figure.optional(),
        discountRate: figure.max(100).optional(),
        taxRate: figure.max(100).optional(),
        warehouse: z.number().int().nullish(),
        description: z.string().max(500).optional(),
        remark: z.string().max(2000).optional(),
        supply: z.enum(supplies).optional(),
        free: z.boolean().optional(),
        schedule: z.array(row).optional(),
        /** the whole line on this day */
        date: z.iso.date().optional(),
        remove: z.boolean().optional(),
      }),
    )
    .default([]),
})

/** 订单变更: a draft change of this order with what is to become of its lines. The order stays as it is until the change is approved. */
export const createChange: Verb<Stored<'orders'>, z.infer<typeof body>> = {
  name: 'create-change',
  label: { zh: '订单变更', en: 'Change order' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body,
  createsOnly: true,
  asks: [
    { name: 'reason', label: { zh: '变更原因', en: 'Reason' }, kind: 'text', required: true },
    {
      name: 'lines',
      label: { zh: '变更的行', en: 'Lines to change' },
      kind: 'lines',
      required: false,
      key: 'line',
      show: [
        { name: 'item', label: { zh: '物料', en: 'Item' } },
        { name: 'qty', label: { zh: '现数量', en: 'Quantity now' }, figure: true },
        { name: 'price', label: { zh: '现单价', en: 'Price now' }, figure: true },
        { name: 'deliveredQty', label: { zh: '已发', en: 'Delivered' }, figure: true },
        { name: 'schedule', label: { zh: '现交期', en: 'Dates now' } },
      ],
      columns: [
        { name: 'qty', label: { zh: '新数量', en: 'New quantity' }, kind: 'number', from: 'qty' },
        { name: 'price', label: { zh: '新单价', en: 'New price' }, kind: 'number', from: 'price' },
        { name: 'date', label: { zh: '新交期', en: 'New date' }, kind: 'date' },
      ],
    },
    { name: 'freight', label: { zh: '新运费（空 = 不变）', en: 'New freight (empty = as it is)' }, kind: 'number', required: false },
  ],
  run: async ({ req, doc, body: asked, now }) => {
    const lines = asked.lines.map(({ date, ...line }) => {
      const qty = line.qty ?? doc.lines.find(({ id }) => id === line.line)?.qty
      return date && qty ? { ...line, schedule: [{ date, qty }] } : line
    })
    const change = await createDocument({
      req,
      slug: 'order-changes',
      data: { order: doc.id, date: now.date, reason: asked.reason, lines, freight: asked.freight, freightTaxRate: asked.freightTaxRate },
      overrideAccess: true,
    })
    return { created: { slug: 'order-changes', id: change.id, no: change.no } }
  },
}
