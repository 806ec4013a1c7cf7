import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { FlattenedField } from 'payload'

type Row = Record<string, unknown>
type Create = PostgresAdapter['create']
type Creating = Parameters<Create>[0]

/** A field whose values are kept in tables of their own. */
const isElsewhere = (field: FlattenedField): boolean =>
  field.type === 'array' ||
  field.type === 'blocks' ||
  field.type === 'join' ||
  ('hasMany' in field && field.hasMany === true) ||
  ('relationTo' in field && Array.isArray(field.relationTo))

const isNothing = (value: unknown): boolean => value === undefined || value === null || (Array.isArray(value) && value.length === 0)

/** Whether a document is one row of its table: none of its fields is a group, and nothing of it is kept elsewhere. */
const isOneRow = (fields: readonly FlattenedField[], data: Row): boolean =>
  fields.every((field) => field.type !== 'group' && field.type !== 'tab' && (!isElsewhere(field) || isNothing(data[field.name])))

/** A value of a column as Payload reads it. */
function read(field: FlattenedField, value: unknown): unknown {
  if (isElsewhere(field)) return 'hasMany' in field && field.hasMany === true ? [] : undefined
  if (typeof value !== 'string') return value
  if (field.type === 'date') return new Date(value).toISOString()
  return field.type === 'number' ? Number(value) : value
}

function documentOf(fields: readonly FlattenedField[], row: Row): Row {
  const document: Row = { id: row['id'] }
  for (const field of fields) {
    if ('virtual' in field && field.virtual) continue
    const value = read(field, row[field.name])
    if (value !== undefined) document[field.name] = value
  }
  return document
}

/**
 * Creates a document and answers with what the database has written, where Payload asks for it once more. What is kept in more
 * than one table is left to Payload.
 */
export async function createWithoutReading(adapter: PostgresAdapter, create: Create, args: Creating): Promise<Row | null> {
  const { flattenedFields } = adapter.payload.collections[args.collection].config
  if (!isOneRow(flattenedFields, args.data)) return null
  let written: Row | undefined
  const listening = Object.assign(Object.create(adapter) as PostgresAdapter, {
    insert: async (inserting: Parameters<PostgresAdapter['insert']>[0]) => {
      const rows = await adapter.insert(inserting)
      written ??= rows[0]
      return rows
    },
  })
  await create.call(listening, { ...args, returning: false })
  if (!written) throw new Error(`A new ${args.collection} was written without a row`)
  return documentOf(flattenedFields, written)
}
