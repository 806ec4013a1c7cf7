import { getTranslation } from '@payloadcms/translations'
import type { ArrayField, CollectionSlug, Field, GroupField, PayloadRequest } from 'payload'

import { type Question, questionsOf } from './questions'

type Row = Record<string, unknown>

type Problem = { path: string; message: string; label: string }

/** What every validator of one document is told. */
export type Judging = {
  req: PayloadRequest
  operation: 'create' | 'update'
  id: number | undefined
  collectionSlug: string
  /** The document as it will be. */
  data: Row
  /** The fields we judge; or those of the header that Payload does, because they ask whose access counts. */
  wanted: 'ours' | 'payloads'
}

/**
 * One level of the document: its fields, the values as they will be and as they were, and what stands before its paths and
 * labels, which are put together only for what is told.
 */
type Level = { fields: readonly Field[]; now: Row; before: Row; path: readonly string[]; label: () => string; inRows?: boolean }

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value)

const joined = (path: readonly string[], name: string): string => [...path, name].join('.')

const labelled = (parent: string, label: string): string => {
  const own = label.charAt(0).toUpperCase() + label.slice(1)
  return parent && own ? `${parent} > ${own}` : own || parent
}

/** Whether the field counts at all for this document; what is not shown is not judged, nor anything in it. */
const isShown = ({ shownIf }: Question, { data, operation, req }: Judging, { now, path }: Level): boolean =>
  shownIf === null || Boolean(shownIf(data, now, { blockData: {}, operation, path: [...path], user: req.user }))

/** What stands before the labels of the fields that a field lays out or groups. */
const labelUnder = (parent: () => string, field: Field, req: PayloadRequest): (() => string) =>
  field.type === 'row' || ('label' in field && field.label === false) ? parent : () => labelled(parent(), labelOf(field, req))

const labelOf = (field: Field, req: PayloadRequest): string => {
  const named = 'name' in field && field.name ? field.name : field.type
  const label: unknown = 'label' in field && field.label ? field.label : named
  if (typeof label === 'function') return String(label({ i18n: req.i18n, t: req.t }))
  return typeof label === 'string' ? label : getTranslation(label as Record<string, string>, req.i18n)
}

/** What no validator is asked about: a list that is none, a figure that is a record. */
function hasWrongShape(field: Field, value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (field.type === 'array') return !Array.isArray(value) && typeof value !== 'number'
  if (field.type === 'relationship' || field.type === 'upload')
    return field.hasMany === true && typeof value === 'object' && !Array.isArray(value)
  return field.type === 'number' && typeof value === 'object' && !(field.hasMany === true && Array.isArray(value))
}

/** What is wrong with a JSON text; undefined when nothing is. */
function errorIn(json: string): unknown {
  try {
    JSON.parse(json)
    return undefined
  } catch (error) {
    return error
  }
}

/** What the validators of one pass have said so far, in the order of the fields; those that take time have their place kept. */
type Said = Array<Problem | Promise<Problem | null>>

/** Everything the validators of a level and of the levels below it say: of the header, then of the rows, in the order of the fields. */
export async function findProblems(judging: Judging, level: Level): Promise<Problem[]> {
  const said: Pass['said'] = { header: [], rows: [] }
  judgeLevel({ judging, said, options: new Map() }, level)
  return (await Promise.all([...said.header, ...said.rows].map(async (problem) => problem))).filter((problem) => problem !== null)
}

/** `options`: what the validator of a field is told, made once per field; only what differs by row is set anew. */
type Pass = { judging: Judging; said: { header: Said; rows: Said }; options: Map<Field, Options> }

/** What a validator is told of the field and the document, and of the value it is asked about. */
type Options = Row & { previousValue?: unknown; siblingData?: Row; jsonError?: unknown; level: Level }

const nothing: Row = {}

function judgeLevel(pass: Pass, level: Level): void {
  const { before, fields, inRows = false, now } = level
  const whole: Row = before === nothing ? now : { ...before, ...now }
  for (const question of questionsOf(fields, inRows)) {
    const { field, laidOut, name } = question
    if (!isShown(question, pass.judging, level)) {
      if (name !== null) judgeShape(pass, level, field, name)
    } else if (laidOut) judgeLevel(pass, { ...level, fields: laidOut, label: labelUnder(level.label, field, pass.judging.req) })
    else if (name !== null) {
      judgeValue(pass, level, { question, name, whole })
      if (field.type === 'group' || field.type === 'array') judgeBelow(pass, level, field)
    }
  }
}

