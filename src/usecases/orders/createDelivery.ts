import { z } from 'zod'

import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import type { Order } from '@/src/domain/orders/order'
import { openQty } from '@/src/domain/orders/progress'
import { lineProgress } from '@/src/ledger/posted'

import type { AnyDocument, Verb } from '../engine/document'
import { refusal, refuse } from '../engine/refusal'

const body = z.object({
  lines: z
    .array(
      z.object({ orderLine: z.string(), qty: z.number().positive(), warehouse: z.number().int().nullish(), batchNo: z.string().nullish() }),
    )
    .min(1)
    .optional(),
  date: z.iso.date().optional(),
})

/** 生成发货单: a draft delivery of what is named, or of everything open that no other delivery has taken. */
export const createDelivery: Verb<Order & AnyDocument, z.infer<typeof body>> = {
  name: 'create-delivery',
  label: { zh: '生成发货单', en: 'Create delivery' },
  roles: ['sales', 'salesManager', 'warehouse', 'generalManager'],
  body,
  createsOnly: true,
  offered: (doc) => !doc.hold && doc['deliveryStatus'] !== 'full',
  asks: [
    {
      name: 'lines',
      label: { zh: '发货明细', en: 'Lines to deliver' },
      kind: 'lines',
      required: false,
      key: 'orderLine',
      show: [
        { name: 'item', label: { zh: '物料', en: 'Item' } },
        { name: 'qty', label: { zh: '订单数量', en: 'Ordered' }, figure: true },
        { name: 'deliverableQty', label: { zh: '可生成', en: 'To deliver' }, figure: true },
      ],
      columns: [{ name: 'qty', label: { zh: '发货数量', en: 'Quantity' }, kind: 'number', from: 'deliverableQty' }],
    },
    { name: 'date', label: { zh: '日期', en: 'Date' }, kind: 'date', required: false },
  ],
  run: async ({ req, doc, body: asked, now }) => {
    if (doc.hold) refuse(req, { code: 'ON_HOLD', facts: { order: doc.no } })
    const progress = await lineProgress(
      req,
      doc.lines.map(({ id }) => id),
    )
    const open = doc.lines.flatMap((line) => {
      const p = progress.get(line.id)
      const left = Decimal.max(
        0,
        openQty({ qty: line.qty, delivered: p?.delivered ?? 0, replaced: p?.replaced ?? 0, shortClosed: p?.shortClosed ?? 0 }).minus(
          d(p?.planned ?? 0),
        ),
      )
      return left.gt(0) ? [{ orderLine: line.id, qty: toNumber(left), warehouse: line.warehouse, batchNo: line.batchNo }] : []
    })
    const unknown = (asked.lines ?? []).flatMap(({ orderLine }, index): Finding[] =>
      doc.lines.some(({ id }) => id === orderLine)
        ? []
        : [
            {
              code: 'INVALID_INPUT',
              severity: 'error',
              path: `lines.${index}.orderLine`,
              facts: { field: 'orderLine', value: orderLine, accepted: `a line of ${doc.no}` },
            },
          ],
    )
    if (unknown.length > 0) throw refusal(unknown, req)
    const lines = asked.lines ?? open
    if (lines.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { order: doc.no } })
    const source = new Map(doc.lines.map((line) => [line.id, line]))
    const delivery = (await req.payload.create({
      collection: 'deliveries' as never,
      data: {
        kind: doc.kind === 'sample' ? 'sample' : 'standard',
        date: asked.date ?? now.date,
        customer: doc.customer,
        lines: lines.map((line) => ({
          ...line,
          order: doc.id,
          item: source.get(line.orderLine)?.item,
          warehouse: line.warehouse ?? source.get(line.orderLine)?.warehouse ?? null,
        })),
      } as never,
      depth: 0,
      overrideAccess: true,
      req,
    })) as unknown as { id: number; no: string }
    return { created: { slug: 'deliveries', id: delivery.id, no: delivery.no } }
  },
}
