import { toast } from '@payloadcms/ui'

import { ask } from '../request/ask'

/** Has a list written as a file however long it is, and leads to where it will lie. */
export async function prepareList(address: string, language: 'zh' | 'en'): Promise<void> {
  const reply = await ask<{ doc: { id: number } }>(address, { method: 'POST', language, waits: true })
  if (reply.ok) window.location.assign(`/admin/collections/prepared-files/${String(reply.body.doc.id)}`)
  else toast.error(reply.refusals[0]?.message ?? '')
}
