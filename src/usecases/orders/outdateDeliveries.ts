import type { PayloadRequest } from 'payload'

import { openDeliveriesOf } from '@/src/ledger/facts/deliveriesOfLines'

import { takeStep } from '@/src/engine/step'
import { refuse } from '@/src/engine/refusal'

type Order = { id: number; no: string }

/** Refuses while an approved delivery is about to take goods of these lines: it is issued or unapproved first. */
export async function refuseIfPlanned({
  req,
  order,
  lines,
}: {
  req: PayloadRequest
  order: Order
  lines: readonly string[]
}): Promise<void> {
  const documents = (await openDeliveriesOf(req, lines)).filter(({ status }) => status === 'approved')
  if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: order.no, documents } })
}

/** Draft deliveries of these lines no longer say what the order says: they hold nothing and cannot be approved until refreshed (O-47). */
export async function outdateDeliveries({
  req,
  order,
  lines,
}: {
  req: PayloadRequest
  order: Order
  lines: readonly string[]
}): Promise<void> {
  for (const { id } of (await openDeliveriesOf(req, lines)).filter(({ status }) => status === 'draft')) {
    await takeStep({ req, slug: 'deliveries', id, verb: 'outdate', body: { reason: order.no } })
  }
}

/**
 * Draft deliveries go with their cancelled order. One that other orders share holds nothing from now on: it is refreshed without these lines,
 * or cancelled (O-27).
 */
export async function cancelDraftDeliveries({
  req,
  order,
  lines,
  reason,
}: {
  req: PayloadRequest
  order: Order
  lines: readonly string[]
  reason: string
}): Promise<void> {
  for (const { id, shared } of (await openDeliveriesOf(req, lines)).filter(({ status }) => status === 'draft')) {
    const verb = shared ? 'outdate' : 'cancel'
    await takeStep({ req, slug: 'deliveries', id, verb, body: { reason: `${order.no} ${reason}` } })
  }
}
