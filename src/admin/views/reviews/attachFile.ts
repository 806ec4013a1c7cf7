import { toast } from '@payloadcms/ui'

import { ask } from '../../request/ask'

export type AttachedFile = { relationTo: 'drawings' | 'pictures'; value: number; name: string }

const isPicture = (name: string): boolean => /\.(png|jpe?g|webp|gif|avif|tiff?)$/i.test(name)

/** Stores a file of an opinion among the customer's pictures or drawings; null when it is refused, which is said. */
export async function attachFile({
  file,
  customer,
  language,
}: {
  file: File
  customer: number
  language: string
}): Promise<AttachedFile | null> {
  const relationTo = isPicture(file.name) ? 'pictures' : 'drawings'
  const form = new FormData()
  form.append('file', file)
  form.append('_payload', JSON.stringify({ customer }))
  const answer = await ask<{ doc: { id: number } }>(`/api/${relationTo}`, { send: form, language, waits: true })
  if (answer.ok) return { relationTo, value: answer.body.doc.id, name: file.name }
  for (const { message } of answer.refusals) toast.error(message)
  return null
}
