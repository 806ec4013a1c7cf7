import { z } from 'zod'

import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { cumulativePart } from '@/src/domain/kernel/split'
import type { StockTransferLine } from '@/src/domain/stock/stockTransfer'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'
import { postedStock } from '@/src/ledger/posted'

import { postingRight } from './stockLines'

type TransferDocument = Stored<'stock-transfers'>

const receiveBody = z.object({
  lines: z
    .array(z.object({ line: z.string(), qty: z.number().positive() }))
    .min(1)
    .optional(),
})

const openOf = (line: StockTransferLine) => d(line.qty).minus(d(line.receivedQty ?? 0))

/** 收货: all that is on its way, or what is named; the rest stays in transit. The goods enter with the value they left with. */
export const receiveTransfer: Verb<TransferDocument, z.infer<typeof receiveBody>> = {
  name: 'receive',
  label: { zh: '收货', en: 'Receive' },
  roles: ['warehouse', 'generalManager'],
  body: receiveBody,
  asks: [
    {
      name: 'lines',
      label: { zh: '收货明细', en: 'Lines to receive' },
      kind: 'lines',
      required: false,
      key: 'line',
      show: [
        { name: 'item', label: { zh: '物料', en: 'Item' } },
        { name: 'batchNo', label: { zh: '批号', en: 'Batch no.' } },
        { name: 'qty', label: { zh: '调拨数量', en: 'Shipped' }, figure: true },
        { name: 'receivedQty', label: { zh: '已收', en: 'Received' }, figure: true },
      ],
      columns: [{ name: 'qty', label: { zh: '本次收货', en: 'Quantity' }, kind: 'number', from: 'openQty' }],
    },
  ],
  run: async (ctx) => {
    const { req, doc, body } = ctx
    const findings = await postingRight(ctx, 'to', doc.to)
    const asked = new Map<string, number>()
    for (const [index, { line, qty }] of (body.lines ?? []).entries()) {
      const found = doc.lines.find(({ id }) => id === line)
      const total = d(asked.get(line) ?? 0).plus(qty)
      if (!found) findings.push(unknownLine(index, line, doc.no))
      else if (total.gt(openOf(found))) findings.push(invalid(`lines.${index}.qty`, 'qty', qty, `≤ ${openOf(found).toString()}`))
      asked.set(line, toNumber(total))
    }
    if (findings.length > 0) return { patch: { status: 'received' }, findings }
    const left = new Map(
      (await postedStock(req, [{ slug: 'stock-transfers', id: doc.id }]))
        .filter(({ account, qty }) => account === 'onHand' && d(qty).isNegative())
        .map(({ line, value }) => [line, d(value ?? 0).neg()]),
    )
    const lines = doc.lines.map((line): StockTransferLine => {
      const now = body.lines ? (asked.get(line.id) ?? 0) : openOf(line)
      const receivedQty = d(line.receivedQty ?? 0).plus(now)
      const already = d(line.receivedValue ?? 0)
      const part = cumulativePart({ lineTotal: left.get(line.id) ?? 0, lineQty: line.qty, cumQty: receivedQty, already })
      return { ...line, receivedQty: toNumber(receivedQty), receivedValue: toNumber(already.plus(part)) }
    })
    const complete = lines.every((line) => openOf(line).isZero())
    return { patch: { status: complete ? 'received' : 'inTransit', lines } }
  },
}

const unknownLine = (index: number, line: string, no: string): Finding => invalid(`lines.${index}.line`, 'line', line, `a line of ${no}`)
