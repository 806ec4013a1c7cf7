import { randomBytes } from 'node:crypto'

import { z } from 'zod'

import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { toNumber } from '@/src/domain/kernel/money'
import { deviationOf } from '@/src/domain/samples/features'
import {
  type MaterialLine,
  statusAfterCompleting,
  workOrderContributions,
  workOrderEditable,
  workOrderStatuses,
  workOrderSteps,
} from '@/src/domain/samples/workOrder'
import { sampleWarehouses } from '@/src/ledger/facts/samples'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import type { Role, Verb, VerbContext } from '@/src/engine/document'
import { invalid, quantityFindings } from '@/src/engine/inputFindings'
import { defineDocument } from '@/src/engine/define'
import { warehouseRight } from '@/src/engine/warehouseRight'
import type { Stored } from '@/src/engine/documents/stored'
import { byDocument, makesOrderLine } from '@/src/ledger/links'
import { sampleOf } from './prepareRound'

type WorkOrderDocument = Stored<'sample-work-orders'>

const makers: readonly Role[] = ['engineering', 'rd', 'pmc', 'generalManager']

/** Completes and validates a work order: piece, place and order line stay what they are; material leaves once work has begun. */
async function prepareWorkOrder(ctx: VerbContext<WorkOrderDocument>): Promise<{ doc: WorkOrderDocument; findings: Finding[] }> {
  const { req, stored } = ctx
  const given = stored ?? ctx.doc
  const sampleId = idOf(given.sample)
  const sample = sampleId === null ? null : await sampleOf(req, sampleId, true)
  const item = idOf(given.item) ?? idOf(sample?.item)
  const findings: Finding[] = []
  if (item === null) findings.push(invalid('sample', 'sample', given.sample ?? null, 'id of a sample'))
  const fixed = stored && stored.status !== 'open'
  const qty = Number(fixed ? stored.qty : ctx.doc.qty)
  findings.push(...quantityFindings([{ qty }]).map((finding) => ({ ...finding, path: 'qty' })))
  const warehouse =
    idOf(fixed ? stored.warehouse : ctx.doc.warehouse) ?? (item === null ? null : ((await sampleWarehouses(req, [item])).get(item) ?? null))
  const place = warehouse === null ? undefined : (await warehouseFacts(req)).get(warehouse)
  if (warehouse !== null && (place?.kind !== 'sample' || !place.active))
    findings.push(invalid('warehouse', 'warehouse', place?.code ?? warehouse, 'an active sample warehouse'))
  const working = stored?.status === 'inWork' || stored?.status === 'completed'
  const materials = ((ctx.doc.materials ?? []) as MaterialLine[]).map((line): MaterialLine => {
    const from = idOf(line.warehouse)
    return {
      ...line,
      id: /^[0-9a-f]{24}$/.test(line.id ?? '') ? (line.id as string) : randomBytes(12).toString('hex'),
      item: idOf(line.item) ?? 0,
      warehouse: from,
      qty: Number(line.qty),
      issued: working && from !== null,
    }
  })
  if (materials.length > 0) {
    findings.push(
      ...quantityFindings(materials).map((finding) => ({ ...finding, path: (finding.path ?? '').replace('lines', 'materials') })),
    )
    findings.push(
      ...(await warehouseRight(
        ctx,
        materials.map((line) => line.warehouse),
      )),
    )
  }
  const measurements = (ctx.doc.measurements ?? []).map((row) => {
    const feature = sample?.features.find(({ key }) => key === row.feature)
    const required = row.required || feature?.value || null
    const judged = deviationOf({ required, measured: row.measured, tolerance: feature?.tolerance })
    return {
      ...row,
      required,
      deviation: judged?.deviation ?? null,
      judgement: judged ? (judged.within ? ('ok' as const) : ('out' as const)) : null,
    }
  })
  return {
    doc: {
      ...ctx.doc,
      sample: sampleId,
      order: idOf(given.order),
      orderLine: given.orderLine ?? null,
      item: item ?? 0,
      warehouse,
      qty,
      completed: Number(stored?.completed ?? 0),
      scrapped: Number(stored?.scrapped ?? 0),
      due: ctx.doc.due ? String(ctx.doc.due).slice(0, 10) : null,
      customer: idOf(sample?.customer ?? given['customer']),
      salesperson: idOf(sample?.salesperson ?? given['salesperson']),
      department: idOf(sample?.department ?? given['department']),
      materials,
      measurements,
    },
    findings,
  }
}

