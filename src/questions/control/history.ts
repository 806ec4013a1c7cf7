import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { recordsIn, type ToldChange, toldChanges } from '@/src/domain/control/toldChanges'
import { minuteOf } from '@/src/domain/kernel/instant'
import { withoutForbiddenFacts } from '@/src/domain/people/hiddenFacts'
import type { Words } from '@/src/domain/words/words'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { findRecords } from '@/src/engine/documents/findRecords'
import { languageOf } from '@/src/engine/refusal'
import { vocabularyOf } from '@/src/engine/words'
import { isVisible } from '@/src/engine/step'
import { toldFields } from '@/src/engine/toldFields'
import { type AuditOf, auditOf } from '@/src/ledger/facts/auditOf'

export type HistoryEntry = { id: number; at: string; by: string; what: string; reason: string | null; changes: ToldChange[] }

const most = 200
const nameOfRecord = (record: Record<string, unknown>): string =>
  [record['code'] ?? record['no'], record['name'] ?? record['filename']].filter(Boolean).join(' ')

const made: Words = { zh: '新建', en: 'Created' }
const saved: Words = { zh: '修改', en: 'Changed' }

type Asked = { req: PayloadRequest; slug: string; id: number; /** of one row of it only */ row?: string | undefined }

/**
 * The history of a record as people read it: who, when, what, old → new, by the labels of the screen; without the figures this person may
 * not know and the names of records he may not see. Null when he may not see the record itself.
 */
export async function history({ req, slug, id, row }: Asked): Promise<HistoryEntry[] | null> {
  const collection = req.payload.config.collections.find((each) => each.slug === slug)
  if (!collection || !(await isVisible({ req, slug: collectionNamed(req, slug), id }))) return null
  const language = languageOf(req)
  const all = (withoutForbiddenFacts(personOf(req.user), await auditOf(req, slug, id, most)) ?? []) as AuditOf[]
  const lines = row === undefined ? all : all.map((line) => ({ ...line, changes: line.changes.filter((change) => change.row === row) }))
  const fields = await toldFields(req, collection.flattenedFields)
  const wanted = recordsIn(
    fields,
    lines.flatMap(({ changes }) => changes),
  )
  const names = new Map<string, string>()
  for (const [kind, ids] of wanted) {
    const records = await findRecords({ req, slug: kind, where: { id: { in: [...ids] } }, overrideAccess: false })
    for (const record of records) names.set(`${kind}/${record.id}`, nameOfRecord(record))
  }
  const vocabulary = vocabularyOf({ payload: req.payload, slug, language })
  const verbOf = (verb: string): string =>
    ({ create: made, save: saved, update: saved })[verb]?.[language] ?? (vocabulary.verb(verb) || saved[language])
  const timeZone = process.env['TZ_BUSINESS'] || 'Asia/Shanghai'
  const instant = (at: string): string => minuteOf({ instant: at, timeZone })
  const entries = lines.map(({ id: line, at, userName, verb, changes, reason }) => ({
    id: line,
    at: instant(at),
    by: userName ?? '',
    what: verbOf(verb),
    reason,
    changes: toldChanges(changes, { fields, language, nameOf: (kind, of) => names.get(`${kind}/${of}`), instant }),
  }))
  return row === undefined ? entries : entries.filter(({ changes }) => changes.length > 0)
}
