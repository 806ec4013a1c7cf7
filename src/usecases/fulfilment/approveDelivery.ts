import type { Finding } from '@/src/domain/kernel/decision'

import type { Verb, VerbContext } from '@/src/engine/document'
import { requireFourEyes } from '@/src/engine/fourEyes'
import { standingOf } from '@/src/engine/inputFindings'
import { orderFindings, overDeliveryFindings } from './judgeOrders'
import { warehouseRight } from '@/src/engine/warehouseRight'
import type { Stored } from '@/src/engine/documents/stored'
import { notProducedFindings } from '../samples/orderSupply'
import { openRounds } from '../samples/openRounds'
import { readyToIssue } from './readyToIssue'
import { refuseStale } from './refreshDelivery'
import { linesOfOrders } from './sourceDocuments'

type DeliveryDocument = Stored<'deliveries'>

/** What may have happened to the orders since the delivery was written, seen under their lock (O-26). */
async function orderStillOpen(ctx: VerbContext<DeliveryDocument, unknown>, verb: string): Promise<Finding[]> {
  const { req, doc } = ctx
  const ids = doc.lines.flatMap(({ orderLine }) => (orderLine ? [orderLine] : []))
  const sources = await linesOfOrders({ req, lines: ids, entered: false })
  const findings = orderFindings(doc.lines, sources, verb)
  if (findings.length > 0) return findings
  return [...(await overDeliveryFindings(ctx, doc.lines, sources)), ...(await notProducedFindings(req, doc.lines, sources, doc.id))]
}

const warehousesIn = (doc: DeliveryDocument): Array<number | null> => doc.lines.map(({ warehouse }) => warehouse)

/** 审核: the delivery may leave; with the setting `issueOnApprove` the goods leave at once. */
export const approveDelivery: Verb<DeliveryDocument> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['salesManager', 'generalManager'],
  run: async (ctx) => {
    const { settings, actor, now } = ctx
    refuseStale(ctx)
    await requireFourEyes(ctx, 'deliveries')
    const issues = settings.orders.issueOnApprove
    const findings = [...(await standingOf(ctx, ctx.doc)), ...(await orderStillOpen(ctx, 'approve')), ...(await readyToIssue(ctx))]
    if (issues) findings.push(...(await warehouseRight(ctx, warehousesIn(ctx.doc))))
    return {
      patch: { status: issues ? 'issued' : 'approved', approvedBy: actor?.id ?? null, approvedAt: now.instant },
      findings,
      ...(issues ? { after: (delivery) => openRounds(ctx.req, delivery) } : {}),
    }
  },
}

/** 出库: the goods leave the warehouse. */
export const issueDelivery: Verb<DeliveryDocument> = {
  name: 'issue',
  label: { zh: '出库', en: 'Issue' },
  roles: ['warehouse', 'salesManager', 'generalManager'],
  run: async (ctx) => {
    const findings = [
      ...(await standingOf(ctx, ctx.doc)),
      ...(await orderStillOpen(ctx, 'issue')),
      ...(await readyToIssue(ctx)),
      ...(await warehouseRight(ctx, warehousesIn(ctx.doc))),
    ]
    return { patch: { status: 'issued' }, findings, after: (delivery) => openRounds(ctx.req, delivery) }
  },
}
