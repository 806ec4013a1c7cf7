import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

export type Change = { version: number; user: string | null; at: string; fields: string[] }

/** Who changed what since a version: for the person whose save is refused because of it. */
export async function whoChanged({
  req,
  slug,
  id,
  sinceVersion,
}: {
  req: PayloadRequest
  slug: string
  /** Null: settings, which are one record. */
  id: number | null
  sinceVersion: number
}): Promise<Change[]> {
  return query<Change>(
    req,
    sql`select a.version::int as version, a.user_name as "user", to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
          coalesce((select json_agg(distinct c ->> 'path') from jsonb_array_elements(a.changes) c), '[]'::json) as fields
        from audit_log a where a.slug = ${slug} and (a.document_id = ${id === null ? null : String(id)} or ${id === null}::boolean) and a.version > ${sinceVersion}
        order by a.version limit 20`,
  )
}
