import type { PayloadRequest } from 'payload'

import { changesBetween } from '@/src/domain/control/changesBetween'
import { rowsNamed } from '@/src/domain/control/rowsNamed'
import type { Doing } from '@/src/domain/words/inputWords'
import type { LogInReason } from '@/src/domain/words/loginWords'
import { appendAudit, appendAuditLines, type AuditLine, auditLines, clientOf, type StepTaker } from '@/src/ledger/auditLog'

import { now } from './clock'
import type { AnyDocument } from './document'
import type { Operation } from './operation'

type About = {
  slug: string
  documentId?: number | string | null
  no?: string | null
  version?: number | null
  /** Before and after of every field. */
  changes?: readonly unknown[]
  /** The moment it happened; absent: the request's. */
  at?: string
}
export type WayIn = 'login' | 'logout' | 'login-failed' | 'session-ended' | 'factor-asked'

/** What happened, and why: of coming, going and trying to, one of the reasons that have words. */
export type AuditEntry = About & ({ verb: WayIn; reason?: LogInReason | null } | { verb: Exclude<Doing, WayIn>; reason?: string | null })

/** A line about a document names one of its own verbs. */
type Line = About & { verb: string; reason?: string | null }

/** Who takes a step at a moment, and from where. */
export const takerOf = (req: PayloadRequest, at: string): StepTaker => ({
  at,
  user: req.user?.id ?? null,
  userName: req.user?.name ?? req.user?.email ?? null,
  client: clientOf(req),
})

const lineOf = (req: PayloadRequest, entry: Line): AuditLine => ({
  ...takerOf(req, entry.at ?? now(req).instant),
  slug: entry.slug,
  documentId: entry.documentId === null || entry.documentId === undefined ? null : String(entry.documentId),
  no: entry.no ?? null,
  verb: entry.verb,
  version: entry.version ?? null,
  changes: entry.changes ?? [],
  reason: entry.reason ?? null,
})

/** Writes one line of the audit log in the transaction of the request, so that it exists exactly when the change does. */
export const writeAudit = (req: PayloadRequest, entry: AuditEntry): Promise<void> => appendAudit(req, lineOf(req, entry))

/** What writes the lines of many records that one deed has changed; null where there are none. */
export const auditsWritten = (req: PayloadRequest, entries: readonly AuditEntry[]): ReturnType<typeof auditLines> =>
  auditLines(
    req.payload.config.secret,
    entries.map((entry) => lineOf(req, entry)),
  )

/** The same, written. */
export const writeAudits = (req: PayloadRequest, entries: readonly AuditEntry[]): Promise<void> =>
  appendAuditLines(
    req,
    entries.map((entry) => lineOf(req, entry)),
  )

const appendLine = (req: PayloadRequest, line: Line): Promise<void> => appendAudit(req, lineOf(req, line))

type Change = { req: PayloadRequest; operation: Operation; doc: AnyDocument }

const about = ({ operation, doc }: Change) => ({
  at: operation.now.instant,
  slug: operation.slug,
  documentId: doc.id,
  no: doc.no,
  version: doc.version,
})

const said = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** One append-only row per version of a document: who, when, which verb, before and after of every field, why. */
export async function recordChange(change: Change): Promise<void> {
  const { req, operation, doc } = change
  const before = operation.stored ?? {}
  await appendLine(req, {
    ...about(change),
    verb: operation.verb,
    changes: rowsNamed(changesBetween(before, doc), { before, after: doc }),
    reason: said(operation.body['reason']) ?? said(operation.body['text']),
  })
}

/** A row of its own beside the change: something happened by right that somebody will ask about (sold below the minimum). */
export async function recordNote({
  verb,
  changes,
  reason,
  ...change
}: Change & { verb: string; changes: readonly unknown[]; reason: string | null }): Promise<void> {
  await appendLine(change.req, { ...about(change), verb, changes, reason })
}
