import type { PayloadRequest } from 'payload'

import { isLockable, lockDocumentRow } from '@/src/ledger/locks'
import { successorsOf } from '@/src/ledger/facts/successors'

import { withdraw } from './runVerb'
import type { AnyDocument } from './document'
import { recordChange } from './audit'
import { refuse } from './refusal'
import { rulesOf } from './registry'

/** A draft that nothing follows may be deleted; its contributions leave the books first, and the audit log keeps that it was. */
export async function withdrawDeleted({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<void> {
  const rules = rulesOf(slug)
  if (!isLockable(slug)) throw new Error(`${slug} cannot be locked`)
  const locked = await lockDocumentRow({ req, slug, id })
  if (!locked) return
  if (locked.status !== rules.initial)
    refuse(req, { code: 'ILLEGAL_STEP', facts: { status: locked.status, verb: 'delete', allowed: ['cancel'] } })
  const successors = await successorsOf({ req, slug, id })
  if (successors.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { documents: successors } })
  const stored = (await req.payload.findByID({
    collection: slug as never,
    id,
    depth: 0,
    overrideAccess: true,
    req,
  })) as unknown as AnyDocument
  await withdraw({ req, rules, stored })
  await recordChange({
    req,
    operation: { slug, id, verb: 'delete', body: {}, stored, findings: [] },
    doc: { ...stored, version: stored.version + 1 },
  })
}
