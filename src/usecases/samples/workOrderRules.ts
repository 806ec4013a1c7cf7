import { randomBytes } from 'node:crypto'

import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { deviationOf } from '@/src/domain/samples/features'
import { type MaterialLine, workOrderContributions } from '@/src/domain/samples/workOrder'
import { workOrderKind } from '@/src/domain/samples/workOrderKind'
import { defineDocument } from '@/src/engine/define'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid, quantityFindings } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'
import { sampleWarehouses } from '@/src/ledger/facts/samples'
import { warehouseFacts } from '@/src/ledger/facts/stock'
import { byDocument, makesOrderLine } from '@/src/ledger/links'

import { cancelWork } from './cancelWork'
import { completeWork } from './completeWork'
import { followLine } from './followLine'
import { sampleOf } from './prepareRound'
import { startWork } from './startWork'

type WorkOrderDocument = Stored<'sample-work-orders'>

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

/** 样板工单: what the engine needs to know of a sample work order. */
defineDocument<WorkOrderDocument>({
  ...workOrderKind,
  prepare: prepareWorkOrder,
  contributions: workOrderContributions,
  links: [makesOrderLine, byDocument({ from: 'samples', to: 'sample-work-orders', column: 'sample_id', unless: ['order_line'] })],
  standsOn: [{ on: 'orders', in: 'document', column: 'order_id', gone: ['cancelled'] }],
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'cancelled', completed: 0, materials: [] }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { start: startWork, complete: completeWork, cancel: cancelWork, 'follow-line': followLine },
})
