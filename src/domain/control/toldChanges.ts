import { spokenFigure } from '../grid/readCell'
import type { Language, Words } from '../words/words'
import type { FieldChange } from './changesBetween'

/** What the history needs to know of a field. */
export type ToldField = {
  name: string
  label: Words
  kind: 'record' | 'figure' | 'amount' | 'text' | 'choice' | 'check' | 'date' | 'instant' | 'rows' | 'group'
  of?: string
  options?: ReadonlyArray<{ value: string; label: Words }>
  fields?: readonly ToldField[]
}

export type ToldChange = { where: string; what: string; before: string; after: string }

/** The name of a record; undefined: the reader may not see it, or it is gone. */
export type NameOf = (kind: string, id: number) => string | undefined
type Teller = { fields: readonly ToldField[]; language: Language; nameOf: NameOf; instant: (at: string) => string }

const nothing = '—'
const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

/** The ids of records a change speaks of, by kind: their names are asked in one question each. */
export function recordsIn(fields: readonly ToldField[], changes: readonly FieldChange[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  const add = (field: ToldField, value: unknown): void => {
    if (Array.isArray(value)) value.forEach((each) => add(field, each))
    else if (field.fields && isRecord(value)) for (const inner of field.fields) add(inner, value[inner.name])
    else if (field.of && typeof value === 'number') found.set(field.of, (found.get(field.of) ?? new Set()).add(value))
  }
  for (const { path, before, after } of changes) {
    const field = fieldAt(fields, path).field
    if (field) [before, after].forEach((value) => add(field, value))
  }
  return found
}

type Place = { field: ToldField | undefined; list: ToldField | undefined; row: number | null; within: ToldField[] }

function fieldAt(fields: readonly ToldField[], path: string): Place {
  let among = fields
  const place: Place = { field: undefined, list: undefined, row: null, within: [] }
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) {
      place.list ??= place.field
      place.row ??= Number(part) + 1
      continue
    }
    const field = among.find(({ name }) => name === part)
    if (!field) return { ...place, field: undefined }
    place.within.push(field)
    place.field = field
    among = field.fields ?? []
  }
  return place
}

function told(field: ToldField, value: unknown, teller: Teller): string {
  const { language, nameOf } = teller
  if (value === null || value === undefined || value === '') return nothing
  if (field.kind === 'rows' && isRecord(value)) return toldRow(field, value, teller)
  if (Array.isArray(value)) return value.map((each) => told(field, each, teller)).join(language === 'zh' ? '；' : '; ') || nothing
  switch (field.kind) {
    case 'record':
      return (typeof value === 'number' && field.of && nameOf(field.of, value)) || (language === 'zh' ? '（不可见）' : '(not visible)')
    case 'figure':
    case 'amount':
      return typeof value === 'number' ? spokenFigure(value, field.kind) : String(value as string)
    case 'check':
      return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label[language] ?? nothing
    case 'date':
      return String(value as string).slice(0, 10)
    case 'instant':
      return teller.instant(String(value as string))
    default:
      return isRecord(value) ? nothing : String(value as string)
  }
}

/** A whole row, by what stands in it: enough to know which one it was. */
function toldRow(list: ToldField, row: Record<string, unknown>, teller: Teller): string {
  const parts = (list.fields ?? []).flatMap((field) => {
    const value = row[field.name]
    return value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
      ? []
      : [
          ['item', 'date', 'name'].includes(field.name)
            ? told(field, value, teller)
            : `${field.label[teller.language]} ${told(field, value, teller)}`,
        ]
  })
  return parts.slice(0, 6).join(' · ') || nothing
}

/**
 * Recorded changes as people say them: where, what, old → new, by the labels of the screen, with names and formatted figures. What has no
 * label on the screen is not told: no technical name and no id reaches a reader.
 */
export function toldChanges(changes: readonly FieldChange[], teller: Teller): ToldChange[] {
  const { language } = teller
  return changes.flatMap(({ path, before, after }): ToldChange[] => {
    const { field, list, row, within } = fieldAt(teller.fields, path)
    if (!field) return []
    const of = list && within[0] !== list ? list : within[0]
    const isLines = of?.name === 'lines'
    const where =
      row === null || !of
        ? ''
        : language === 'zh'
          ? `${isLines ? '' : of.label.zh}第 ${row} 行`
          : `${isLines ? 'Line' : `${of.label.en}, row`} ${row}`
    const isWhole = /\.\d+$/.test(path)
    const what = isWhole
      ? { zh: before === null ? '新增' : '删除', en: before === null ? 'added' : 'removed' }[language]
      : within
          .filter((each) => each !== of || row === null)
          .map(({ label }) => label[language])
          .join(' ')
    const [was, is] = [told(field, before, teller), told(field, after, teller)]
    return was === is ? [] : [{ where, what: what || field.label[language], before: was, after: is }]
  })
}
