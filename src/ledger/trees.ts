import type { PayloadRequest } from 'payload'

import { query, sql } from './query'

const tableOf = (slug: string): ReturnType<typeof sql> => sql.raw(`"${slug.replaceAll('-', '_')}"`) // a slug of the configuration

/** Far more levels than any tree may have: a circle that was there before this rule is walked no further. */
const farthest = 100

/**
 * One writer per tree until the end of the transaction, and no reader of it meanwhile. Taken before the record itself, so that two
 * categories put under each other at one moment do not both pass.
 */
export async function holdTree(req: PayloadRequest, slug: string): Promise<void> {
  if (await req.transactionID) await query(req, sql`select pg_advisory_xact_lock(hashtextextended(${`tree ${slug}`}, 0))`)
}

/** Reads from a tree that nobody changes until the end of the transaction. */
export async function joinTree(req: PayloadRequest, slug: string): Promise<void> {
  if (await req.transactionID) await query(req, sql`select pg_advisory_xact_lock_shared(hashtextextended(${`tree ${slug}`}, 0))`)
}

/** A record and everything above it, the nearest first. */
export async function treeAbove(req: PayloadRequest, slug: string, id: number): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`with recursive up as (
          select id, parent_id, 1 as depth from ${tableOf(slug)} where id = ${id}
          union all select t.id, t.parent_id, u.depth + 1 from up u join ${tableOf(slug)} t on t.id = u.parent_id where u.depth < ${farthest})
        select id from up order by depth`,
  )
  return rows.map((row) => row.id)
}

/** How many levels stand under a record. */
export async function levelsBelow(req: PayloadRequest, slug: string, id: number): Promise<number> {
  const [row] = await query<{ levels: number }>(
    req,
    sql`with recursive below as (
          select id, 0 as depth from ${tableOf(slug)} where id = ${id}
          union all select t.id, b.depth + 1 from below b join ${tableOf(slug)} t on t.parent_id = b.id where b.depth < ${farthest})
        select max(depth)::int as levels from below`,
  )
  return row?.levels ?? 0
}