function judgeBelow(pass: Pass, { now, before, path, label, inRows = false }: Level, field: ArrayField | GroupField): void {
  const { req, wanted } = pass.judging
  const name = 'name' in field ? field.name : ''
  const [value, former] = [now[name], before[name]]
  const at = [...path, name]
  if (field.type === 'group') {
    const under = { fields: field.fields, before: isRow(former) ? former : nothing, path: at, label: labelUnder(label, field, req), inRows }
    if (isRow(value)) judgeLevel(pass, { ...under, now: value })
    return
  }
  if (!Array.isArray(value) || wanted !== 'ours') return
  const known = new Map((Array.isArray(former) ? former : []).flatMap((row: unknown) => (isRow(row) ? [[row['id'], row]] : [])))
  for (const [index, row] of value.entries()) {
    if (!isRow(row)) continue
    const before = known.get(row['id']) ?? nothing
    const rowLabel = (): string => labelled(label(), `${labelOf(field, req)} ${String(index + 1)}`)
    judgeLevel(pass, { fields: field.fields, now: row, before, path: [...at, String(index)], label: rowLabel, inRows: true })
  }
}

const problemAt = (
  judging: Judging,
  { label, path }: Level,
  { field, name, message }: { field: Field; name: string; message: string },
): Problem => ({
  label: labelled(label(), labelOf(field, judging.req)),
  message,
  path: joined(path, name),
})

const placeOf = ({ said }: Pass, { inRows = false }: Level): Said => said[inRows ? 'rows' : 'header']

/** Whether it is of a shape that a validator can be asked about; else that is told. */
function judgeShape(pass: Pass, level: Level, field: Field, name: string): boolean {
  if (!hasWrongShape(field, level.now[name])) return true
  const message = pass.judging.req.t('validation:invalidInput')
  placeOf(pass, level).push(problemAt(pass.judging, level, { field, name, message }))
  return false
}

function judgeValue(pass: Pass, level: Level, { question, name, whole }: { question: Question; name: string; whole: Row }): void {
  const { judging, options } = pass
  const { field, judge, mayWait, names, payloads, takesNothing } = question
  const value = level.now[name]
  if (takesNothing && (value === null || value === undefined)) return // as most fields of a row
  if (names !== null && isNumberOf(judging.req, names, value)) return
  if (payloads !== (judging.wanted === 'payloads') || !judgeShape(pass, level, field, name) || !judge) return
  const told = options.get(field) ?? optionsOf(field, name, { judging, level })
  options.set(field, told)
  told.level = level
  told.previousValue = level.before[name]
  told.siblingData = whole
  told.jsonError = field.type === 'json' && typeof value === 'string' ? errorIn(value) : undefined
  // one that waits is told what stays as it is while the next row is judged
  const answer = judge(value, mayWait ? { ...told } : told)
  if (answer === true) return // as nearly all do
  const problem = (message: unknown): Problem | null =>
    typeof message === 'string' ? problemAt(judging, level, { field, name, message }) : null
  if (answer instanceof Promise) {
    if (!mayWait) throw new Error(`The validator of ${joined(level.path, name)} is asynchronous: rows are judged at once`)
    placeOf(pass, level).push(answer.then(problem))
    return
  }
  const found = problem(answer)
  if (found) placeOf(pass, level).push(found)
}

/** Whether it is what records of that kind are numbered by. */
const isNumberOf = ({ payload }: PayloadRequest, kind: string, value: unknown): boolean =>
  typeof value === 'number' && !Number.isNaN(value) && payload.collections[kind as CollectionSlug].customIDType === undefined

const optionsOf = (
  field: Field,
  name: string,
  { judging: { req, operation, id, collectionSlug, data }, level }: { judging: Judging; level: Level },
): Options => ({
  ...field,
  id,
  collectionSlug,
  data,
  event: 'submit',
  operation,
  preferences: { fields: {} },
  req,
  level,
  /** Where the value stands; few validators ask. */
  get path(): string[] {
    return [...this.level.path, name]
  },
})
