import type { CollectionAfterReadHook, FlattenedField, PayloadRequest } from 'payload'

import { type FieldChange } from '@/src/domain/control/changesBetween'
import { recordsIn, toldChanges } from '@/src/domain/control/toldChanges'
import { minuteOf } from '@/src/domain/kernel/businessDate'
import { findRecords } from '@/src/engine/documents/findRecords'
import { languageOf } from '@/src/engine/refusal'
import { toldFields } from '@/src/engine/toldFields'
import { vocabularyOf } from '@/src/engine/words'

const isChange = (value: unknown): value is FieldChange =>
  value !== null && typeof value === 'object' && 'path' in value && 'after' in value

function fieldsOf({ payload }: PayloadRequest, slug: string): readonly FlattenedField[] {
  const kinds = [...payload.config.collections, ...payload.config.globals]
  return kinds.find((kind) => kind.slug === slug)?.flattenedFields ?? []
}

/**
 * One line of the log as people read it: what changed in the words of the screen, with the names of records this person may see. In lists
 * the changes are not told; they are opened one by one.
 */
export const tellAuditLine: CollectionAfterReadHook = async ({ doc, req, findMany }) => {
  const line = doc as { slug?: string; changes?: unknown }
  if (findMany || !line.slug || !Array.isArray(line.changes)) return doc
  const changes = line.changes.filter(isChange)
  const own = fieldsOf(req, line.slug)
  const fields = await toldFields(req, own)
  const names = new Map<string, string>()
  for (const [kind, ids] of recordsIn(fields, changes))
    for (const record of await findRecords({ req, slug: kind, where: { id: { in: [...ids] } }, overrideAccess: false }))
      names.set(`${kind}/${record.id}`, [record['code'] ?? record['no'], record['name']].filter(Boolean).join(' '))
  const language = languageOf(req)
  const timeZone = process.env['TZ_BUSINESS'] || 'Asia/Shanghai'
  const instant = (at: string): string => minuteOf({ instant: at, timeZone })
  const vocabulary = vocabularyOf({ payload: req.payload, slug: line.slug, language })
  const messageOf = (change: FieldChange): string => {
    const [told] = toldChanges([change], { fields, language, nameOf: (kind, of) => names.get(`${kind}/${of}`), instant })
    if (told) return `${[told.where, told.what].filter(Boolean).join(' ')}: ${told.before} → ${told.after}`
    // a field without words, or one this person may not read
    if (own.some(({ name }) => name === change.path.split('.')[0])) return ''
    // what is no field of the record: a verb that was tried, the address of a list, a number of rows
    const what = vocabulary.field(change.path) || vocabulary.verb(change.path) || change.path
    return typeof change.after === 'string' || typeof change.after === 'number' ? `${what}: ${change.after}` : ''
  }
  // what has no words stands there for programs; the screen leaves it out
  return { ...doc, changes: changes.map((change) => ({ ...change, message: messageOf(change) })) }
}
