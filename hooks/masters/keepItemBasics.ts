import type { CollectionBeforeChangeHook } from 'payload'

import { changedUnits, type ItemUnit } from '@/src/domain/items/changedUnits'
import { asksForOne } from '@/src/engine/askedForAll'
import { openInUnit } from '@/src/engine/masterUses'

import { refuseIfAny } from '@/src/engine/refusal'
import { usedBy } from './usedBy'
import { usesOf, usesSaid } from './usesOf'

const fixed = {
  unit: { zh: '库存单位', en: 'stock unit' },
  kind: { zh: '类型', en: 'kind' },
  batchControlled: { zh: '批次管理', en: 'batch control' },
} as const

/** A sample only becomes an item; nothing is counted there. */
const counts = ({ slug }: { slug: string }): boolean => slug !== 'samples'

/** Books and documents count in the stock unit of an item and by its kind and batches: once something uses the item these are fixed. */
export const keepItemBasics: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, collection, req }) => {
  if (operation !== 'update') return data
  const changed = (Object.keys(fixed) as Array<keyof typeof fixed>).filter(
    (field) => data[field] !== undefined && (data[field] ?? false) !== (originalDoc[field] ?? false),
  )
  const { slug } = collection
  const documents = changed.length > 0 ? await usesOf(req, { slug, id: originalDoc.id as number, places: counts }) : []
  const said = usesSaid(req, documents)
  if (documents.length > 0)
    refuseIfAny(
      req,
      changed.map((field) => ({
        code: 'DOWNSTREAM_EXISTS',
        path: field,
        facts: { field, documents },
        text: {
          zh: `物料已被使用，${fixed[field].zh}不能改：${said.zh}`,
          en: `The item is used by ${said.en}: its ${fixed[field].en} is fixed`,
        },
      })),
    )
  return data
}

type Units = readonly ItemUnit[]

/** The factor of another unit is fixed while open documents are written in it; taking the unit away is not, they keep what it was. */
export const keepUnitFactors = asksForOne<CollectionBeforeChangeHook>('openUnits', async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  for (const { unit } of changedUnits((originalDoc.units ?? []) as Units, (data.units ?? []) as Units))
    refuseIfAny(
      req,
      usedBy({
        path: 'units',
        documents: await openInUnit(req, Number(originalDoc.id), unit),
        zh: `未结单据正以 ${unit} 计，换算率不能改`,
        en: `Open documents count in ${unit}: its factor is fixed`,
      }),
    )
  return data
})
