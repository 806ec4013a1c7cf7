import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, GlobalAfterChangeHook } from 'payload'

import { asksForOne } from '@/src/engine/askedForAll'
import { writeAudit } from '@/src/engine/audit'
import type { FieldChange } from '@/src/domain/control/changesBetween'
import { masterChanges } from '@/src/domain/control/masterChanges'
import { withoutKey } from '@/src/domain/outside/webhookChange'

const nameOf = (doc: { code?: string; name?: string; email?: string; filename?: string }): string | null =>
  doc.code ?? doc.email ?? doc.name ?? doc.filename ?? null

/** What stands in the address of a robot lets everybody speak as the house. */
const toldAddress = (change: FieldChange): FieldChange =>
  change.path === 'address' ? { ...change, before: withoutKey(change.before), after: withoutKey(change.after) } : change

/** Every change of a master record is written to the audit log, before and after per field, in the same transaction. */
export const recordMasterChange = asksForOne<CollectionAfterChangeHook>('log', async ({ collection, doc, previousDoc, operation, req }) => {
  const found = masterChanges(operation === 'create' ? {} : previousDoc, doc)
  const changes = collection.slug === 'webhooks' ? found.map(toldAddress) : found
  if (operation === 'update' && changes.length === 0) return
  await writeAudit(req, { slug: collection.slug, documentId: doc.id, no: nameOf(doc), verb: operation, version: doc.version, changes })
})

export const recordMasterDeletion: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  await writeAudit(req, { slug: collection.slug, documentId: id, no: nameOf(doc), verb: 'delete' })
}

/** The same for settings. */
export const recordSettingsChange: GlobalAfterChangeHook = async ({ global, doc, previousDoc, req }) => {
  const changes = masterChanges(previousDoc, doc)
  if (changes.length > 0) await writeAudit(req, { slug: global.slug, no: global.slug, verb: 'settings', version: doc.version, changes })
}
