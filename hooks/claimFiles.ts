import type { CollectionAfterChangeHook, CollectionSlug } from 'payload'

type FileLink = number | { id: number } | { relationTo: string; value: number | { id: number } }

const idOf = (value: unknown): number => (value !== null && typeof value === 'object' && 'id' in value ? Number(value.id) : Number(value))

function filesOf(doc: Record<string, unknown> | undefined): Map<string, { slug: string; id: number }> {
  const files = new Map<string, { slug: string; id: number }>()
  const add = (slug: string, value: unknown): unknown => files.set(`${slug} ${idOf(value)}`, { slug, id: idOf(value) })
  for (const slug of ['drawings', 'pictures']) for (const value of (doc?.[slug] as FileLink[] | null | undefined) ?? []) add(slug, value)
  for (const link of (doc?.attachments as FileLink[] | null | undefined) ?? []) {
    if (typeof link === 'object' && 'relationTo' in link) add(link.relationTo, link.value)
  }
  return files
}

/**
 * A file newly attached to a customer's document becomes that customer's, unless it already is another's: from then on it is seen
 * by whoever sees the customer. Only what this save attached is looked at, so an ordinary save costs nothing.
 */
export const claimFiles: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (!doc.customer) return
  const former = filesOf(previousDoc)
  for (const [key, { slug, id }] of filesOf(doc)) {
    if (former.has(key)) continue
    const file = await req.payload.findByID({
      collection: slug as CollectionSlug,
      id,
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
      req,
    })
    if (!file || (file as { customer?: unknown }).customer) continue
    await req.payload.update({
      collection: slug as CollectionSlug,
      id,
      data: { customer: idOf(doc.customer) } as never,
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
}
