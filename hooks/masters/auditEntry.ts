import type { CollectionSlug, PayloadRequest } from 'payload'

import { now } from '@/src/engine/clock'

export type FieldChange = { path: string; before: unknown; after: unknown }

export type AuditEntry = {
  slug: string
  documentId?: number | string | null
  no?: string | null
  verb: string
  changes?: readonly FieldChange[]
  reason?: string | null
  version?: number | null
}

/** Where a request came from: address and program, as far as the request says. */
export function clientOf(req: PayloadRequest): string {
  const header = (name: string): string => req.headers?.get(name) ?? ''
  const address = header('x-forwarded-for').split(',')[0]?.trim() || header('x-real-ip')
  return [address, header('user-agent')].filter(Boolean).join(' ').slice(0, 500)
}

/** Writes one line of the audit log in the transaction of the request, so that it exists exactly when the change does. */
export async function writeAudit(req: PayloadRequest, entry: AuditEntry): Promise<void> {
  const user = req.user as { id: number; name?: string; email?: string } | null
  await req.payload.create({
    collection: 'audit-log' as CollectionSlug,
    data: {
      at: now(req).instant,
      user: user?.id ?? null,
      userName: user?.name ?? user?.email ?? null,
      slug: entry.slug,
      documentId: entry.documentId === null || entry.documentId === undefined ? null : String(entry.documentId),
      no: entry.no ?? null,
      verb: entry.verb,
      version: entry.version ?? null,
      changes: entry.changes ?? [],
      reason: entry.reason ?? null,
      client: clientOf(req),
    } as never,
    depth: 0,
    overrideAccess: true,
    req,
  })
}
