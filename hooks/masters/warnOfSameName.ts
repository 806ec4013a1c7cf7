import type { CollectionBeforeChangeHook, CollectionSlug } from 'payload'

import { forReader } from './refuse'

/** Two customers may bear one name (branches do); whoever saves the second is told of the first if he may read it, and the record keeps the warning. */
export const warnOfSameName: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id: unknown = originalDoc?.id
  const { docs } = await req.payload.find({
    collection: 'customers' as CollectionSlug,
    where: { and: [{ name: { equals: data.name } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
    limit: 10,
    pagination: false,
    depth: 0,
    select: { code: true },
    overrideAccess: !req.user, // a colleague's customer is not told of: what one may not read is as if it were not there
    req,
  })
  const codes = docs.map((doc) => (doc as { code?: string }).code ?? String(doc.id))
  data.checks =
    codes.length === 0
      ? []
      : forReader(
          req,
          [
            {
              code: 'DUPLICATE',
              path: 'name',
              facts: { name: data.name, codes },
              text: { zh: `同名客户已存在:${codes.join('、')}`, en: `Another customer bears this name: ${codes.join(', ')}` },
            },
          ],
          'warning',
        )
  return data
}
