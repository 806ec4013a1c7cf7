import type { CollectionAfterReadHook } from 'payload'

import { type FieldChange } from '@/src/domain/control/changesBetween'
import { auditTeller } from '@/src/engine/auditTeller'
import { languageOf } from '@/src/engine/refusal'

const isChange = (value: unknown): value is FieldChange =>
  value !== null && typeof value === 'object' && 'path' in value && 'after' in value

type Line = { slug?: string; verb?: string; no?: string | null; reason?: string | null; changes?: unknown }

/**
 * One line of the log as people read it: kind, deed and reason by their words, what changed in the words of the screen, with the names of
 * records this person may see. In lists the changes are not told; they are opened one by one.
 */
export const tellAuditLine: CollectionAfterReadHook = async ({ doc, req, findMany }) => {
  const { slug, verb = '', reason = null, no = null, changes } = doc as Line
  if (findMany || !slug || !Array.isArray(changes)) return doc
  const teller = auditTeller(req, languageOf(req))
  const told = await teller.changes({ slug, verb, changes: changes.filter(isChange) })
  return {
    ...doc,
    ...{ kindTold: teller.kind(slug), verbTold: teller.verb(slug, verb), noTold: teller.no({ slug, no }), reasonTold: teller.reason({ verb, reason }) }, // prettier-ignore
    changes: told,
  }
}
