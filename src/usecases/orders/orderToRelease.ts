import { d } from '@/src/domain/kernel/decimal'
import { errorsIn } from '@/src/domain/kernel/decision'
import { openChangesOf } from '@/src/ledger/facts/orderChanges'

import { baseAmount } from '@/src/engine/guards/creditReleases'
import type { VerbContext } from '@/src/engine/document'
import { readDocument } from '@/src/engine/documents/readDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { judgeChange } from './judgeChange'

type OrderDocument = Stored<'orders'>

/** An approved order as its open change would make it, and whose change that is; null where there is none that could be applied. */
export async function changedOrder(ctx: VerbContext<OrderDocument>): Promise<{ doc: OrderDocument; preparedBy: number | null } | null> {
  const { req, doc: order } = ctx
  const [open] = order.status === 'approved' ? await openChangesOf({ req, order: order.id, except: 0 }) : []
  if (!open) return null
  const change = await readDocument({ req, slug: 'order-changes', id: open.id, overrideAccess: true })
  const { doc, findings } = await judgeChange({ ctx, order, change })
  return errorsIn(findings).length > 0 ? null : { doc, preparedBy: change.preparedBy ?? null }
}

/**
 * What a credit release of an order is asked for: an approved order as its open change of more would make it; else as it is; else with
 * its short-closed lines open again. So a step that credit refused can be released before it is taken.
 */
export async function orderToRelease(ctx: VerbContext<OrderDocument>): Promise<OrderDocument[]> {
  const order = ctx.doc
  const forms: OrderDocument[] = [order]
  const changed = await changedOrder(ctx)
  if (changed && d(baseAmount(changed.doc)).gt(d(baseAmount(order)))) forms.unshift({ ...changed.doc, preparedBy: changed.preparedBy }) // who prepared the change wants it
  if (order.lines.some(({ closedQty }) => d(closedQty ?? 0).gt(0)))
    forms.push({ ...order, status: 'approved', closedEarly: false, lines: order.lines.map((line) => ({ ...line, closedQty: 0 })) })
  return forms
}
