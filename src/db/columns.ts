import type { postgresAdapter } from '@payloadcms/db-postgres'
import { date, numeric } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Field, SanitizedConfig } from 'payload'

/*
 * Payload stores every number as numeric without scale and every date as an instant. Money needs a scale that the database
 * enforces, and a business date is not an instant: fields say so with `custom: { scale }` and `custom: { businessDate: true }`.
 */
type ColumnKind = { kind: 'numeric'; scale: number } | { kind: 'date' }
type Marks = Map<string, Map<string, ColumnKind>>

const snake = (name: string): string =>
  name
    .replace(/-/g, '_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()

function markFields({ marks, table, prefix, fields }: { marks: Marks; table: string; prefix: string; fields: readonly Field[] }): void {
  for (const field of fields) {
    if (field.type === 'array') {
      markFields({ marks, table: `${table}_${prefix}${snake(field.name)}`, prefix: '', fields: field.fields })
    } else if (field.type === 'group' && 'name' in field && field.name) {
      markFields({ marks, table, prefix: `${prefix}${snake(field.name)}_`, fields: field.fields })
    } else if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        const inner = 'name' in tab && tab.name ? `${prefix}${snake(tab.name)}_` : prefix
        markFields({ marks, table, prefix: inner, fields: tab.fields })
      }
    } else if ('fields' in field && Array.isArray(field.fields)) {
      markFields({ marks, table, prefix, fields: field.fields })
    } else if ('name' in field && field.name) {
      const custom = (field as { custom?: { scale?: number; businessDate?: boolean } }).custom
      const kind: ColumnKind | null =
        custom?.scale !== undefined ? { kind: 'numeric', scale: custom.scale } : custom?.businessDate ? { kind: 'date' } : null
      if (kind) {
        const columns = marks.get(table) ?? new Map<string, ColumnKind>()
        columns.set(`${prefix}${snake(field.name)}`, kind)
        marks.set(table, columns)
      }
    }
  }
}

function marksOf(config: SanitizedConfig): Marks {
  const marks: Marks = new Map()
  for (const collection of config.collections) {
    markFields({
      marks,
      table: typeof collection.dbName === 'string' ? collection.dbName : snake(collection.slug),
      prefix: '',
      fields: collection.fields,
    })
  }
  for (const global of config.globals) markFields({ marks, table: snake(global.slug), prefix: '', fields: global.fields })
  return marks
}

type SchemaHook = NonNullable<Parameters<typeof postgresAdapter>[0]['afterSchemaInit']>[number]
type SchemaHookArgs = Parameters<SchemaHook>[0]

/** afterSchemaInit: gives marked fields their exact column type, so that it shows in migrations and in the database. */
export function exactColumns({ adapter, schema, extendTable }: SchemaHookArgs): SchemaHookArgs['schema'] {
  for (const [table, columns] of marksOf(adapter.payload.config)) {
    const raw = adapter.rawTables[table]
    const built = schema.tables[table]
    if (!raw || !built) continue
    const typed: NonNullable<Parameters<SchemaHookArgs['extendTable']>[0]['columns']> = {}
    for (const [key, column] of Object.entries(raw.columns)) {
      const kind = columns.get(column.name)
      if (!kind) continue
      const builder =
        kind.kind === 'date'
          ? date(column.name, { mode: 'string' })
          : numeric(column.name, { precision: kind.scale > 4 ? 20 : 18, scale: kind.scale, mode: 'number' })
      const kept =
        column.default === undefined
          ? builder
          : (builder as unknown as { default: (value: unknown) => typeof builder }).default(column.default)
      typed[key] = column.notNull ? kept.notNull() : kept
    }
    if (Object.keys(typed).length > 0) extendTable({ table: built, columns: typed })
  }
  return schema
}

type RawTable = { columns: Record<string, { default?: unknown }> }
type RawTables = {
  adapter: { payload: { config: Pick<SanitizedConfig, 'collections'> }; rawTables: Record<string, RawTable> }
  schema: unknown
}

/**
 * beforeSchemaInit: what a form begins with may depend on who opens it, and the platform then gives the column no default. One that is written
 * down in the field (`custom.databaseDefault`) stays in the database, for whoever writes without a form.
 */
export function databaseDefaults<Args extends RawTables>({ adapter, schema }: Args): Args['schema'] {
  for (const { slug, flattenedFields } of adapter.payload.config.collections)
    for (const { name, custom } of flattenedFields as ReadonlyArray<{ name: string; custom?: Record<string, unknown> }>) {
      const column = adapter.rawTables[snake(slug)]?.columns[name]
      if (column && custom?.['databaseDefault'] !== undefined) column.default = custom['databaseDefault']
    }
  return schema
}
