import { buildQuery } from '@payloadcms/drizzle'
import type { FlattenedField, PayloadRequest, Where } from 'payload'

import { drizzleOf, postgresOf } from '@/src/db/postgres'

import { readOnce, sql } from '../query'
import { type Asked, foundHere } from './found'

type Sql = ReturnType<typeof sql>

/**
 * Which rows of a table are asked for. `where` is the platform's own kind of condition, with the person's rights in it, and is put into
 * SQL by the platform's own writer: what a list shows is what its REST answers.
 */
export type Listed = {
  slug: string
  fields: FlattenedField[]
  where: Where
  /** Each must be met: what was typed into the search, and orders that are late. */
  found: readonly Asked[]
}

const snake = (slug: string): string => slug.replaceAll('-', '_')

function tableOf(req: PayloadRequest, slug: string) {
  const adapter = postgresOf(req.payload)
  const tableName = adapter.tableNameMap.get(snake(slug)) ?? snake(slug)
  const table = adapter.tables[tableName]
  if (!table?.['id']) throw new Error(`${slug} has no table`)
  const columnOf = (name: string) => {
    const column = table[name]
    if (!column) throw new Error(`${slug} has no column for ${name}`)
    return column
  }
  return { adapter, table, tableName, id: columnOf('id'), columnOf }
}

/** The condition as SQL. What leads into other tables is asked apart, so that no row comes twice. */
function conditionOf(req: PayloadRequest, { slug, fields, where, found }: Listed): Sql {
  const { adapter, table, tableName, id } = tableOf(req, slug)
  const built = buildQuery({ adapter: drizzleOf(req.payload), fields, tableName, where })
  const own = built.where ?? sql`true`
  const joined = (): Sql => {
    let rows = adapter.drizzle.select({ id }).from(table).where(own).$dynamic()
    for (const { type, table: other, condition } of built.joins) rows = rows[type ?? 'leftJoin'](other as typeof table, condition)
    return sql`${id} in ${rows}`
  }
  return found.reduce((text, asked) => sql`${text} and ${foundHere(id, slug, asked)}`, built.joins.length === 0 ? sql`(${own})` : joined())
}

/** What rows are put in order by: a field of their own, or what the record that it names is called. */
export type Order = { field: string; downwards: boolean; title: { slug: string; field: string } | null }

function orderOf(req: PayloadRequest, slug: string, { field, downwards, title }: Order): Sql {
  const { id, columnOf } = tableOf(req, slug)
  const way = sql.raw(downwards ? 'desc' : 'asc')
  if (field === 'id') return sql`${id} ${way}`
  const column = columnOf(field)
  const called = title && tableOf(req, title.slug)
  const by = called
    ? sql`(select r.${sql.identifier(called.columnOf(title.field).name)} from ${called.table} r where r.id = ${column})`
    : sql`${column}`
  // a column that is never empty is read in the order of its index
  const emptyLast = column.notNull && !called ? sql`` : sql` nulls last`
  return sql`${by} ${way}${emptyLast}, ${id} ${way}`
}

/** The ids of one page, and of the row after it where there is one. */
export async function pageOfIds(
  req: PayloadRequest,
  listed: Listed,
  { order, limit, offset }: { order: Order; limit: number; offset: number },
): Promise<number[]> {
  const { table, id } = tableOf(req, listed.slug)
  const rows = await readOnce<{ id: number }>(
    req,
    sql`select ${id} as id from ${table} where ${conditionOf(req, listed)} order by ${orderOf(req, listed.slug, order)}
      limit ${limit + 1} offset ${offset}`,
  )
  return rows.map((row) => row.id)
}

/** The ids of every row, in order: told as one text, so that a million of them weigh what they are written with. */
export async function everyId(req: PayloadRequest, listed: Listed, order: Order): Promise<Uint32Array> {
  const { table, id } = tableOf(req, listed.slug)
  const [row] = await readOnce<{ ids: string | null }>(
    req,
    sql`select string_agg(${id}::text, ',' order by ${orderOf(req, listed.slug, order)}) as ids from ${table} where ${conditionOf(req, listed)}`,
  )
  const text = row?.ids ?? ''
  return Uint32Array.from(text.matchAll(/\d+/g), ([id]) => Number(id))
}

/** How many rows the planner expects; reads none of them. */
async function expected(req: PayloadRequest, listed: Listed): Promise<number> {
  const { table, id } = tableOf(req, listed.slug)
  const [row] = await readOnce<{ 'QUERY PLAN': Array<{ Plan: { 'Plan Rows': number } }> }>(
    req,
    sql`explain (format json) select ${id} from ${table} where ${conditionOf(req, listed)}`,
  )
  return Math.round(row?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0)
}

type Counted = { count: number; sums: Array<{ currency: string | null; of: Record<string, number> }> }

/** Counts and adds up everything asked for, in one pass, by currency where the rows have one. */
async function counted(req: PayloadRequest, listed: Listed, { sums, currency }: Sums): Promise<Counted> {
  const { table, columnOf } = tableOf(req, listed.slug)
  const added = sums.map((name) => sql`sum(${columnOf(name)})::float8`)
  const by = currency ? sql`${columnOf(currency)}` : sql`null::text`
  const rows = await readOnce<{ currency: string | null; count: number; sums: Array<number | null> }>(
    req,
    sql`select ${by} as currency, count(*)::float8 as count, array[${sql.join([...added, sql`null::float8`], sql`, `)}] as sums
      from ${table} where ${conditionOf(req, listed)} group by 1 order by 2 desc`,
  )
  return {
    count: rows.reduce((all, row) => all + row.count, 0),
    sums: rows.map((row) => ({
      currency: row.currency,
      of: Object.fromEntries(sums.map((name, index) => [name, row.sums[index] ?? 0])),
    })),
  }
}

export type Sums = { sums: readonly string[]; currency: string | null }

/** Up to this many rows are counted and added up while somebody waits; above, the planner's own figure is told as such. */
const most = 200_000

/** The figures of everything asked for: exact as long as that takes no time, or when they are asked for all the same. */
export async function totalsOf(req: PayloadRequest, listed: Listed, sums: Sums, exact: boolean): Promise<Counted & { estimated: boolean }> {
  const guess = exact ? 0 : await expected(req, listed)
  if (guess > most) return { count: guess, sums: [], estimated: true }
  return { ...(await counted(req, listed, sums)), estimated: false }
}

/** Ids as the order of an answer: the database gives rows back in any. */
export const inOrder = <Row extends { id: number }>(ids: readonly number[], rows: readonly Row[]): Row[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many rows there are of each of several questions, in one statement; none is counted further than `upTo`. */
export async function countsOf(req: PayloadRequest, asked: ReadonlyMap<string, Listed>, upTo: number): Promise<Map<string, number>> {
  if (asked.size === 0) return new Map()
  const each = [...asked].map(([key, listed]) => {
    const { table } = tableOf(req, listed.slug)
    return sql`select ${key}::text as key, count(*)::int as count from (select from ${table} where ${conditionOf(req, listed)} limit ${upTo}) counted`
  })
  const rows = await readOnce<{ key: string; count: number }>(req, sql.join(each, sql` union all `))
  return new Map(rows.map(({ key, count }) => [key, count]))
}
