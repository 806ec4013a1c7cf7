import type { PayloadRequest } from 'payload'

import { idList, query, sql } from './query'

const tableOf = (slug: string): ReturnType<typeof sql> => sql.raw(`"${slug.replaceAll('-', '_')}"`) // a slug of the configuration, never what somebody sent

/**
 * Locks a master record, or settings (`id` null), until the end of the transaction and says its version; null when there is none. Comes
 * before every lock of the books: whoever changes a record holds none of them yet.
 */
export async function lockRecordRow({ req, slug, id }: { req: PayloadRequest; slug: string; id: number | null }): Promise<number | null> {
  const table = tableOf(slug)
  const [row] = await query<{ version: number }>(
    req,
    id === null
      ? sql`select coalesce(version, 1)::int as version from ${table} order by id limit 1 for update`
      : sql`select coalesce(version, 1)::int as version from ${table} where id = ${id} for update`,
  )
  return row?.version ?? null
}

/** The same of many master records, in the order of their ids. */
export async function lockRecordRows({ req, slug, ids }: { req: PayloadRequest; slug: string; ids: readonly number[] }): Promise<void> {
  await query(req, sql`select from ${tableOf(slug)} where id = any(${idList(ids)}) order by id for update`)
}
