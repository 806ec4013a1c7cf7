import { toast } from '@payloadcms/ui'

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
  const answer = await fetch(`/api/${relationTo}`, {
    method: 'POST',
    credentials: 'include',
    body: form,
    headers: { 'Accept-Language': language },
  })
  const told = (await answer.json()) as { doc?: { id: number }; errors?: Array<{ message: string }> }
  if (told.doc) return { relationTo, value: told.doc.id, name: file.name }
  toast.error(told.errors?.[0]?.message ?? file.name)
  return null
}
