import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

import { type SummedSlug, type SumsTable, sums, sumsTables } from './sumsOf'

/** Documents that are asked in one statement: it ends within its time however many there are. */
const portion = 2000

const rowsOf = (rows: string): string => `(select string_agg(x::text, ' ' order by x::text) from (${rows}) x)`

type Found = { key: string; expected: string; actual: string }

/**
 * SQL of what a table of sums says otherwise than the documents themselves: `(key, expected, actual)`, of documents whose id is `among`. What is due is
 * no difference: it is not asked.
 */
function differencesIn(table: SumsTable, among: (id: string) => string): string {
  const { slug, document, columns, told } = sums[table]
  return `
with documents as (select id from ${slug} where ${among('id')} union select ${document} from ${table} where ${among(document)}),
asked as (select d.id from documents d where not exists (select from sums_due x where x.slug = '${slug}' and x.document_id = d.id))
select '${slug}/' || a.id as key, coalesce(e.rows, '') as expected, coalesce(k.rows, '') as actual
from asked a cross join lateral ${rowsOf(`select ${columns.map((name) => `t.${name}`).join(', ')} from (${told('a.id')}) t`)} e(rows)
cross join lateral ${rowsOf(`select ${columns.join(', ')} from ${table} where ${document} = a.id`)} k(rows)
where e.rows is distinct from k.rows order by a.id`
}

/** Conditions that each hold for a portion of the documents a table tells of: of all of them, or of those that are given. */
async function portionsOf(req: PayloadRequest, table: SumsTable, given?: readonly number[]): Promise<Array<(id: string) => string>> {
  if (given) {
    const starts = Array.from({ length: Math.ceil(given.length / portion) }, (_, at) => at * portion)
    return starts.map(
      (at) => (id) =>
        `${id} = any('{${given
          .slice(at, at + portion)
          .map(Number)
          .join(',')}}'::int[])`,
    )
  }
  const { slug, document } = sums[table]
  const [last] = await query<{ id: number | null }>(
    req,
    sql.raw(`select greatest((select max(id) from ${slug}), (select max(${document}) from ${table})) as id`),
  )
  const starts = Array.from({ length: Math.ceil((last?.id ?? 0) / portion) }, (_, at) => at * portion)
  return starts.map((at) => (id) => `${id} > ${String(at)} and ${id} <= ${String(at + portion)}`)
}

/** What the sums of documents say otherwise than the documents themselves, of all or of some; by the days they were added up by. */
export async function verifySums(
  req: PayloadRequest,
  given?: Readonly<Partial<Record<SummedSlug, readonly number[]>>>,
): Promise<(Found & { book: string })[]> {
  const [zone] = await query<{ here: string }>(req, sql`select current_setting('TimeZone') as here`)
  await query(req, sql`select set_config('TimeZone', zone, true) from sums_zone`)
  const found: (Found & { book: string })[] = []
  for (const book of sumsTables) {
    for (const among of await portionsOf(req, book, given && (given[sums[book].slug] ?? []))) {
      const rows = await query<Found>(req, sql.raw(differencesIn(book, among)))
      found.push(...rows.map((row) => ({ book, ...row })))
    }
  }
  await query(req, sql`select set_config('TimeZone', ${zone?.here ?? 'UTC'}, true)`)
  return found
}
