import type { PayloadRequest } from 'payload'

import { readOnce, type Sql, sql } from './query'

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

type RowsTold = Pick<AuditLine, 'user' | 'userName' | 'slug' | 'reason'> & { verb: 'create' | 'delete'; path: string; rows: Sql }

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

/**
 * The same for rows of a statement, as one of its parts: `rows` is a query of the statement's own that gives `id`, `before` and `after` of the
 * field `path` for each record that was written.
 */
export const auditedRows = ({ user, userName, slug, verb, reason, path, rows }: RowsTold): Sql =>
  sql`insert into audit_log (at, user_id, user_name, slug, document_id, verb, version, changes, reason)
      select now(), ${user}::int, ${kept(userName)}::text, ${slug}::text, r.id::text, ${verb}::text, ${verb === 'create' ? 1 : null}::int,
        jsonb_build_array(jsonb_build_object('path', ${path}::text, 'before', r.before, 'after', r.after)), ${kept(reason)}::text from (${rows}) r`

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