/** 开工: work begins, the material named with its warehouse is issued. */
const startWork: Verb<WorkOrderDocument> = {
  name: 'start',
  label: { zh: '开工', en: 'Start' },
  roles: makers,
  run: async ({ doc, now }) => ({
    patch: {
      status: 'inWork',
      startedAt: now.instant,
      materials: ((doc.materials ?? []) as MaterialLine[]).map((line) => ({ ...line, issued: line.warehouse !== null })),
    },
  }),
}

const completeBody = z.object({
  qty: z.number().nonnegative().max(1e11),
  scrapped: z.number().nonnegative().max(1e11).optional(),
  final: z.boolean().optional(),
})

/** 完工: pieces go into the sample warehouse, a part at a time; `final` gives up what is left. */
const completeWork: Verb<WorkOrderDocument, z.infer<typeof completeBody>> = {
  name: 'complete',
  label: { zh: '完工', en: 'Complete' },
  roles: [...makers, 'warehouse'],
  body: completeBody,
  asks: [
    { name: 'qty', label: { zh: '完工数量', en: 'Completed' }, kind: 'number', required: true },
    { name: 'scrapped', label: { zh: '报废数量', en: 'Scrapped' }, kind: 'number', required: false },
  ],
  run: async (ctx) => {
    const { req, doc, body, now } = ctx
    const [qty, scrapped] = [d(body.qty), d(body.scrapped ?? 0)]
    const left = d(doc.qty).minus(d(doc.completed))
    const findings: Finding[] = []
    if (qty.gt(left) || (qty.isZero() && scrapped.isZero() && !body.final))
      findings.push(invalid('qty', 'qty', body.qty, `> 0, ≤ ${left.toString()}`))
    for (const [field, value] of Object.entries({ qty, scrapped }))
      if (value.decimalPlaces() > 4) findings.push(invalid(field, field, value.toNumber(), '≤ 4 decimals'))
    if (doc.warehouse === null) findings.push(invalid('warehouse', 'warehouse', null, 'an active sample warehouse'))
    findings.push(...(await warehouseRight(ctx, [doc.warehouse])))
    if (findings.some(({ code }) => code === 'INVALID_INPUT')) return { findings, patch: {} }
    const completed = d(doc.completed).plus(qty)
    return {
      findings,
      patch: {
        completed: toNumber(completed),
        scrapped: toNumber(d(doc.scrapped).plus(scrapped)),
        status: statusAfterCompleting({ qty: doc.qty, completed, final: body.final === true }),
        completedAt: now.instant,
        ...(req.user ? { approvedBy: req.user.id, approvedAt: now.instant } : {}),
      } as Partial<WorkOrderDocument>,
    }
  },
}

const cancelBody = z.object({ reason: z.string().trim().min(1).max(2000) })

const cancelWork: Verb<WorkOrderDocument, z.infer<typeof cancelBody>> = {
  name: 'cancel',
  label: { zh: '取消工单', en: 'Cancel' },
  roles: makers,
  body: cancelBody,
  asks: [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'longText', required: true }],
  run: async () => ({ patch: { status: 'cancelled' } }),
}

const followBody = z.object({ status: z.enum(workOrderStatuses), qty: z.number(), keepLine: z.boolean() })

/** The order line has changed; see `followLine`. A line that is gone is no longer named. */
const follow: Verb<WorkOrderDocument, z.infer<typeof followBody>> = {
  name: 'follow-line',
  label: { zh: '随订单变更', en: 'Follow the order' },
  roles: [],
  body: followBody,
  offered: () => false,
  run: async ({ body }) => ({
    patch: { status: body.status, qty: body.qty, ...(body.keepLine ? {} : { orderLine: null }) } as Partial<WorkOrderDocument>,
  }),
}

/** 样板工单: what the engine needs to know of a sample work order. */
defineDocument<WorkOrderDocument>({
  slug: 'sample-work-orders',
  title: { zh: '样板工单', en: 'Sample work order', many: 'Sample work orders' },
  series: 'WO',
  statuses: workOrderStatuses,
  initial: 'open',
  steps: workOrderSteps,
  editable: workOrderEditable,
  editors: makers,
  prepare: prepareWorkOrder,
  contributions: workOrderContributions,
  links: [makesOrderLine, byDocument({ from: 'samples', to: 'sample-work-orders', column: 'sample_id', unless: ['order_line'] })],
  standsOn: [{ on: 'orders', in: 'document', column: 'order_id', gone: ['cancelled'] }],
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'cancelled', completed: 0, materials: [] }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { start: startWork, complete: completeWork, cancel: cancelWork, 'follow-line': follow },
})
