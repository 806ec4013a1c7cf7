import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

import { type SumsTable, sums, sumsTables } from './sumsOf'

const rowsOf = (rows: string): string => `(select string_agg(x::text, ' ' order by x::text) from (${rows}) x)`

type Found = { key: string; expected: string; actual: string }

/** SQL of what a table of sums says otherwise than the documents themselves: `(key, expected, actual)`. What is due is no difference: it is not asked. */
function differencesIn(table: SumsTable): string {
  const { slug, document, columns, told } = sums[table]
  return `
with documents as (select id from ${slug} union select ${document} from ${table}),
asked as (select d.id from documents d where not exists (select from sums_due x where x.slug = '${slug}' and x.document_id = d.id))
select '${slug}/' || a.id as key, coalesce(e.rows, '') as expected, coalesce(k.rows, '') as actual
from asked a cross join lateral ${rowsOf(`select ${columns.map((name) => `t.${name}`).join(', ')} from (${told('a.id')}) t`)} e(rows)
cross join lateral ${rowsOf(`select ${columns.join(', ')} from ${table} where ${document} = a.id`)} k(rows)
where e.rows is distinct from k.rows`
}

/** What the sums of documents say otherwise than the documents themselves; by the days they were added up by. */
export async function verifySums(req: PayloadRequest): Promise<(Found & { book: string })[]> {
  const [zone] = await query<{ here: string }>(req, sql`select current_setting('TimeZone') as here`)
  await query(req, sql`select set_config('TimeZone', zone, true) from sums_zone`)
  const found: (Found & { book: string })[] = []
  for (const book of sumsTables) {
    const rows = await query<Found>(req, sql.raw(differencesIn(book)))
    found.push(...rows.map((row) => ({ book, ...row })))
  }
  await query(req, sql`select set_config('TimeZone', ${zone?.here ?? 'UTC'}, true)`)
  return found
}
