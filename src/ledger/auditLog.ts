import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PayloadRequest } from 'payload'

import { sealedLines } from './auditSeal'
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

/** Where a request came from: the address as the front door knows it (trusted proxies only), and the program as it says itself. */
export function clientOf(req: PayloadRequest): string {
  const header = (name: string): string => req.headers?.get(name) ?? ''
  return [header('x-client-address'), header('user-agent')].filter(Boolean).join(' ').slice(0, 500)
}

/** What somebody tried may hold what Postgres keeps in no text. */
const kept = (text: string | null): string | null => text?.replaceAll('\0', '\uFFFD') ?? null
function keptJson(value: readonly unknown[]): string {
  const text = JSON.stringify(value)
  return text.includes('\\u0000')
    ? JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? kept(inner) : inner))
    : text
}

function lineWritten(secret: string, line: AuditLine): Sql {
  const { at, user, verb, version, changes } = line
  const [userName, slug, documentId, no, reason, client] = [
    line.userName,
    line.slug,
    line.documentId,
    line.no,
    line.reason,
    line.client,
  ].map(kept)
  return sealedLines(
    secret,
    sql`select ${at}::timestamptz as at, ${user}::int as user_id, ${userName}::text as user_name, ${slug}::text as slug, ${documentId}::text as document_id,
        ${no}::text as no, ${verb}::text as verb, ${version}::int as version, ${keptJson(changes)}::jsonb as changes, ${reason}::text as reason, ${client}::text as client`,
  )
}

/** Appends one line in the transaction of the request if it has one, so that it exists exactly when the change does. */
export async function appendAudit(req: PayloadRequest, line: AuditLine): Promise<void> {
  await readOnce(req, lineWritten(req.payload.config.secret, line))
}

/** The same for a program that works on a connection of its own. */
export function auditStatement(secret: string, line: AuditLine): { text: string; values: unknown[] } {
  const { sql: text, params } = new PgDialect().sqlToQuery(lineWritten(secret, line))
  return { text, values: params }
}

/**
 * The same for rows of a statement, as one of its parts: `rows` is a query of the statement's own that gives `id`, `before` and `after` of the
 * field `path` for each record that was written.
 */
export const auditedRows = (req: PayloadRequest, { user, userName, slug, verb, reason, path, rows }: RowsTold): Sql =>
  sealedLines(
    req.payload.config.secret,
    sql`select now() as at, ${user}::int as user_id, ${kept(userName)}::text as user_name, ${slug}::text as slug, r.id::text as document_id, null as no, ${verb}::text as verb,
        ${verb === 'create' ? 1 : null}::int as version, jsonb_build_array(jsonb_build_object('path', ${path}::text, 'before', r.before, 'after', r.after)) as changes,
        ${kept(reason)}::text as reason, ${kept(clientOf(req))}::text as client from (${rows}) r`,
  )

/** Who takes a step, when, from where: of steps that the books take for him. */
export type StepTaker = Pick<AuditLine, 'at' | 'user' | 'userName' | 'client'>

/**
 * Steps that the books take of documents, as a part of the statement that takes them: `rows` gives `id`, `no`, `verb`, `was` and `is`, the
 * status before and after. They are no version of the document: nobody wrote it.
 */
export const auditedSteps = (secret: string, { taker, slug, rows }: { taker: StepTaker; slug: string; rows: Sql }): Sql =>
  sealedLines(
    secret,
    sql`select ${taker.at}::timestamptz as at, ${taker.user}::int as user_id, ${kept(taker.userName)}::text as user_name, ${slug}::text as slug, r.id::text as document_id, r.no, r.verb,
        null as version, jsonb_build_array(jsonb_build_object('path', 'status', 'before', r.was, 'after', r.is)) as changes, null as reason,
        ${kept(taker.client)}::text as client from (${rows}) r`,
  )

const shared = ['at', 'user', 'userName', 'slug', 'verb', 'version', 'reason', 'client'] as const

/** What lines of one kind, of one moment and one person have in common, and what each says itself: its changes as JSON, on one line. */
type SharedLine = Pick<AuditLine, (typeof shared)[number]>
export type OwnLine = Pick<AuditLine, 'documentId' | 'no'> & { changes: string }

/** The same as `keptJson`, of what is JSON already. */
const keptText = (json: string): string => (json.includes('\\u0000') ? keptJson(JSON.parse(json) as unknown[]) : json)

/** Lines that have nearly all in common, which is said once; null where there are none. */
export function auditLinesAlike(
  secret: string,
  { at, user, userName, slug, verb, version, reason, client }: SharedLine,
  lines: readonly OwnLine[],
): Sql | null {
  if (lines.length === 0) return null
  const told = (of: 'documentId' | 'no'): string => keptJson(lines.map((line) => line[of]))
  const changes = lines.map((line) => keptText(line.changes)).join('\n')
  return sealedLines(
    secret,
    sql`select ${at}::timestamptz as at, ${user}::int as user_id, ${kept(userName)}::text as user_name, ${kept(slug)}::text as slug, r.document_id, r.no,
        ${kept(verb)}::text as verb, ${version}::int as version, r.changes, ${kept(reason)}::text as reason, ${kept(client)}::text as client
        from rows from (json_array_elements_text(${told('documentId')}::json), json_array_elements_text(${told('no')}::json), string_to_table(${changes}::text, e'\\n'))
          with ordinality as r(document_id, no, changes, place) order by r.place`,
  )
}

/** What writes many lines in their order; null where there are none. */
export function auditLines(secret: string, lines: readonly AuditLine[]): Sql | null {
  const [first] = lines
  if (!first) return null
  if (lines.every((line) => shared.every((name) => line[name] === first[name])))
    return auditLinesAlike(
      secret,
      first,
      lines.map(({ documentId, no, changes }) => ({ documentId, no, changes: keptJson(changes) })),
    )
  const rows = keptJson(lines)
  return sealedLines(
    secret,
    sql`select r.at, r."user" as user_id, r."userName" as user_name, r.slug, r."documentId" as document_id, r.no, r.verb, r.version, r.changes, r.reason, r.client
        from rows from (jsonb_to_recordset(${rows}::jsonb) as (at timestamptz, "user" int, "userName" text, slug text, "documentId" text, no text, verb text,
          version int, changes jsonb, reason text, client text)) with ordinality as r order by r.ordinality`,
  )
}

/** The same for many lines at once, in their order. */
export async function appendAuditLines(req: PayloadRequest, lines: readonly AuditLine[]): Promise<void> {
  const written = auditLines(req.payload.config.secret, lines)
  if (written) await readOnce(req, written)
}
