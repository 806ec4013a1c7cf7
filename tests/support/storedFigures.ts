import type { FlattenedField, Payload } from 'payload'
import pg from 'pg'

const snake = (name: string): string => name.replaceAll('-', '_').replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2').toLowerCase() // prettier-ignore

const inside = (field: FlattenedField): readonly FlattenedField[] =>
  'flattenedFields' in field && Array.isArray(field.flattenedFields) ? field.flattenedFields : []

type Column = { table: string; column: string }

/** Where the values of a field stand, those of everything in it where it is a group or a list. */
function columnsOf(fields: readonly FlattenedField[], path: readonly string[], at: { table: string; prefix: string }): Column[] {
  const [name, ...rest] = path
  const field = fields.find((one) => one.name === name)
  if (!field) return []
  const next = field.type === 'array' ? { table: `${at.table}_${at.prefix}${snake(field.name)}`, prefix: '' } : { table: at.table, prefix: `${at.prefix}${snake(field.name)}_` } // prettier-ignore
  if (rest.length > 0) return columnsOf(inside(field), rest, next)
  if (inside(field).length > 0) return inside(field).flatMap((one) => columnsOf(inside(field), [one.name], next))
  return [{ table: at.table, column: `${at.prefix}${snake(field.name)}` }]
}

export type StoredFigures = {
  /** Makes every value that stands in these fields another one, by a hair; answers how many fields held one. */
  change: (fields: readonly { slug: string; path: string }[]) => Promise<number>
  restore: () => Promise<void>
  close: () => Promise<void>
}

/** The figures in the database, past every door, rule and trigger. */
export async function openStoredFigures(payload: Payload, url: string): Promise<StoredFigures> {
  const sql = new pg.Client({ connectionString: url })
  await sql.connect()
  await sql.query('set session_replication_role = replica')
  const { rows } = await sql.query<Column & { type: string }>(
    `select table_name as "table", column_name as "column", data_type as type from information_schema.columns where table_schema = 'public'`,
  )
  const types = new Map(rows.map(({ table, column, type }) => [`${table}.${column}`, type]))
  const otherwise = ({ table, column }: Column): [there: string, back: string] | null => {
    const type = types.get(`${table}.${column}`)
    // yes and no, and empty where nobody has said: the other one
    if (type === 'boolean') return [`not "${column}"`, `not "${column}"`]
    if (type === 'numeric' || type === 'double precision') return [`"${column}" + 0.01`, `"${column}" - 0.01`]
    return type === 'character varying' || type === 'text' ? [`"${column}" || '~'`, `rtrim("${column}", '~')`] : null
  }
  let back: string[] = []
  return {
    change: async (fields) => {
      for (const { slug, path } of fields)
        for (const at of columnsOf(payload.collections[slug as 'orders'].config.flattenedFields, path.split('.'), {
          table: snake(slug),
          prefix: '',
        })) {
          const ways = otherwise(at)
          if (!ways) continue
          const { rowCount } = await sql.query(`update "${at.table}" set "${at.column}" = ${ways[0]} where "${at.column}" is not null`)
          if (rowCount) back.push(`update "${at.table}" set "${at.column}" = ${ways[1]} where "${at.column}" is not null`)
        }
      return back.length
    },
    restore: async () => {
      for (const statement of back) await sql.query(statement)
      back = []
    },
    close: () => sql.end(),
  }
}
