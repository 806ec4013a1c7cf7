import type { PayloadRequest } from 'payload'

import { d, type Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { Order, OrderLine } from '@/src/domain/orders/order'
import { followLine } from '@/src/domain/samples/workOrder'
import { type WorkOrderOfOrder, workOrdersOfOrder } from '@/src/ledger/facts/samples'

import { notify, peopleWithRole } from '../control/notify'
import { forTheHouse } from '@/src/engine/operation'
import { takeStep } from '@/src/engine/step'

const closed = (line: OrderLine | undefined): Decimal => d(line?.closedQty ?? 0)

/** What a line wants made, in stock unit: its quantity without what was given up by short-close. */
function wantedOf(order: Order, line: OrderLine | undefined): Decimal {
  if (!line || order.status === 'cancelled') return d(0)
  return d(line.qty).minus(closed(line)).times(d(line.stockQty)).div(d(line.qty))
}

type Lines = ReadonlyMap<string, OrderLine>

/**
 * The work orders a change concerns: live ones, the newest cancelled one of a line that has just been reopened, and cancelled ones that
 * still name a line that is gone.
 */
function concerned(rows: readonly WorkOrderOfOrder[], lines: Lines, reopened: ReadonlySet<string>): WorkOrderOfOrder[] {
  const live = rows.filter(({ status }) => status !== 'cancelled')
  const taken = new Set(live.map(({ orderLine }) => orderLine))
  const revived = rows.filter(({ orderLine, status }) => {
    const revives = status === 'cancelled' && orderLine !== null && reopened.has(orderLine) && !taken.has(orderLine)
    if (revives) taken.add(orderLine)
    return revives
  })
  const orphans = rows.filter(({ orderLine, status }) => status === 'cancelled' && orderLine !== null && !lines.has(orderLine))
  return [...live, ...revived, ...orphans]
}

/**
 * After a sample order was changed, short-closed, reopened or cancelled, its work orders make what the lines still want; those of lines
 * that are gone are cancelled, or end with what was made. Engineering is told. Runs in the transaction of the order's step.
 */
export async function followWorkOrders({
  req,
  order,
  previous,
}: {
  req: PayloadRequest
  order: Order
  previous: Order | undefined
}): Promise<void> {
  if (order.kind !== 'sample' || !previous?.lines?.some(({ supply }) => supply === 'production')) return
  const lines = new Map(order.lines.filter(({ supply }) => supply === 'production').map((line) => [line.id, line]))
  const before = new Map(previous.lines.map((line) => [line.id, line]))
  const reopened = new Set([...lines.values()].filter((line) => closed(line).lt(closed(before.get(line.id)))).map(({ id }) => id))
  const moved: string[] = []
  const rows = await workOrdersOfOrder(req, order.id)
  for (const work of concerned(rows, lines, reopened)) {
    const line = work.orderLine === null ? undefined : lines.get(work.orderLine)
    const next = followLine(work, wantedOf(order, line))
    if (!next && line) continue
    const { status, qty } = next ?? { status: work.status, qty: d(work.qty) }
    await forTheHouse(req, () =>
      takeStep({
        req,
        slug: 'sample-work-orders',
        id: work.id,
        verb: 'follow-line',
        body: { status, qty: toNumber(qty), keepLine: line !== undefined },
      }),
    )
    moved.push(work.no)
  }
  if (moved.length > 0)
    await notify({
      req,
      people: await peopleWithRole(req, 'engineering'),
      kind: 'workOrderFollowed',
      key: `work-orders-${order.id}-${order.version}`,
      related: { slug: 'orders', id: order.id },
      title: { zh: `样板订单 ${order.no} 已变更`, en: `Sample order ${order.no} has changed` },
      text: {
        zh: `样板工单 ${moved.join('、')} 已随订单 ${order.no} 调整数量或状态。`,
        en: `Sample work orders ${moved.join(', ')} follow order ${order.no}: quantity or status has changed.`,
      },
    })
}
