import type { CollectionBeforeDeleteHook, CollectionSlug, PayloadRequest, Where } from 'payload'

import { refuseIfAny } from '@/src/engine/refusal'

/** A place where a master record may be referred to: a collection and the field (dotted through lines) in it. */
export type Use = { slug: string; path: string; where?: Where }

/** How many records of each kind refer to this one. Collections or fields that do not exist in this configuration are passed over. */
export async function usesOf(
  req: PayloadRequest,
  id: number | string,
  uses: readonly Use[],
): Promise<Array<{ slug: string; count: number }>> {
  const documents: Array<{ slug: string; count: number }> = []
  for (const { slug, path, where } of uses) {
    const collection = req.payload.collections[slug as CollectionSlug]
    if (!collection?.config.flattenedFields.some((field) => field.name === path.split('.')[0])) continue
    const used: Where = { [path]: { equals: id } }
    const { totalDocs } = await req.payload.count({
      collection: slug as CollectionSlug,
      where: where ? { and: [used, where] } : used,
      overrideAccess: true,
      req,
    })
    if (totalDocs > 0) documents.push({ slug, count: totalDocs })
  }
  return documents
}

/** A master record that something refers to stays: disabling it is the way (C-07). The refusal names all that do. */
export const refuseDeleteWhenUsed =
  (uses: readonly Use[]): CollectionBeforeDeleteHook =>
  async ({ req, id }) => {
    const documents = await usesOf(req, id, uses)
    if (documents.length === 0) return
    const list = documents.map(({ slug, count }) => `${slug} (${count})`).join(', ')
    refuseIfAny(req, [
      {
        code: 'DOWNSTREAM_EXISTS',
        facts: { documents },
        text: { zh: `已被引用,不能删除,可停用:${list}`, en: `Still referred to by ${list}: disable it instead of deleting it` },
      },
    ])
  }
