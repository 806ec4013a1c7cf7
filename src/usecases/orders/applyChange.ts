import { errorsIn } from '@/src/domain/kernel/decision'
import { freightPart } from '@/src/domain/pricing/freight'
import { draftInvoicesOf, openDeliveriesOf } from '@/src/ledger/facts/deliveriesOfLines'

import type { Verb } from '@/src/engine/document'
import { refusal, refuse } from '@/src/engine/refusal'
import { readDocument } from '@/src/engine/documents/readDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { openWorkOrders } from '../samples/orderSupply'
import { judgeChange } from './judgeChange'
import { outdateDeliveries } from './outdateDeliveries'
import { repriceDelivered } from './repriceDelivered'
import { storeRevision } from './storeRevision'

type OrderDocument = Stored<'orders'>

/**
 * Applies an approved change under the order's lock, on what is delivered and invoiced at this moment. The engine tests availability and
 * credit with the new values; reductions always pass. The former and the new revision are stored, drafts made from it become stale.
 */
export const applyChange: Verb<OrderDocument, { change: number; reason: string; no: string }> = {
  name: 'apply-change',
  label: { zh: '变更生效', en: 'Apply change' },
  roles: [],
  offered: () => false,
  run: async (ctx) => {
    const { req, doc, stored, body } = ctx
    if (!stored) throw new Error('An order is changed, never created by a change')
    if (stored.status !== 'approved')
      refuse(req, { code: 'ILLEGAL_STEP', facts: { document: stored.no, status: stored.status, verb: 'apply-change', allowed: [] } })
    const change = await readDocument({ req, slug: 'order-changes', id: body.change, overrideAccess: true })
    const judged = await judgeChange({ ctx: ctx, order: stored, change })
    const errors = errorsIn(judged.findings)
    if (errors.length > 0) throw refusal(errors, req)
    const leaving = (await openDeliveriesOf(req, judged.touched)).filter(({ status }) => status === 'approved')
    const billing = await draftInvoicesOf(req, judged.freightChanged ? stored.lines.map(({ id }) => id) : judged.priceChanged)
    const documents = [...leaving, ...billing]
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    const revision = (stored.revision ?? 1) + 1
    const { netTotal, taxTotal, grossTotal, headerDiscount } = judged.doc
    const { lines = judged.doc.lines } = await openWorkOrders(ctx, judged.doc)
    return {
      patch: {
        ...{ status: 'approved', lines, netTotal, taxTotal, grossTotal, headerDiscount, revision },
        ...freightPart(judged.doc),
      } as Partial<OrderDocument>,
      findings: judged.findings,
      after: async (order) => {
        await storeRevision({ ctx, order: stored, revision: revision - 1, change: null })
        await storeRevision({ ctx, order, revision, change: { id: change.id, reason: change.reason } })
        await repriceDelivered({ req, order, lines: judged.repriced })
        await outdateDeliveries({ req, order, lines: judged.touched })
      },
    }
  },
}
