import { getTranslation } from '@payloadcms/translations'
import { type Field, type PayloadRequest, validations } from 'payload'

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

/** One level of the document: its fields, the values as they will be and as they were. */
type Level = { fields: readonly Field[]; now: Row; before: Row; path: readonly string[]; label: string; inRows?: boolean }

type Judge = (value: unknown, options: Row) => unknown

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value)

const joined = (path: readonly string[], name: string): string => [...path, name].join('.')

const labelled = (parent: string, label: string): string => {
  const own = label.charAt(0).toUpperCase() + label.slice(1)
  return parent && own ? `${parent} > ${own}` : own || parent
}

/** The validator of a field: the one a row keeps for this pass, the platform's own of that type, or the one Payload runs. */
function judgeOf(field: Field, inRows: boolean): Judge | null {
  const own: unknown = inRows ? field.custom?.['judge'] : 'validate' in field ? field.validate : undefined
  if (typeof own === 'function') return own as Judge
  if (own !== null || !inRows || ('virtual' in field && field.virtual)) return null
  return Object.hasOwn(validations, field.type) ? (validations[field.type as keyof typeof validations] as Judge) : null
}

/** Whether Payload keeps the validator of a field of the header: it asks whose access counts. */
const isPayloads = (field: Field): boolean => 'filterOptions' in field

/** Whether the field counts at all for this document; what is not shown is not judged, nor anything in it. */
function isShown(field: Field, { data, operation, req }: Judging, { now, path }: Level): boolean {
  const condition = field.admin && 'condition' in field.admin ? field.admin.condition : undefined
  if (!condition) return true
  return Boolean(condition(data, now, { blockData: {}, operation, path: [...path], user: req.user }))
}

/** What stands before the labels of the fields that a field lays out or groups. */
const labelUnder = (parent: string, field: Field, req: PayloadRequest): string =>
  field.type === 'row' || ('label' in field && field.label === false) ? parent : labelled(parent, labelOf(field, req))

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
type Pass = { judging: Judging; said: { header: Said; rows: Said }; options: Map<Field, Row> }

function judgeLevel(pass: Pass, level: Level): void {
  const whole: Row = { ...level.before, ...level.now }
  for (const field of level.fields) {
    if (!isShown(field, pass.judging, level)) {
      if ('name' in field && field.name) judgeShape(pass, level, field as Field & { name: string })
    } else if (field.type === 'row' || field.type === 'collapsible' || (field.type === 'group' && !('name' in field && field.name)))
      judgeLevel(pass, { ...level, fields: field.fields, label: labelUnder(level.label, field, pass.judging.req) })
    else if ('name' in field && field.name) {
      judgeValue(pass, level, field as Field & { name: string }, whole)
      judgeBelow(pass, level, field as Field & { name: string })
    }
  }
}

function judgeBelow(pass: Pass, { now, before, path, label, inRows = false }: Level, field: Field & { name: string }): void {
  const { req, wanted } = pass.judging
  const [value, former] = [now[field.name], before[field.name]]
  const at = [...path, field.name]
  if (field.type === 'group' && isRow(value))
    judgeLevel(pass, {
      fields: field.fields,
      now: value,
      before: isRow(former) ? former : {},
      path: at,
      label: labelUnder(label, field, req),
      inRows,
    })
  if (field.type !== 'array' || !Array.isArray(value) || wanted !== 'ours') return
  const known = new Map((Array.isArray(former) ? former : []).flatMap((row: unknown) => (isRow(row) ? [[row['id'], row]] : [])))
  for (const [index, row] of value.entries()) {
    if (!isRow(row)) continue
    const rowLabel = labelled(label, `${labelOf(field, req)} ${String(index + 1)}`)
    const was = known.get(row['id']) ?? {}
    judgeLevel(pass, { fields: field.fields, now: row, before: was, path: [...at, String(index)], label: rowLabel, inRows: true })
  }
}

/** Whether it is of a shape that a validator can be asked about; else that is told. */
function judgeShape(
  { judging: { req }, said }: Pass,
  { inRows = false, label, path, now }: Level,
  field: Field & { name: string },
): boolean {
  if (!hasWrongShape(field, now[field.name])) return true
  const message = req.t('validation:invalidInput')
  said[inRows ? 'rows' : 'header'].push({ label: labelled(label, labelOf(field, req)), message, path: joined(path, field.name) })
  return false
}

function judgeValue(pass: Pass, level: Level, field: Field & { name: string }, siblingData: Row): void {
  const { judging, said: all, options } = pass
  const inRows = level.inRows ?? false
  if ((isPayloads(field) && !inRows) !== (judging.wanted === 'payloads') || !judgeShape(pass, level, field)) return
  const said = inRows ? all.rows : all.header
  const value = level.now[field.name]
  const judge = judgeOf(field, inRows)
  if (!judge) return
  const common = options.get(field) ?? optionsOf(field, judging)
  options.set(field, common)
  const mayWait = field.type === 'relationship' || field.type === 'upload' || field.type === 'richText'
  const own = { path: [...level.path, field.name], previousValue: level.before[field.name], siblingData }
  const jsonError = field.type === 'json' && typeof value === 'string' ? { jsonError: errorIn(value) } : {}
  const message = judge(value, mayWait ? { ...common, ...own } : Object.assign(common, own, jsonError))
  if (message === true) return // as nearly all do
  const problem = (told: unknown): Problem | null =>
    typeof told === 'string'
      ? { label: labelled(level.label, labelOf(field, judging.req)), message: told, path: joined(level.path, field.name) }
      : null
  if (!(message instanceof Promise)) {
    const found = problem(message)
    if (found) said.push(found)
    return
  }
  // its options are used again for the next row
  if (!mayWait) throw new Error(`The validator of ${joined(level.path, field.name)} is asynchronous: rows are judged at once`)
  said.push(message.then(problem))
}

const optionsOf = (field: Field, { req, operation, id, collectionSlug, data }: Judging): Row => ({
  ...field,
  id,
  collectionSlug,
  data,
  event: 'submit',
  operation,
  preferences: { fields: {} },
  req,
})
