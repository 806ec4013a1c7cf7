import type { ClientBase } from 'pg'

/** Column types of a table as the database knows them: enum columns of Payload selects need an explicit cast. */
async function columnTypes({ client, table }: { client: ClientBase; table: string }): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
    [table],
  )
  if (rows.length === 0) throw new Error(`The database has no table ${table}: run the migrations first`)
  return new Map(rows.map(({ name, type }) => [name, type]))
}

/**
 * One `INSERT … SELECT` of as many rows as the SELECT gives. `values` maps column → SQL expression over `from`;
 * every expression is cast to its column's type. Throws when the table lacks a column. Returns the rows inserted.
 */
export async function insertSelect(args: {
  client: ClientBase
  into: string
  values: Readonly<Record<string, string>>
  from: string
  parameters?: readonly unknown[]
}): Promise<number> {
  const { client, into, values, from, parameters = [] } = args
  const types = await columnTypes({ client, table: into })
  const columns = Object.keys(values)
  const missing = columns.filter((column) => !types.has(column))
  if (missing.length > 0) throw new Error(`Table ${into} has no column ${missing.join(', ')}`)
  const expressions = Object.entries(values).map(([column, expression]) => {
    const type = types.get(column) ?? 'text'
    // Enum types are only reachable from text.
    return /^(numeric|integer|bigint|boolean|date|jsonb|character varying|text|timestamp)/.test(type)
      ? `(${expression})::${type}`
      : `(${expression})::text::${type}`
  })
  const result = await client.query(
    `insert into ${into} (${columns.map((column) => `"${column}"`).join(', ')}) select ${expressions.join(', ')} ${from}`,
    [...parameters],
  )
  return result.rowCount ?? 0
}

/** Time stamps that every Payload row carries. */
export const stamps = { created_at: 'now()', updated_at: 'now()' } as const
