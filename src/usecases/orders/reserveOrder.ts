import { z } from 'zod'

import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import type { OrderLine } from '@/src/domain/orders/order'
import { openQty } from '@/src/domain/orders/progress'
import { warehouseFacts } from '@/src/ledger/facts/stock'
import { lineProgress } from '@/src/ledger/posted'

import type { Verb } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'
import type { Stored } from '@/src/engine/documents/stored'

const body = z.object({
  lines: z
    .array(
      z.object({
        line: z.string(),
        qty: z.number().nonnegative(),
        warehouse: z.number().int().nullish(),
        batchNo: z.string().trim().max(100).nullish(),
      }),
    )
    .min(1),
})

/**
 * 预留: sets goods of a warehouse or batch aside for open lines, all or a part. What is named replaces what was set aside for the line
 * before; quantity 0 frees it. Whether the goods are free is the availability check's to say.
 */
export const reserveOrder: Verb<Stored<'orders'>, z.infer<typeof body>> = {
  name: 'reserve',
  label: { zh: '预留库存', en: 'Reserve stock' },
  roles: ['sales', 'salesManager', 'pmc', 'warehouse', 'generalManager'],
  body,
  offered: (doc) => doc['deliveryStatus'] !== 'full',
  asks: [
    {
      name: 'lines',
      label: { zh: '预留明细', en: 'Lines to reserve' },
      kind: 'lines',
      required: true,
      key: 'line',
      show: [
        { name: 'item', label: { zh: '物料', en: 'Item' } },
        { name: 'openQty', label: { zh: '未交数量', en: 'Open' }, figure: true },
      ],
      columns: [
        { name: 'qty', label: { zh: '预留数量', en: 'Quantity' }, kind: 'number', from: 'openQty' },
        { name: 'batchNo', label: { zh: '批号', en: 'Batch no.' }, kind: 'text' },
      ],
    },
  ],
  run: async (ctx) => {
    const { req, doc, body: asked } = ctx
    const progress = await lineProgress(
      req,
      doc.lines.map(({ id }) => id),
    )
    const warehouses = await warehouseFacts(req)
    const findings: Finding[] = asked.lines.flatMap(({ line, warehouse }, index): Finding[] => {
      if (!doc.lines.some(({ id }) => id === line)) return [invalid(`lines.${index}.line`, 'line', line, `a line of ${doc.no}`)]
      const named = warehouse ? warehouses.get(warehouse) : undefined
      return warehouse && !named?.active
        ? [invalid(`lines.${index}.warehouse`, 'warehouse', named?.code ?? warehouse, 'an active warehouse')]
        : []
    })
    findings.push(
      ...(await warehouseRight(
        ctx,
        asked.lines.map(({ warehouse }) => warehouse ?? null),
      )),
    )
    const lines = doc.lines.map((line, index): OrderLine => {
      const mine = asked.lines.filter((entry) => entry.line === line.id && entry.qty > 0)
      if (!asked.lines.some((entry) => entry.line === line.id)) return line
      const done = progress.get(line.id)
      const left = openQty({
        qty: line.qty,
        delivered: done?.delivered ?? 0,
        replaced: done?.replaced ?? 0,
        shortClosed: done?.shortClosed ?? 0,
      })
      const free = Decimal.max(0, left.minus(d(done?.planned ?? 0)))
      const wanted = mine.reduce((sum, { qty }) => sum.plus(d(qty)), d(0))
      if (wanted.gt(free)) findings.push(invalid(`lines.${index}.qty`, 'qty', toNumber(wanted), `≤ ${free.toString()}`))
      // what is delivered was taken from the front: set-aside goods are those that come next
      const gone = d(line.qty).minus(free)
      const passed = gone.gt(0) ? [{ warehouse: line.warehouse, batchNo: line.batchNo ?? null, qty: toNumber(gone) }] : []
      const set = mine.map(({ qty, warehouse, batchNo }) => ({ warehouse: warehouse ?? line.warehouse, batchNo: batchNo || null, qty }))
      return { ...line, reservations: set.length > 0 ? [...passed, ...set] : [] }
    })
    return { patch: { lines }, findings }
  },
}
