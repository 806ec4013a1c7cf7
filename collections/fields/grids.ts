import type { ArrayField, Field, Option, UIField } from 'payload'

import type { GridColumn as Column } from '@/src/domain/grid/gridColumn'
import type { GridHead, GridStates } from '@/src/domain/grid/gridHead'

import type { GridColumn } from './lineArray'
import { factsOf, shapeOf, type Sub } from './rowShape'

const flat = (fields: readonly Field[]): Sub[] =>
  fields.flatMap((field): Sub[] =>
    'fields' in field && field.type === 'row' ? flat(field.fields) : 'name' in field && field.name !== 'id' ? [field as Sub] : [],
  )

function kindOf(field: Sub): Column['kind'] {
  if (field.name === 'value') return 'feature'
  if (field.name === 'schedule') return 'schedule'
  if (field.name === 'breaks') return 'breaks'
  if (field.name === 'changes') return 'flags'
  if (field.type === 'relationship') return 'record'
  if (field.type === 'number') return field.custom?.scale === 2 ? 'amount' : 'figure'
  if (field.type === 'select') return field.hasMany ? 'flags' : 'choice'
  if (field.type === 'checkbox') return 'check'
  return field.type === 'date' || field.custom?.day ? 'date' : 'text'
}

/** Options of ours are named in both languages. */
const optionOf = (option: Option): Array<NonNullable<Column['options']>[number]> => {
  if (typeof option === 'string') return [{ value: option, label: { zh: option, en: option } }]
  const { value, label } = option
  if (typeof label === 'string') return [{ value, label: { zh: label, en: label } }]
  return typeof label === 'object' && 'zh' in label && 'en' in label ? [{ value, label: { zh: label.zh, en: label.en } }] : []
}

function columnOf(field: Sub, when?: Column['when']): Column {
  const { label = field.name, custom } = field
  const kind = kindOf(field)
  return {
    name: field.name,
    label: typeof label === 'string' ? { zh: label, en: label } : label,
    kind,
    ...(field.type === 'relationship' && typeof field.relationTo === 'string' ? { of: field.relationTo } : {}),
    ...(field.type === 'select' ? { options: field.options.flatMap(optionOf) } : {}),
    ...(custom?.scale === undefined ? {} : { scale: custom.scale }),
    ...(field.admin && 'readOnly' in field.admin && field.admin.readOnly ? { readOnly: true } : {}),
    ...('required' in field && field.required ? { required: true } : {}),
    ...(when ? { when } : {}),
    ...factsOf(field.name),
  }
}

/** The field of a form that names whom its document is for: his own codes are understood in every list of it, his earlier prices told. */
const partnerOf = (fields: readonly Field[]): string | undefined =>
  fields.some(
    (field) => ('name' in field && field.name === 'customer') || ('fields' in field && field.type === 'row' && partnerOf(field.fields)),
  )
    ? 'customer'
    : undefined

const fallback: readonly GridColumn[] = ['item', 'qty', 'unit', 'price', 'discountRate', 'taxRate', 'gross', 'warehouse', 'remark']

const lineGrid = '/src/admin/fields/opened#LineGrid'
const rowGrid = '/src/admin/fields/opened#RowGrid'

/**
 * A list of rows is entered in our grid, which keeps its rows itself: the platform's form would hold every cell as a field of its own, send
 * all of them with every pause of typing, and build all of them before a page opens. To its forms the list is no field; the grid stands
 * beside it as a field without data, and is told what it has to know: columns, states, what of the head it listens to. The API, validation
 * and access of the list are untouched. `within`: the group the list is in, `calendar.`.
 */
export const withGrids = (fields: readonly Field[], states?: GridStates, within = ''): Field[] =>
  fields.flatMap((field): Field[] => {
    if (field.type === 'group' && 'name' in field && field.name)
      return [{ ...field, fields: withGrids(field.fields, states, `${within}${field.name}.`) }]
    const component = field.type === 'array' ? field.admin?.components?.Field : undefined
    if (field.type !== 'array' || (component !== lineGrid && component !== rowGrid)) return [field]
    const { admin, ...list } = field
    const { components: _components, condition, description, custom, ...rest } = admin ?? {}
    const { columns: named, head, enteredBy } = (custom ?? {}) as { columns?: GridColumn[]; head?: GridHead; enteredBy?: readonly string[] }
    const wanted = named ?? (component === lineGrid ? fallback : undefined)
    const all = flat(field.fields)
    const columns = wanted
      ? wanted.flatMap((entry) => {
          const { name, when } = typeof entry === 'string' ? { name: entry, when: undefined } : entry
          return all.filter((sub) => sub.name === name).map((sub) => columnOf(sub, when))
        })
      : all.filter((sub) => !(sub.admin && 'hidden' in sub.admin && sub.admin.hidden)).map((sub) => columnOf(sub))
    const partner = partnerOf(fields)
    const grid: UIField = {
      name: `${field.name}Grid`,
      type: 'ui',
      ...(typeof field.label === 'string' || typeof field.label === 'object' ? { label: field.label } : {}),
      admin: {
        ...(condition ? { condition } : {}),
        disableListColumn: true,
        components: { Field: component },
        custom: {
          rows: `${within}${field.name}`,
          columns,
          shape: shapeOf(all),
          ...(head ? { head } : {}),
          ...(partner ? { partner } : {}),
          ...(states ? { states } : {}),
          ...(enteredBy ? { enteredBy } : {}),
          ...(description ? { description } : {}),
          ...(rest.readOnly ? { readOnly: true } : {}),
        },
      },
    }
    // where a list is not asked for, its columns stay empty: the condition says so to the database, too
    const said = { ...(condition ? { condition } : {}), ...(description ? { description } : {}) }
    return [{ ...list, admin: { ...rest, ...said, disabled: true } } as ArrayField, grid]
  })
