import { z } from 'zod'

import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { statusAfterCompleting } from '@/src/domain/samples/workOrder'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'

import { makers } from './workOrderMakers'

type WorkOrderDocument = Stored<'sample-work-orders'>

const completeBody = z.object({
  qty: z.number().nonnegative().max(1e11),
  scrapped: z.number().nonnegative().max(1e11).optional(),
  final: z.boolean().optional(),
})

/** 完工: pieces go into the sample warehouse, a part at a time; `final` gives up what is left. */
export const completeWork: Verb<WorkOrderDocument, z.infer<typeof completeBody>> = {
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
