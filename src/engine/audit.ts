import type { PayloadRequest } from 'payload'

import { changesBetween } from '@/src/domain/control/changesBetween'

import type { AnyDocument } from './document'
import type { Operation } from './operation'

/** Where a request came from: address and program, as far as the request says. */
function clientOf(req: PayloadRequest): string {
  const header = (name: string): string => req.headers?.get(name) ?? ''
  const address = header('x-forwarded-for').split(',')[0]?.trim() || header('x-real-ip')
  return [address, header('user-agent')].filter(Boolean).join(' ').slice(0, 500)
}

/** One append-only row per version of a document: who, when, which verb, before and after of every field, why. */
export async function recordChange({
  req,
  operation,
  doc,
}: {
  req: PayloadRequest
  operation: Operation
  doc: AnyDocument
}): Promise<void> {
  const user = req.user as { id: number; name?: string | null; email: string } | null
  const reason =
    typeof operation.body['reason'] === 'string'
      ? operation.body['reason']
      : typeof operation.body['text'] === 'string'
        ? operation.body['text']
        : null
  await req.payload.create({
    collection: 'audit-log' as never,
    data: {
      at: operation.now.instant,
      user: user?.id ?? null,
      userName: user?.name ?? user?.email ?? null,
      slug: operation.slug,
      documentId: String(doc.id),
      no: doc.no,
      verb: operation.verb,
      version: doc.version,
      changes: changesBetween(operation.stored ?? {}, doc),
      reason,
      client: clientOf(req),
    } as never,
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/** A row of its own beside the change: something happened by right that somebody will ask about (sold below the minimum). */
export async function recordNote({
  req,
  operation,
  doc,
  verb,
  changes,
  reason,
}: {
  req: PayloadRequest
  operation: Operation
  doc: AnyDocument
  verb: string
  changes: readonly unknown[]
  reason: string | null
}): Promise<void> {
  const user = req.user as { id: number; name?: string | null; email: string } | null
  await req.payload.create({
    collection: 'audit-log' as never,
    data: {
      at: operation.now.instant,
      user: user?.id ?? null,
      userName: user?.name ?? user?.email ?? null,
      slug: operation.slug,
      documentId: String(doc.id),
      no: doc.no,
      verb,
      version: doc.version,
      changes,
      reason,
      client: clientOf(req),
    } as never,
    depth: 0,
    overrideAccess: true,
    req,
  })
}
