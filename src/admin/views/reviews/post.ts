import { toast } from '@payloadcms/ui'

import type { DeskOrder } from '@/src/questions/orders/reviews/desk'

import { callVerb } from '../../components/verbs/callVerb'

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
  const sent = { ...body, version: order.version }
  const { ok, told } = await callVerb({ slug: 'orders', id: order.id, verb, body: sent, language, key: crypto.randomUUID() })
  for (const { message } of told) toast.error(message)
  return ok
}
