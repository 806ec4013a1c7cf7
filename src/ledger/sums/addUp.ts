import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

import { summedSlugs, sums, sumsTables } from './sumsOf'

/** Documents that are added up in one transaction. */
const portion = 2000

/** Days are those where the business is: moved elsewhere, what was added up by day is due again. */
async function followZone(req: PayloadRequest, timeZone: string): Promise<void> {
  await query(req, sql`select set_config('TimeZone', ${timeZone}, true)`)
  const [kept] = await query<{ zone: string }>(req, sql`select zone from sums_zone`)
  if (kept?.zone === timeZone) return
  if (kept) await query(req, sql`insert into sums_due (slug, document_id) select 'orders', id from orders on conflict do nothing`)
  await query(req, sql`delete from sums_zone`)
  await query(req, sql`insert into sums_zone (zone) values (${timeZone})`)
}

/**
 * Writes the sums of a portion of the documents that are due, and says how many there were. What is noted while it works stays due. Nobody waits: whoever changes a
 * document adds a row to `sums_due`, which is taken only once it is committed; a second server that comes meanwhile finds nothing to do.
 */
export async function addUpSums(req: PayloadRequest, { timeZone }: { timeZone: string }): Promise<number> {
  const [turn] = await query<{ mine: boolean }>(req, sql`select pg_try_advisory_xact_lock(4207251063) as mine`)
  if (!turn?.mine) return 0
  await followZone(req, timeZone)
  let added = 0
  for (const slug of summedSlugs) {
    const [taken] = await query<{ ids: number[] | null }>(
      req,
      sql`with gone as (delete from sums_due where ctid = any (array(select ctid from sums_due where slug = ${slug} order by document_id limit ${portion} for update skip locked))
            returning document_id)
          select array_agg(distinct document_id) as ids from gone`,
    )
    const ids = taken?.ids ?? []
    if (ids.length === 0) continue
    const wanted = sql.raw(`'{${ids.map(Number).join(',')}}'::int[]`)
    for (const table of sumsTables.filter((name) => sums[name].slug === slug)) {
      const { document, columns, told } = sums[table]
      const named = columns.join(', ')
      await query(req, sql`delete from ${sql.raw(table)} where ${sql.raw(document)} = any(${wanted})`)
      await query(
        req,
        sql`insert into ${sql.raw(`${table} (${named})`)} select ${sql.raw(columns.map((name) => `t.${name}`).join(', '))}
            from unnest(${wanted}) d(id) cross join lateral (${sql.raw(told('d.id'))}) t`,
      )
    }
    added += ids.length
  }
  return added
}

/** Statements that write all sums anew, after documents were written past the triggers that note them. */
export const rebuildSums = (timeZone: string): string[] => [
  `select set_config('TimeZone', '${timeZone.replaceAll("'", '')}', true)`,
  'delete from sums_due',
  'delete from sums_zone',
  `insert into sums_zone (zone) select current_setting('TimeZone')`,
  ...sumsTables.flatMap((table) => {
    const { slug, columns, told } = sums[table]
    return [
      `delete from ${table}`,
      `insert into ${table} (${columns.join(', ')}) select ${columns.map((name) => `t.${name}`).join(', ')} from ${slug} d cross join lateral (${told('d.id')}) t`,
    ]
  }),
]
