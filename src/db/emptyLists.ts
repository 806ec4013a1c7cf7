import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { FlattenedField } from 'payload'

type Row = Record<string, unknown>
/** The lists of rows among some fields, and those of groups and rows beneath them. */
type Lists = ReadonlyArray<{ name: string; isList: boolean; within: Lists }>

const known = new WeakMap<readonly FlattenedField[], Lists>()

function listsOf(fields: readonly FlattenedField[]): Lists {
  const found = known.get(fields)
  if (found) return found
  const lists = fields.flatMap((field): Lists => {
    if (!('name' in field) || !('flattenedFields' in field)) return []
    const within = listsOf(field.flattenedFields)
    const isList = field.type === 'array'
    return isList || within.length > 0 ? [{ name: field.name, isList, within }] : []
  })
  known.set(fields, lists)
  return lists
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

/** Data in which a list of rows that is given as nothing is an empty one, at any depth. The same object where there is none. */
export function withEmptyLists<Data extends object>(data: Data, fields: readonly FlattenedField[]): Data {
  const changed: Row = {}
  for (const { name, isList, within } of listsOf(fields)) {
    const value = (data as Row)[name]
    if (isList && value === null) changed[name] = []
    else if (within.length === 0 || !isRow(value)) continue
    else if (!Array.isArray(value)) changed[name] = withEmptyLists(value, fieldsOf(fields, name))
    else if (isList) changed[name] = value.map((row: unknown) => (isRow(row) ? withEmptyLists(row, fieldsOf(fields, name)) : row))
  }
  return Object.keys(changed).length > 0 ? { ...data, ...changed } : data
}

function fieldsOf(fields: readonly FlattenedField[], name: string): readonly FlattenedField[] {
  const field = fields.find((each) => 'name' in each && each.name === name)
  return field && 'flattenedFields' in field ? field.flattenedFields : []
}

/** Payload breaks off with an error of its own where a list of rows is null (3.90: `'$push' in null`): whoever sends null means none. */
export function takeNullAsNoRows(adapter: PostgresAdapter): void {
  const ofCollection = (slug: string): readonly FlattenedField[] =>
    Object.values(adapter.payload.collections).find(({ config }) => config.slug === slug)?.config.flattenedFields ?? []
  const ofGlobal = (slug: string): readonly FlattenedField[] =>
    adapter.payload.globals.config.find((each) => each.slug === slug)?.flattenedFields ?? []
  const create = adapter.create.bind(adapter)
  const updateOne = adapter.updateOne.bind(adapter)
  const updateMany = adapter.updateMany.bind(adapter)
  const createGlobal = adapter.createGlobal.bind(adapter)
  const updateGlobal = adapter.updateGlobal.bind(adapter)
  adapter.create = (args) => create({ ...args, data: withEmptyLists(args.data, ofCollection(args.collection)) })
  adapter.updateOne = (args) => updateOne({ ...args, data: withEmptyLists(args.data, ofCollection(args.collection)) })
  adapter.updateMany = (args) => updateMany({ ...args, data: withEmptyLists(args.data, ofCollection(args.collection)) })
  adapter.createGlobal = (args) => createGlobal({ ...args, data: withEmptyLists(args.data, ofGlobal(args.slug)) })
  adapter.updateGlobal = (args) => updateGlobal({ ...args, data: withEmptyLists(args.data, ofGlobal(args.slug)) })
}
