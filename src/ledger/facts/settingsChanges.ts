import type { PayloadRequest } from 'payload'

import { readOnce, sql } from '../query'

export type SettingsChange = {
  at: string
  by: string | null
  version: number | null
  changes: Array<{ path: string; before: unknown; after: unknown }>
}

/** Every change of these settings after a moment, the newest first, as the log has it. */
export async function settingsChanges(req: PayloadRequest, slug: string, after: string): Promise<SettingsChange[]> {
  return readOnce<SettingsChange>(
    req,
    sql`select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, user_name as by, version::int as version,
          coalesce(changes, '[]'::jsonb) as changes
        from audit_log where slug = ${slug} and verb = 'settings' and at > ${after}::timestamptz order by id desc`,
  )
}
