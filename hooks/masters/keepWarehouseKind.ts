import type { CollectionBeforeChangeHook, CollectionSlug } from 'payload'

import { refuseIfAny } from './refuse'

/** What lies in a warehouse was counted as available or not by the warehouse's kind: with entries in the books the kind is fixed. */
export const keepWarehouseKind: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || data.kind === originalDoc.kind || !('stock-entries' in req.payload.collections)) return data
  const { totalDocs } = await req.payload.count({
    collection: 'stock-entries' as CollectionSlug,
    where: { warehouse: { equals: originalDoc.id } },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0) {
    refuseIfAny(req, [
      {
        code: 'DOWNSTREAM_EXISTS',
        path: 'kind',
        facts: { documents: [{ slug: 'stock-entries', count: totalDocs }] },
        text: { zh: '该仓库已有库存流水,不能改类型', en: 'The warehouse has stock entries; its kind is fixed' },
      },
    ])
  }
  return data
}
