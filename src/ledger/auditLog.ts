import type { PayloadRequest } from 'payload'

import { readOnce, sql } from './query'

/** One line of the audit log. */
export type AuditLine = {
  /** Instant, ISO. */
  at: string
  user: number | null
  userName: string | null
  slug: string
  documentId: string | null
  no: string | null
  verb: string
  version: number | null
  changes: readonly unknown[]
  reason: string | null
  client: string
}

/** What somebody tried may hold what Postgres keeps in no text. */
const kept = (text: string | null): string | null => text?.replaceAll('\0', '\uFFFD') ?? null
const keptJson = (value: readonly unknown[]): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? kept(inner) : inner))

/** Appends one line in the transaction of the request if it has one, so that it exists exactly when the change does. */
export async function appendAudit(req: PayloadRequest, line: AuditLine): Promise<void> {
  const { at, user, verb, version, changes } = line
  const [userName, slug, documentId, no, reason, client] = [
    line.userName,
    line.slug,
    line.documentId,
    line.no,
    line.reason,
    line.client,
  ].map(kept)
  await readOnce(
    req,
    sql`insert into audit_log (at, user_id, user_name, slug, document_id, no, verb, version, changes, reason, client)
        values (${at}::timestamptz, ${user}::int, ${userName}::text, ${slug}::text, ${documentId}::text, ${no}::text, ${verb}::text, ${version}::int,
          ${keptJson(changes)}::jsonb, ${reason}::text, ${client}::text)`,
  )
}

/** The same for many lines at once, in their order. */
export async function appendAuditLines(req: PayloadRequest, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return
  const rows = JSON.stringify(lines, (_key, inner: unknown) => (typeof inner === 'string' ? kept(inner) : inner))
  await readOnce(
    req,
    sql`insert into audit_log (at, user_id, user_name, slug, document_id, no, verb, version, changes, reason, client)
        select r.at, r."user", r."userName", r.slug, r."documentId", r.no, r.verb, r.version, r.changes, r.reason, r.client
        from rows from (jsonb_to_recordset(${rows}::jsonb) as (at timestamptz, "user" int, "userName" text, slug text, "documentId" text, no text, verb text,
          version int, changes jsonb, reason text, client text)) with ordinality as r order by r.ordinality`,
  )
}
