import { z } from 'zod'

import { d, Decimal, type Numeric } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import type { OrderLine } from '@/src/domain/orders/order'
import { openQty } from '@/src/domain/orders/progress'
import { type Allocation, placesOf, reservedParts } from '@/src/domain/orders/reservation'
import { lineProgress } from '@/src/ledger/posted'

import type { Verb } from '@/src/engine/document'
import { refusal, refuse } from '@/src/engine/refusal'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { deliverableProduced } from '../samples/orderSupply'
import { proposeBatches } from './proposeBatches'

const body = z.object({
  lines: z
    .array(
      z.object({ orderLine: z.string(), qty: z.number().positive(), warehouse: z.number().int().nullish(), batchNo: z.string().nullish() }),
    )
    .min(1)
    .optional(),
  date: z.iso.date().optional(),
  /** only what is due by this day */
  dueBy: z.iso.date().optional(),
})

/** Of what is left of a line, the quantity whose delivery date has come. */
function dueQty(line: OrderLine, day: string, left: Decimal, shortClosed: Numeric): Decimal {
  const parts = reservedParts({ line: { ...line, stockQty: line.qty }, left, orderDate: '', shortClosed })
  return parts.filter(({ due }) => due <= day).reduce((sum, { stockQty }) => sum.plus(d(stockQty)), d(0))
}

/** Where the first `qty` of what is left of a line are taken from: goods set aside for it before others. */
function placesFor(line: OrderLine, left: Decimal, qty: Decimal): Allocation[] {
  let open = qty
  return placesOf(line, left).flatMap((place): Allocation[] => {
    const taken = Decimal.min(open, d(place.qty))
    open = open.minus(taken)
    return taken.gt(0) ? [{ ...place, qty: toNumber(taken) }] : []
  })
}

/** 生成发货单: a draft delivery of what is named, or of everything open that no other delivery has taken. */
export const createDelivery: Verb<Stored<'orders'>, z.infer<typeof body>> = {
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
  run: async ({ req, doc, body: asked, now, settings }) => {
    if (doc.hold) refuse(req, { code: 'ON_HOLD', facts: { order: doc.no } })
    const progress = await lineProgress(
      req,
      doc.lines.map(({ id }) => id),
    )
    const made = doc.kind === 'sample' ? await deliverableProduced(req, doc.lines) : new Map<string, Decimal>()
    const open = doc.lines.flatMap((line) => {
      const p = progress.get(line.id)
      const left = Decimal.max(
        0,
        openQty({ qty: line.qty, delivered: p?.delivered ?? 0, replaced: p?.replaced ?? 0, shortClosed: p?.shortClosed ?? 0 }).minus(
          d(p?.planned ?? 0),
        ),
      )
      const due = asked.dueBy ? Decimal.min(left, dueQty(line, asked.dueBy, left, p?.shortClosed ?? 0)) : left
      // what the work order has not completed stays; nothing at all is told as what it is: not produced
      const ready = made.get(line.id)
      return placesFor(line, left, ready?.gt(0) ? Decimal.min(due, ready) : due).map(({ qty, warehouse, batchNo }) => ({
        orderLine: line.id,
        qty,
        warehouse,
        batchNo,
      }))
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
    const placed = lines.map((line) => {
      const from = source.get(line.orderLine)
      const factor = from ? toNumber(d(from.stockQty).div(d(from.qty))) : 1
      return { ...line, order: doc.id, item: from?.item ?? 0, factor, warehouse: line.warehouse ?? from?.warehouse ?? null }
    })
    const delivery = await createDocument({
      req,
      slug: 'deliveries',
      data: {
        kind: doc.kind === 'sample' ? 'sample' : 'standard',
        date: asked.date ?? now.date,
        customer: doc.customer,
        lines: settings.availability.proposeBatches ? await proposeBatches({ req }, placed) : placed,
      },
      overrideAccess: true,
    })
    return { created: { slug: 'deliveries', id: delivery.id, no: delivery.no } }
  },
}
