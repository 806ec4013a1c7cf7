import { toast } from '@payloadcms/ui'

import type { DeskOrder } from '@/src/questions/orders/reviews/desk'

type Refused = { errors?: Array<{ message: string; data?: { errors?: Array<{ message: string }> } }> }

/** Posts a verb of the order; shows every refusal with what would make it pass. */
export async function post({
  order,
  verb,
  body,
  language,
}: {
  order: DeskOrder
  verb: string
  body: object
  language: string
}): Promise<boolean> {
  const answer = await fetch(`/api/orders/${order.id}/${verb}`, {
    method: 'POST',
    credentials: 'include',
    body: JSON.stringify({ ...body, version: order.version }),
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language, 'Idempotency-Key': crypto.randomUUID() },
  })
  if (answer.ok) return true
  const told = (await answer.json()) as Refused
  for (const error of told.errors ?? []) for (const { message } of error.data?.errors ?? [error]) toast.error(message)
  return false
}
