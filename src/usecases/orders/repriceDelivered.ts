import type { PayloadRequest } from 'payload'

import { groupBy } from '@/src/domain/kernel/groupBy'
import type { RepricedLine } from '@/src/domain/orders/lineParts'
import type { Order } from '@/src/domain/orders/order'

import { takeStep } from '@/src/engine/step'

/** Goods that have left but are not invoiced are billed at the order's new amounts: their delivery notes take them over (O-48). */
export async function repriceDelivered({
  req,
  order,
  lines,
}: {
  req: PayloadRequest
  order: Pick<Order, 'id' | 'no' | 'lines'>
  lines: readonly RepricedLine[]
}): Promise<void> {
  for (const [delivery, parts] of groupBy(lines, ({ delivery }) => String(delivery))) {
    const body = { order: { lines: order.lines }, lines: parts, reason: order.no }
    await takeStep({ req, slug: 'deliveries', id: Number(delivery), verb: 'reprice', body })
  }
}
