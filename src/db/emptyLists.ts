import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { FlattenedField } from 'payload'

type Row = Record<string, unknown>
/** A list of rows, or a group with one somewhere in it. */
type Place = { name: string; isList: boolean; fields: readonly FlattenedField[] }

const known = new WeakMap<readonly FlattenedField[], readonly Place[]>()

function placesOf(fields: readonly FlattenedField[]): readonly Place[] {
  const found = known.get(fields)
  if (found) return found
  const places = fields.flatMap((field): Place[] => {
    if (!('name' in field) || !('flattenedFields' in field)) return []
    const isList = field.type === 'array'
    const { name, flattenedFields } = field
    return isList || placesOf(flattenedFields).length > 0 ? [{ name, isList, fields: flattenedFields }] : []
  })
  known.set(fields, places)
  return places
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

/** Data in which a list of rows that is given as nothing is an empty one, at any depth. The same object where there is none. */
export function withEmptyLists<Data extends object>(data: Data, fields: readonly FlattenedField[]): Data {
  const changed: Row = {}
  for (const { name, isList, fields: inside } of placesOf(fields)) {
    const value = (data as Row)[name]
    if (isList && value === null) changed[name] = []
    else if (!isRow(value) || placesOf(inside).length === 0) continue
    else if (!Array.isArray(value)) changed[name] = withEmptyLists(value, inside)
    else if (isList) changed[name] = value.map((row: unknown) => (isRow(row) ? withEmptyLists(row, inside) : row))
  }
  return Object.keys(changed).length > 0 ? { ...data, ...changed } : data
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
