import { enterDocument } from '@/src/engine/documents/enterDocument'
import { findRecords } from '@/src/engine/documents/findRecords'

import type { ImportColumn } from '../column'
import { type ImportDefinition, nothingTaken, type Taken, type Taking, tell } from '../engine/definition'
import { readRow } from '../engine/readRow'
import { Relations } from '../engine/relations'
import { keepersOf } from './keepersOf'

type Unit = { id?: string; unit: string; factor: number }

const columns: readonly ImportColumn[] = [
  {
    name: 'item',
    label: { zh: '物料', en: 'Item' },
    also: ['品号', '存货编码', '物料编码', '商品编码', 'item code'],
    type: 'relation',
    to: 'items',
    required: true,
    example: 'GZK-2000',
  },
  { name: 'unit', label: { zh: '单位', en: 'Unit' }, also: ['计量单位', '换算单位'], type: 'text', required: true, example: 'BOX' },
  {
    name: 'factor',
    label: { zh: '换算率', en: 'Factor' },
    type: 'figure',
    scale: 6,
    required: true,
    example: '1000',
    note: { zh: '一单位等于多少库存单位', en: 'How many stock units make one' },
  },
]

async function take({ req, table, progress }: Taking): Promise<Taken> {
  const taken = nothingTaken()
  const relations = new Relations(req)
  const wanted = new Map<number, Map<string, number>>()
  for await (const rows of table.rows()) {
    await relations.learn(columns, rows)
    for (const entry of rows) {
      const { values, errors } = readRow({ req, row: entry, table, columns, relations })
      if (errors.length > 0) {
        tell(taken, errors)
        continue
      }
      const item = Number(values['item'])
      const units = wanted.get(item) ?? new Map<string, number>()
      wanted.set(item, units.set(String(values['unit']), Number(values['factor'])))
    }
    await progress.advance(rows.length)
  }
  if (taken.errors.length > 0) return taken
  const ids = [...wanted.keys()]
  for (let at = 0; at < ids.length; at += 500) {
    const records = await findRecords({
      req,
      slug: 'items',
      where: { id: { in: ids.slice(at, at + 500) } },
      fields: ['units'],
      overrideAccess: !req.user,
    })
    for (const { id, units } of records) {
      const known = (units ?? []) as Unit[]
      const given = wanted.get(id) ?? new Map<string, number>()
      const changed = known.map((unit) => ({ ...unit, factor: given.get(unit.unit) ?? unit.factor }))
      const added = [...given].filter(([unit]) => !known.some((one) => one.unit === unit)).map(([unit, factor]) => ({ unit, factor }))
      taken.created += added.length
      const altered = changed.filter((unit, index) => unit.factor !== known[index]?.factor).length
      taken.updated += altered
      taken.unchanged += given.size - added.length - altered
      if (added.length + altered > 0)
        await enterDocument({ req, slug: 'items', id, data: { units: [...changed, ...added] }, overrideAccess: !req.user })
    }
  }
  return taken
}

/** Other units of items: one row a unit; a unit the item has already gets the new factor, none is taken away. */
export const units: ImportDefinition = {
  kind: 'units',
  title: { zh: '换算单位', en: 'Units' },
  note: {
    zh: '一行一个单位：物料、单位、换算率。已有单位改换算率，不会删除单位。',
    en: 'One row, one unit. A unit the item has already gets the new factor; none is taken away.',
  },
  roles: keepersOf('items'),
  records: { slug: 'items', where: { 'units.unit': { exists: true } } },
  columns: () => columns,
  take,
}
