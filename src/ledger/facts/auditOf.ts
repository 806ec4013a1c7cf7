import type { PayloadRequest } from 'payload'

import type { RecordedChange } from '@/src/domain/control/rowsNamed'

import { readOnce, sql } from '../query'

export type AuditOf = {
  id: number
  /** Instant, ISO. */
  at: string
  userName: string | null
  verb: string
  version: number | null
  changes: readonly RecordedChange[]
  reason: string | null
}

/** What was recorded of one record, the newest first; what was tried in vain is the auditor's, not the record's. */
export async function auditOf(req: PayloadRequest, slug: string, id: number, limit: number): Promise<AuditOf[]> {
  return readOnce<AuditOf>(
    req,
    sql`select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, user_name as "userName", verb, version::int as version,
          coalesce(changes, '[]'::jsonb) as changes, reason
        from audit_log where slug = ${slug}::text and document_id = ${String(id)}::text
          and verb not in ('refused', 'login-failed')
        order by audit_log.id desc limit ${limit}`,
  )
}
