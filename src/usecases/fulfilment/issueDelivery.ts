import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { standingOf } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'

import { openRounds } from '../samples/openRounds'
import { unknownCosts } from '@/src/engine/unknownCosts'
import { orderStillOpen, warehousesIn } from './orderStillOpen'
import { readyToIssue } from './readyToIssue'

type DeliveryDocument = Stored<'deliveries'>

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
      ...(await unknownCosts(ctx.req, ctx.doc.lines)),
    ]
    return { patch: { status: 'issued' }, findings, after: (delivery) => openRounds(ctx.req, delivery) }
  },
}
