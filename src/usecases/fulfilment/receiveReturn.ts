import { z } from 'zod'

import { decideInspection, type Disposition, dispositions, type InspectedLine } from '@/src/domain/fulfilment/decideInspection'
import type { ReturnLine } from '@/src/domain/fulfilment/return'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { cumulativePart } from '@/src/domain/kernel/split'
import { issueCosts } from '@/src/ledger/facts/issueCosts'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import type { Verb, VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { refuse } from '@/src/engine/refusal'
import { warehouseRight } from '@/src/engine/warehouseRight'
import type { Stored } from '@/src/engine/documents/stored'
import { returnSources } from './returnSources'

type ReturnEntered = Stored<'returns'>

const receiveBody = z.object({
  warehouse: z.number().int().optional(),
  lines: z.array(z.object({ line: z.string(), warehouse: z.number().int() })).optional(),
})

/** 收货: the goods lie in the return warehouse with their original issue cost, exact to the cent over all returns of a line (F4). */
export const receiveReturn: Verb<ReturnEntered, z.infer<typeof receiveBody>> = {
  name: 'receive',
  label: { zh: '收货', en: 'Receive' },
  roles: ['warehouse', 'generalManager'],
  body: receiveBody,
  offered: ({ kind }) => kind !== 'priceOnly',
  run: async (ctx) => {
    const { req, doc, body } = ctx
    if (doc.kind === 'priceOnly')
      refuse(req, { code: 'ILLEGAL_STEP', facts: { document: doc.no, status: doc.status, verb: 'receive', allowed: [] } })
    const { sources, taken } = await returnSources({ req, doc, entered: false })
    const costs = await issueCosts(req, [...new Set(doc.lines.map(({ delivery }) => delivery))])
    const came = new Map([...taken].map(([id, { receivedQty, issueValue }]) => [id, { qty: d(receivedQty), value: d(issueValue) }]))
    const warehouses = await warehouseFacts(req)
    const lines = doc.lines.map((line): ReturnLine => {
      const source = sources.get(line.deliveryLine)?.line
      const before = came.get(line.deliveryLine) ?? { qty: d(0), value: d(0) }
      const cumQty = before.qty.plus(d(line.qty))
      const cost = costs.get(line.deliveryLine) ?? 0
      const value = cumulativePart({ lineTotal: cost, lineQty: source?.qty ?? line.qty, cumQty, already: before.value })
      came.set(line.deliveryLine, { qty: cumQty, value: before.value.plus(value) })
      const warehouse = body.lines?.find((asked) => asked.line === line.id)?.warehouse ?? body.warehouse ?? line.warehouse
      const kind = warehouse === null ? undefined : warehouses.get(warehouse)?.kind
      return { ...line, warehouse, frozen: kind === 'goods' || kind === 'sample', issueValue: toNumber(value) }
    })
    const findings = lines.flatMap(({ warehouse }, index): Finding[] =>
      warehouse !== null && warehouses.get(warehouse)?.active
        ? []
        : [invalid(`lines.${index}.warehouse`, 'warehouse', warehouse, 'an active return warehouse')],
    )
    findings.push(
      ...(await warehouseRight(
        ctx,
        lines.map(({ warehouse }) => warehouse),
      )),
    )
    return { patch: { status: 'received', lines }, findings }
  },
}

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
