import { d } from '@/src/domain/kernel/decimal'
import { errorsIn } from '@/src/domain/kernel/decision'
import { openChangesOf } from '@/src/ledger/facts/orderChanges'

import { baseAmount } from '@/src/engine/guards/creditReleases'
import type { VerbContext } from '@/src/engine/document'
import { readDocument } from '@/src/engine/documents/readDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { judgeChange } from './judgeChange'

type OrderDocument = Stored<'orders'>

/**
 * What a credit release of an order is asked for: an approved order as its open change of more would make it; else as it is; else with
 * its short-closed lines open again. So a step that credit refused can be released before it is taken.
 */
export async function orderToRelease(ctx: VerbContext<OrderDocument>): Promise<OrderDocument[]> {
  const { req, doc: order } = ctx
  const forms: OrderDocument[] = [order]
  const [open] = order.status === 'approved' ? await openChangesOf({ req, order: order.id, except: 0 }) : []
  if (open) {
    const change = await readDocument({ req, slug: 'order-changes', id: open.id, overrideAccess: true })
    const judged = await judgeChange({ ctx: ctx, order, change })
    const raises = d(baseAmount(judged.doc)).gt(d(baseAmount(order)))
    if (raises && errorsIn(judged.findings).length === 0) forms.unshift(judged.doc)
  }
  if (order.lines.some(({ closedQty }) => d(closedQty ?? 0).gt(0)))
    forms.push({ ...order, status: 'approved', closedEarly: false, lines: order.lines.map((line) => ({ ...line, closedQty: 0 })) })
  return forms
}
