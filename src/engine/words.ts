import type { FlattenedField } from 'payload'

import type { Language, Vocabulary } from '@/src/domain/messages/findings'
import { allStated } from '@/src/domain/kinds'
import { doingWords, inputWords } from '@/src/domain/words/inputWords'
import { statusWord } from '@/src/domain/words/statusWords'
import type { Words } from '@/src/domain/words/words'

import { allRules, isDocument, rulesOf } from './define'

type Named = { name: string; label?: unknown; flattenedFields?: readonly FlattenedField[] }

const isWords = (label: unknown): label is Words => label !== null && typeof label === 'object' && 'zh' in label && 'en' in label

const fieldLabel = (field: Named | undefined, language: Language): string | undefined =>
  isWords(field?.label) ? field.label[language] : undefined

/** The field a path leads to, and the row it stands in: `lines.0.qty` → the quantity, row 1. */
function fieldAt(fields: readonly FlattenedField[], path: string): { field: Named | undefined; row: number | null } {
  let among: readonly FlattenedField[] = fields
  let field: Named | undefined
  let row: number | null = null
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) {
      row ??= Number(part) + 1
      continue
    }
    const found = among.find(({ name }) => name === part) as Named | undefined
    if (!found) return { field: undefined, row }
    field = found
    among = found.flattenedFields ?? []
  }
  return { field, row }
}

const onRow = (label: string, row: number | null, language: Language): string =>
  row === null ? label : language === 'zh' ? `第 ${row} 行的${label}` : `${label} on line ${row}`

type Fields = readonly FlattenedField[]

/** Fields of the configuration stay as they are: what is in them is gathered once. */
const gathered = new WeakMap<Fields, readonly Named[]>()

/** Every field of a kind of record, those inside lists and groups too. */
function within(fields: Fields): readonly Named[] {
  const known = gathered.get(fields)
  if (known) return known
  const all = fields.flatMap((field): Named[] => [field, ...('flattenedFields' in field ? within(field.flattenedFields) : [])])
  gathered.set(fields, all)
  return all
}

/** A field by its path or, where a verb asks for it, by its name alone; never by its technical name. What nobody knows is called after the nearest thing around it that has a word. */
function fieldWord(own: Fields, others: readonly Fields[], path: string, language: Language): string {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const word = knownWord(own, others, parts.slice(0, length).join('.'), language)
    if (word !== undefined) return word
  }
  return ''
}

function knownWord(own: Fields, others: readonly Fields[], path: string, language: Language): string | undefined {
  const name =
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? ''
  const { field, row } = fieldAt(own, path)
  const rowOf = row ?? fieldAt([], path).row
  const at = (label: string | undefined): string | undefined => (label === undefined ? undefined : onRow(label, rowOf, language))
  const anywhere = (fields: Fields): string | undefined =>
    fieldLabel(
      within(fields).find((known) => known.name === name && isWords(known.label)),
      language,
    )
  return (
    at(fieldLabel(field, language)) ??
    at(anywhere(own)) ??
    at(Object.hasOwn(inputWords, name) ? inputWords[name]?.[language] : undefined) ??
    at(others.map(anywhere).find((label) => label !== undefined))
  )
}

const statusAnywhere = (code: string, language: Language): string | undefined =>
  allStated.map(({ slug }) => statusWord(slug, code, language)).find((word) => word !== undefined)

function verbWord(slug: string | undefined, name: string, language: Language): string {
  const own = slug !== undefined && isDocument(slug) ? rulesOf(slug).verbs[name] : undefined
  const label =
    own?.label ?? (Object.hasOwn(doingWords, name) ? doingWords[name] : allRules().find(({ verbs }) => verbs[name])?.verbs[name]?.label)
  return label?.[language] ?? ''
}

type Configured = {
  config: {
    collections: ReadonlyArray<{ slug: string; flattenedFields: Fields }>
    globals: ReadonlyArray<{ slug: string; flattenedFields: Fields }>
  }
}

/** The words by which a kind of record is spoken of: its own where it has them, else those of any other. */
export function vocabularyOf({
  payload,
  slug,
  language,
}: {
  payload: Configured
  slug: string | undefined
  language: Language
}): Vocabulary {
  const kinds = [...payload.config.collections, ...payload.config.globals]
  const own = kinds.find((kind) => kind.slug === slug)?.flattenedFields ?? []
  const users = kinds.find((kind) => kind.slug === 'users')?.flattenedFields ?? []
  return {
    language,
    status: (code) => (slug === undefined ? undefined : statusWord(slug, code, language)) ?? statusAnywhere(code, language) ?? '',
    verb: (name) => verbWord(slug, name, language),
    field: (path) =>
      fieldWord(
        own,
        kinds.map(({ flattenedFields }) => flattenedFields),
        path,
        language,
      ),
    right: (name) => fieldLabel(fieldAt(users, name).field, language) ?? '',
  }
}
