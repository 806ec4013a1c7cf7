import type { PayloadRequest } from 'payload'

import type { Order } from '@/src/domain/orders/order'
import { issuedLinesOf } from '@/src/ledger/facts/deliveriesOfLines'

import { takeStep } from '@/src/engine/step'

/** Goods that have left but are not invoiced are billed at the order's new price: their delivery notes take it over (O-48). */
export async function repriceDelivered({
  req,
  order,
  lines,
}: {
  req: PayloadRequest
  order: Pick<Order, 'id' | 'no'>
  lines: readonly string[]
}): Promise<void> {
  const deliveries = [...new Set((await issuedLinesOf(req, [...new Set(lines)])).map(({ delivery }) => delivery))]
  for (const id of deliveries) {
    await takeStep({
      req,
      slug: 'deliveries',
      id,
      verb: 'reprice',
      body: { order: order.id, lines: [...new Set(lines)], reason: order.no },
    })
  }
}
