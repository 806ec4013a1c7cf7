import type { PayloadRequest } from 'payload'

import type { ListCell, ListColumn, ListRow } from '@/src/domain/lists/column'
import { minuteOf } from '@/src/domain/kernel/instant'
import { idOf } from '@/src/domain/kernel/idOf'
import { documentKindOf } from '@/src/domain/kinds'
import { spokenFigure } from '@/src/domain/grid/readCell'
import type { Language } from '@/src/domain/messages/language'
import { readRichText } from '@/src/domain/text/richText'
import { isMarked, plainTextOf, runsOf } from '@/src/domain/text/writeRichText'
import { textIn } from '@/src/domain/kernel/textOf'
import { env } from '@/src/env/env'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { type FoundRecord, findRecords } from '@/src/engine/documents/findRecords'
import { auditTeller } from '@/src/engine/auditTeller'
import { languageOf } from '@/src/engine/refusal'
import { inOrder } from '@/src/ledger/lists/listed'

const yes = { zh: '是', en: 'Yes' } as const

type Names = ReadonlyMap<string, ReadonlyMap<number, string>>

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
const idsIn = (value: unknown): number[] => listed(value).flatMap((entry) => idOf(entry) ?? [])

export const titleFieldOf = (req: PayloadRequest, slug: string): string =>
  req.payload.collections[collectionNamed(req, slug)].config.admin.useAsTitle ?? 'id'

/** What people call the records that rows name, one question for each kind. One that may not be read has no name. */
export async function namesIn(req: PayloadRequest, columns: readonly ListColumn[], docs: readonly FoundRecord[]): Promise<Names> {
  const wanted = new Map<string, Set<number>>()
  for (const { name, relation } of columns) {
    if (!relation) continue
    const ids = wanted.get(relation) ?? new Set<number>()
    for (const doc of docs) for (const id of idsIn(doc[name])) ids.add(id)
    wanted.set(relation, ids)
  }
  const answers = await Promise.all(
    [...wanted].map(async ([slug, ids]) => {
      if (ids.size === 0) return [slug, new Map<number, string>()] as const
      const title = titleFieldOf(req, slug)
      const where = { id: { in: [...ids] } }
      const records = await findRecords({ req, slug, where, fields: [title], limit: ids.size, overrideAccess: false })
      return [slug, new Map(records.map((record) => [record.id, String(record[title] ?? '')]))] as const
    }),
  )
  return new Map(answers)
}

/** A value as it is read on a screen or in a file; null where there is none. */
export function cellOf(column: ListColumn, value: unknown, names: Names, language: Language): ListCell | null {
  if (value === null || value === undefined || value === '') return null
  switch (column.kind) {
    case 'figure':
    case 'amount':
      return typeof value === 'number' ? { text: spokenFigure(value, column.kind), value } : null
    case 'date':
      return { text: String(value).slice(0, 10) }
    case 'instant':
      return { text: minuteOf({ instant: value instanceof Date ? value.toISOString() : String(value), timeZone: env.TZ_BUSINESS }) }
    case 'check':
      if (value !== true) return null
      return column.state ? { text: column.label, value: column.name } : { text: yes[language], value: true }
    case 'choice': {
      const texts = listed(value).map((one) => column.options?.find((option) => option.value === one)?.label ?? String(one))
      return { text: texts.join('、'), ...(typeof value === 'string' ? { value } : {}) }
    }
    case 'record':
    case 'records': {
      const known = names.get(column.relation ?? '')
      const texts = idsIn(value).flatMap((id) => known?.get(id) ?? [])
      if (texts.length === 0) return null
      const [id] = column.kind === 'record' ? idsIn(value) : []
      return { text: texts.join('、'), ...(id === undefined ? {} : { value: id }) }
    }
    default: {
      // a rich text is told as what it says
      if (typeof value !== 'object') return { text: String(value) }
      const blocks = readRichText(value)
      const [text, runs] = [plainTextOf(blocks), runsOf(blocks)]
      return text === '' ? null : { text, ...(runs.some(isMarked) ? { runs } : {}) }
    }
  }
}

/** What the words of a line of the log are chosen by. */
const lineOfLog = ['slug', 'verb'] as const

/** Codes of the log as they are read; any other value as it stands. */
function spokenOf(req: PayloadRequest, language: Language): (column: ListColumn, doc: FoundRecord) => unknown {
  const teller = auditTeller(req, language)
  return ({ name, speaks }, doc) =>
    speaks === 'reasons'
      ? teller.reason({ verb: textIn(doc['verb']) ?? '', reason: textIn(doc[name]) })
      : speaks === 'numbers'
        ? teller.no({ slug: textIn(doc['slug']) ?? '', no: textIn(doc[name]) })
        : doc[name]
}

type Wanted = { slug: string; ids: readonly number[]; columns: readonly ListColumn[] }

/** The records of these ids in this order, as this person reads them, with these columns only. */
async function recordsOf(req: PayloadRequest, { slug, ids, columns }: Wanted): Promise<FoundRecord[]> {
  if (ids.length === 0) return []
  const spoken = columns.some(({ speaks }) => speaks) ? lineOfLog : []
  const stands = documentKindOf(slug) ? ['status'] : []
  const fields = [
    ...new Set([titleFieldOf(req, slug), ...stands, ...spoken, ...columns.map(({ name, ofLines }) => (ofLines ? 'lines' : name))]),
  ]
  const where = { id: { in: [...ids] } }
  return inOrder(ids, await findRecords({ req, slug, where, fields, limit: ids.length, overrideAccess: false }))
}

/** Rows as they are shown. */
export async function rowsOf(req: PayloadRequest, { slug, ids, columns }: Wanted): Promise<ListRow[]> {
  const docs = await recordsOf(req, { slug, ids, columns })
  const names = await namesIn(req, columns, docs)
  const language = languageOf(req)
  const title = titleFieldOf(req, slug)
  const spoken = spokenOf(req, language)
  return docs.map((doc) => ({
    id: doc.id,
    title: String(doc[title] ?? doc.id),
    ...(documentKindOf(slug) ? { state: String(doc['status']) } : {}),
    cells: Object.fromEntries(
      columns.flatMap((column) => {
        const cell = cellOf(column, spoken(column, doc), names, language)
        return cell ? [[column.name, cell] as const] : []
      }),
    ),
  }))
}
