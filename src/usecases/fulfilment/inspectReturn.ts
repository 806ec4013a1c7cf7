import { z } from 'zod'

import { type Disposition, type InspectedLine, decideInspection, dispositions } from '@/src/domain/fulfilment/decideInspection'
import type { ReturnLine } from '@/src/domain/fulfilment/return'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import type { Verb, VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'
import { warehouseFacts } from '@/src/ledger/facts/stock'

type ReturnEntered = Stored<'returns'>

const part = z.object({
  line: z.string().optional(),
  deliveryLine: z.string().optional(),
  disposition: z.enum(dispositions).optional(),
  qty: z.number().nonnegative().optional(),
  restock: z.number().nonnegative().optional(),
  rework: z.number().nonnegative().optional(),
  scrap: z.number().nonnegative().optional(),
  /** where it is put: restocked goods, else where they came from; reworked ones, else they stay */
  warehouse: z.number().int().optional(),
})

const inspectBody = z
  .object({
    disposition: z.enum(dispositions).optional(),
    lines: z.array(part).min(1).optional(),
    warehouse: z.number().int().optional(),
    remark: z.string().max(2000).optional(),
  })
  .refine(({ disposition, lines }) => Boolean(disposition ?? lines), {
    message: 'disposition (restock, rework, scrap) or lines [{line, disposition, qty}]',
    path: ['lines'],
  })

const nothing = { restock: 0, rework: 0, scrap: 0 }

const named = (asked: z.infer<typeof part>, doc: ReturnEntered): ReturnLine | undefined =>
  doc.lines.find(({ id, deliveryLine }) => (asked.line ? id === asked.line : deliveryLine === asked.deliveryLine)) ??
  (asked.line || asked.deliveryLine || doc.lines.length > 1 ? undefined : doc.lines[0])

const whole = (line: ReturnLine, disposition: Disposition): InspectedLine => ({ line: line.id, ...nothing, [disposition]: line.qty })

function foundOf(asked: z.infer<typeof part>, line: ReturnLine, fallback: Disposition | undefined): InspectedLine {
  const { disposition = fallback, qty, restock = 0, rework = 0, scrap = 0 } = asked
  const sums = { restock, rework, scrap }
  return disposition && restock + rework + scrap === 0
    ? { line: line.id, ...nothing, [disposition]: qty ?? line.qty }
    : { line: line.id, ...sums }
}

/** 检验: per line what is restocked, reworked or scrapped; one line may be split. */
export const inspectReturn: Verb<ReturnEntered, z.infer<typeof inspectBody>> = {
  name: 'inspect',
  label: { zh: '检验', en: 'Inspect' },
  roles: ['warehouse', 'engineering', 'pmc', 'generalManager'],
  body: inspectBody,
  asks: [
    {
      name: 'lines',
      label: { zh: '检验结果', en: 'Findings' },
      kind: 'lines',
      required: true,
      key: 'line',
      show: [
        { name: 'item', label: { zh: '物料', en: 'Item' } },
        { name: 'batchNo', label: { zh: '批号', en: 'Batch no.' } },
        { name: 'qty', label: { zh: '退货数量', en: 'Returned' }, figure: true },
      ],
      columns: [
        { name: 'restock', label: { zh: '入良品', en: 'Restock' }, kind: 'number', from: 'qty' },
        { name: 'rework', label: { zh: '返工', en: 'Rework' }, kind: 'number' },
        { name: 'scrap', label: { zh: '报废', en: 'Scrap' }, kind: 'number' },
      ],
    },
  ],
  run: async (ctx) => {
    const { doc, body } = ctx
    const { disposition } = body
    const asked = (body.lines ?? []).map((entry) => ({ entry, line: named(entry, doc) }))
    const findings = asked.flatMap(({ entry, line }, index): Finding[] =>
      line ? [] : [invalid(`lines.${index}.line`, 'line', entry.line ?? entry.deliveryLine ?? null, `a line of ${doc.no}`)],
    )
    const found = asked.flatMap(({ entry, line }) => (line ? [foundOf(entry, line, disposition)] : []))
    if (disposition)
      found.push(...doc.lines.filter(({ id }) => !found.some(({ line }) => line === id)).map((line) => whole(line, disposition)))
    findings.push(...decideInspection(doc.lines, found))
    const lines = doc.lines.map((line): ReturnLine => {
      const mine = found.filter((entry) => entry.line === line.id)
      const sum = (name: Disposition): number => toNumber(mine.reduce((total, entry) => total.plus(d(entry[name])), d(0)))
      const place = (name: Disposition): number | undefined =>
        asked.find(({ entry, line: at }) => at?.id === line.id && (entry.disposition === name || (entry[name] ?? 0) > 0))?.entry
          .warehouse ?? (disposition === name ? body.warehouse : undefined)
      return {
        ...line,
        restockQty: sum('restock'),
        reworkQty: sum('rework'),
        scrapQty: sum('scrap'),
        restockTo: place('restock') ?? line.restockTo ?? line.warehouse,
        reworkTo: place('rework') ?? line.warehouse,
      }
    })
    findings.push(...(await placeFindings(ctx, lines)))
    return { patch: { status: 'inspected', lines }, findings }
  },
}

/** Goods are put only where there is a warehouse this person may post in. */
async function placeFindings(ctx: Pick<VerbContext<unknown>, 'req' | 'actor'>, lines: readonly ReturnLine[]): Promise<Finding[]> {
  const warehouses = await warehouseFacts(ctx.req)
  const used = lines.flatMap((line) => [
    ...(line.restockQty ? [line.restockTo ?? null] : []),
    ...(line.reworkQty ? [line.reworkTo ?? null] : []),
    line.warehouse,
  ])
  const gone = used.find((id) => id === null || !warehouses.get(id)?.active)
  if (gone !== undefined) return [invalid('lines.0.warehouse', 'warehouse', gone, 'an active warehouse')]
  return warehouseRight(ctx, used)
}
