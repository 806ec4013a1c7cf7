import { changedUnits, type ItemUnit as Unit } from '@/src/domain/items/changedUnits'
import { itemsOpenIn } from '@/src/engine/masterUses'

import type { ImportColumn } from '../column'
import type { ImportDefinition, Taken, Taking } from '../engine/definition'
import { keepersOf } from './keepersOf'
import type { KeptList } from './keptList'
import { takeRowsOf } from './takeRowsOf'

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

/** The units of an item after the file: given factors in place, new units behind them. */
function withUnits(known: readonly Unit[], given: ReadonlyMap<string, Unit>) {
  const rows = known.map((unit) => ({ ...unit, factor: given.get(unit.unit)?.factor ?? unit.factor }))
  const added = [...given.values()].filter(({ unit }) => !known.some((one) => one.unit === unit))
  return { rows: [...rows, ...added], added: added.length, changed: rows.filter(({ factor }, at) => factor !== known[at]?.factor).length }
}

/** The units of items; one that open documents are written in keeps its factor. */
export const unitsOfItems: KeptList = {
  slug: 'items',
  list: 'units',
  answered: ['openUnits'],
  doubtful: (req, settled) =>
    itemsOpenIn(
      req,
      settled.flatMap(({ former, record }) =>
        changedUnits((former['units'] ?? []) as Unit[], record['units'] as Unit[]).map(({ unit }) => ({ item: former.id, unit })),
      ),
    ),
}

const take = (taking: Taking): Promise<Taken> =>
  takeRowsOf<Unit>({
    ...{ taking, columns, kept: unitsOfItems, by: 'item' },
    note: ({ values, given }) => {
      const unit = String(values['unit'])
      given.set(unit, { unit, factor: Number(values['factor']) })
      return []
    },
    after: withUnits,
  })

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
