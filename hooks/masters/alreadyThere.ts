import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** Whether another record of the kind answers to this: what stands once may not stand twice. `except`: the record being written. */
export async function alreadyThere({
  req,
  collection,
  where,
  except,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  where: Where
  except: number | undefined
}): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection,
    where: { and: [where, ...(except ? [{ id: { not_equals: except } }] : [])] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}
