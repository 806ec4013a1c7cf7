import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, GlobalAfterChangeHook } from 'payload'

import { writeAudit } from '@/src/engine/audit'
import { masterChanges } from '@/src/domain/control/masterChanges'

const nameOf = (doc: { code?: string; name?: string; email?: string; filename?: string }): string | null =>
  doc.code ?? doc.email ?? doc.name ?? doc.filename ?? null

/** Every change of a master record is written to the audit log, before and after per field, in the same transaction. */
export const recordMasterChange: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, operation, req }) => {
  const changes = masterChanges(operation === 'create' ? {} : previousDoc, doc)
  if (operation === 'update' && changes.length === 0) return
  await writeAudit(req, { slug: collection.slug, documentId: doc.id, no: nameOf(doc), verb: operation, version: doc.version, changes })
}

export const recordMasterDeletion: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  await writeAudit(req, { slug: collection.slug, documentId: id, no: nameOf(doc), verb: 'delete' })
}

/** The same for settings. */
export const recordSettingsChange: GlobalAfterChangeHook = async ({ global, doc, previousDoc, req }) => {
  const changes = masterChanges(previousDoc, doc)
  if (changes.length > 0) await writeAudit(req, { slug: global.slug, no: global.slug, verb: 'settings', version: doc.version, changes })
}
