import pg from 'pg'

/** The columns of every table that hold numbers. */
export async function figureColumns(connectionString: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const client = new pg.Client({ connectionString, application_name: 'gendan-export' })
  await client.connect()
  try {
    const { rows } = await client.query<{ table: string; columns: string[] }>(
      `select table_name as table, array_agg(column_name::text) as columns from information_schema.columns
       where table_schema = 'public' and data_type in ('numeric', 'integer', 'bigint', 'smallint', 'double precision', 'real') group by 1`,
    )
    return new Map(rows.map(({ table, columns }) => [table, new Set(columns)]))
  } finally {
    await client.end()
  }
}
