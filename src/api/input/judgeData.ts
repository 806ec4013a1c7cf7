import type { FlattenedField } from 'payload'

import type { Problem } from './judgeWhere'
import { isId, kindOf } from './valueKinds'

/** The longest list a document may carry: documents of up to 5,000 lines go the whole way. */
export const mostRows = 5000

/** What a form sends for a value that was left empty, a list without rows among it. */
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || value === 'null'
const isEmptyList = (value: unknown): boolean => isEmpty(value) || value === 0 || value === '0'
const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

/** A relation may come as an id or as the document it names. */
const idIn = (value: unknown): unknown => (isRecord(value) && 'id' in value ? value['id'] : value)

const list = { zh: `最多 ${mostRows} 行的列表`, en: `a list of at most ${mostRows} rows` }
const group = { zh: '一组字段', en: 'an object' }

const hasMany = (field: FlattenedField): boolean => 'hasMany' in field && field.hasMany === true

/** Nothing is wrong with most of what is entered. */
const none: Problem[] = []

function judgeField(field: FlattenedField, value: unknown, path: string): Problem[] {
  if ('virtual' in field && field.virtual) return none
  if (field.type === 'array') {
    if (isEmptyList(value)) return none
    if (!Array.isArray(value) || value.length > mostRows || !value.every(isRecord)) return [{ path, accepted: list }]
    return value.flatMap((row, index) =>
      judgeData({ data: row as Record<string, unknown>, fields: field.flattenedFields, at: `${path}.${index}.` }),
    )
  }
  if (field.type === 'group' || field.type === 'tab') {
    if (isEmpty(value)) return none
    return isRecord(value) ? judgeData({ data: value, fields: field.flattenedFields, at: `${path}.` }) : [{ path, value, accepted: group }]
  }
  const kind = kindOf(field)
  if (!kind || isEmpty(value)) return none
  const isPlainRelation = (field.type === 'relationship' || field.type === 'upload') && !Array.isArray(field.relationTo)
  const accepts = isPlainRelation ? (entry: unknown) => isId(idIn(entry)) : kind.accepts
  if (!hasMany(field)) return accepts(value) ? none : [{ path, value, accepted: kind.accepted }]
  if (isEmptyList(value)) return none
  if (!Array.isArray(value) || value.length > mostRows) return [{ path, accepted: list }]
  return value.every(accepts) ? none : [{ path, accepted: kind.accepted }]
}

/**
 * Everything in the data of a document or a master that is of the wrong kind: told by field, before any rule looks at it. Fields that are
 * not there are left to Payload, which drops them. Pure.
 */
export function judgeData({
  data,
  fields,
  at = '',
}: {
  data: Record<string, unknown>
  fields: readonly FlattenedField[]
  at?: string
}): Problem[] {
  const problems: Problem[] = []
  for (const field of fields)
    if (field.name in data) for (const problem of judgeField(field, data[field.name], `${at}${field.name}`)) problems.push(problem)
  return problems
}

/** The data with figures that stand in text fields (a measured value, a code of digits) as the texts they are. The same object when there are none. */
export function withWrittenTexts<Data extends Record<string, unknown>>(data: Data, fields: readonly FlattenedField[]): Data {
  const changed: Array<[string, unknown]> = []
  for (const field of fields) {
    const value = data[field.name]
    if ((field.type === 'text' || field.type === 'textarea') && typeof value === 'number') changed.push([field.name, String(value)])
    else if (field.type === 'array' && Array.isArray(value)) {
      const rows = value.map((row: unknown) => (isRecord(row) ? withWrittenTexts(row, field.flattenedFields) : row))
      if (rows.some((row, index) => row !== value[index])) changed.push([field.name, rows])
    } else if (field.type === 'group' && isRecord(value)) {
      const inner = withWrittenTexts(value, field.flattenedFields)
      if (inner !== value) changed.push([field.name, inner])
    }
  }
  return changed.length === 0 ? data : { ...data, ...Object.fromEntries(changed) }
}
