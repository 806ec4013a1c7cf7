import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'
import { standingOf } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'

import { openRounds } from '../samples/openRounds'
import { unknownCosts } from '@/src/engine/unknownCosts'
import { orderStillOpen, warehousesIn } from './orderStillOpen'
import { readyToIssue } from './readyToIssue'
import { refuseStale } from './refreshDelivery'

type DeliveryDocument = Stored<'deliveries'>

/** 审核: the delivery may leave; with the setting `issueOnApprove` the goods leave at once. */
export const approveDelivery: Verb<DeliveryDocument> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['salesManager', 'generalManager'],
  possible: byAnother('deliveries'),
  run: async (ctx) => {
    const { settings, actor, now } = ctx
    refuseStale(ctx)
    await requireFourEyes(ctx, 'deliveries')
    const issues = settings.orders.issueOnApprove
    const findings = [...(await standingOf(ctx, ctx.doc)), ...(await orderStillOpen(ctx, 'approve')), ...(await readyToIssue(ctx))]
    if (issues) findings.push(...(await warehouseRight(ctx, warehousesIn(ctx.doc))), ...(await unknownCosts(ctx.req, ctx.doc.lines)))
    return {
      patch: { status: issues ? 'issued' : 'approved', approvedBy: actor?.id ?? null, approvedAt: now.instant },
      findings,
      ...(issues ? { after: (delivery) => openRounds(ctx.req, delivery) } : {}),
    }
  },
}
