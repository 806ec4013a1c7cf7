import type { CollectionBeforeChangeHook } from 'payload'

import { openInWarehouse, warehouseContents } from '@/src/engine/masterUses'

import { refuseIfAny } from '@/src/engine/refusal'
import { usedBy } from './usedBy'

/**
 * What lies in a warehouse counts as available or not by its kind and by whether it is in use. With entries in the books the kind is
 * fixed; while anything lies in it or open documents name it, it stays in use, or stays out of it.
 */
export const keepWarehouseKind: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const changed = (['kind', 'active'] as const).filter(
    (field) => data[field] !== undefined && (data[field] ?? true) !== (originalDoc[field] ?? true),
  )
  const [path] = changed
  if (path === undefined) return data
  const id = Number(originalDoc.id)
  const { items, moved } = await warehouseContents(req, id)
  if (path === 'kind' && moved)
    refuseIfAny(req, [
      {
        code: 'DOWNSTREAM_EXISTS',
        path,
        facts: { field: path, documents: [{ slug: 'stock-entries' }], items },
        text: { zh: '该仓库已有库存流水，不能改类型', en: 'The warehouse has stock entries; its kind is fixed' },
      },
    ])
  if (items.length > 0)
    refuseIfAny(req, [
      {
        code: 'DOWNSTREAM_EXISTS',
        path,
        facts: { field: path, documents: [{ slug: 'stock-balances' }], items },
        text: {
          zh: `该仓库尚有结存、预留或在途：${items.join('、')}`,
          en: `Goods lie in the warehouse, or are promised from it or expected: ${items.join(', ')}`,
        },
      },
    ])
  refuseIfAny(
    req,
    usedBy({
      path,
      documents: await openInWarehouse(req, id),
      zh: '未结单据正使用该仓库',
      en: 'Open documents use the warehouse',
    }),
  )
  return data
}
