import type { FlattenedField } from 'payload'

import { type Accepted, id as idKind, kindOf, type ValueKind } from './valueKinds'

export type Problem = { path: string; accepted: Accepted; value?: unknown }

/** The fields of a collection by its slug; undefined for a collection there is not. */
export type FieldsOf = (slug: string) => readonly FlattenedField[] | undefined

export const limits = { conditions: 200, depth: 8, values: 1000 } as const

const fieldName: Accepted = { zh: '此单据的字段', en: 'a field of this collection' }
const condition: Accepted = { zh: '字段[比较]=值', en: 'field[operator]=value' }
const tooMany: Accepted = {
  zh: `最多 ${limits.conditions} 个条件、${limits.depth} 层`,
  en: `at most ${limits.conditions} conditions, ${limits.depth} deep`,
}
const list: Accepted = { zh: `最多 ${limits.values} 个值`, en: `at most ${limits.values} values` }

const slugKind = (slugs: readonly string[]): ValueKind => ({
  accepts: (value) => typeof value === 'string' && slugs.includes(value),
  accepted: { zh: slugs.join('、'), en: slugs.join(', ') },
  operators: ['equals', 'not_equals', 'in', 'not_in', 'exists'],
})
const instant: ValueKind = {
  ...(kindOf({ name: 'at', type: 'date' } as FlattenedField) as ValueKind),
}

/** What stands at the end of a path: a value that can be compared, something that can only be there or not, or nothing. */
export function kindAt(fields: readonly FlattenedField[], path: readonly string[], fieldsOf: FieldsOf): ValueKind | undefined {
  const [name, ...rest] = path
  if (name === undefined) return undefined
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) {
    if (rest.length > 0) return undefined
    if (name === 'id' || name === '_id') return idKind
    return name === 'createdAt' || name === 'updatedAt' ? instant : undefined
  }
  if (rest.length === 0) {
    if ('virtual' in field && field.virtual === true) return undefined
    const own = kindOf(field)
    if (own) return own
    const holds = 'flattenedFields' in field || field.type === 'join'
    return holds ? { accepts: () => false, accepted: { zh: 'exists', en: 'exists' }, operators: ['exists'] } : undefined
  }
  if (field.type === 'relationship' || field.type === 'upload') {
    const slugs = Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo]
    if (Array.isArray(field.relationTo) && rest.length === 1) {
      if (rest[0] === 'relationTo') return slugKind(slugs)
      if (rest[0] === 'value' || rest[0] === 'id') return idKind
    }
    for (const slug of slugs) {
      const found = kindAt(fieldsOf(slug) ?? [], rest, fieldsOf)
      if (found) return found
    }
    return undefined
  }
  if ('flattenedFields' in field && Array.isArray(field.flattenedFields)) {
    // rows of a list have an id of their own, which is a text
    if (field.type === 'array' && rest.length === 1 && rest[0] === 'id') return kindOf({ name: 'id', type: 'text' } as FlattenedField)
    return kindAt(field.flattenedFields, rest, fieldsOf)
  }
  return undefined
}

/** Comma separated lists are how an address writes several values. */
const valuesOf = (operator: string, value: unknown): unknown[] => {
  if (!['in', 'not_in'].includes(operator)) return [value]
  if (Array.isArray(value)) return value
  if (typeof value === 'string') return value.split(',').map((entry) => entry.trim())
  // an address with more than twenty entries of one list is read as an object of them
  return value !== null && typeof value === 'object' ? Object.values(value) : [value]
}

const nothing = (value: unknown): boolean => value === null || value === 'null' || value === '' || value === undefined

function judgeValue({ path, operator, value, kind }: { path: string; operator: string; value: unknown; kind: ValueKind }): Problem[] {
  if (!kind.operators.includes(operator)) {
    const told = kind.operators.join(', ')
    return [{ path: `${path}.${operator}`, accepted: { zh: told, en: told } }]
  }
  if (operator === 'exists') {
    const yes = typeof value === 'boolean' || value === 'true' || value === 'false'
    return yes ? [] : [{ path, value, accepted: { zh: 'true 或 false', en: 'true or false' } }]
  }
  const values = valuesOf(operator, value)
  if (values.length > limits.values) return [{ path, accepted: list }]
  // nothing is equal to something or not; it is neither more nor less, and in no list
  const mayBeNothing = ['equals', 'not_equals'].includes(operator)
  const wrong = values.find((entry) => !kind.accepts(entry) && !(mayBeNothing && nothing(entry)))
  return wrong === undefined ? [] : [{ path, value: wrong, accepted: kind.accepted }]
}

/**
 * Everything in a filter that the database would stumble over: fields there are not, comparisons a column does not know, values of the
 * wrong kind, more conditions than anybody asks. Pure: it looks at the fields of the configuration only.
 */
export function judgeWhere({
  where,
  fields,
  fieldsOf,
  depth = 0,
  budget = { left: limits.conditions },
}: {
  where: unknown
  fields: readonly FlattenedField[]
  fieldsOf: FieldsOf
  depth?: number
  budget?: { left: number }
}): Problem[] {
  if (where === undefined || where === null || where === '') return []
  if (typeof where !== 'object' || Array.isArray(where)) return [{ path: 'where', value: where, accepted: condition }]
  if (depth > limits.depth) return [{ path: 'where', accepted: tooMany }]
  return Object.entries(where).flatMap(([key, inner]): Problem[] => {
    if (/^(and|or)$/i.test(key)) {
      const parts: unknown = Array.isArray(inner) || inner === null || typeof inner !== 'object' ? inner : Object.values(inner)
      if (!Array.isArray(parts)) return [{ path: `where.${key}`, value: inner, accepted: condition }]
      return parts.flatMap((part) => {
        const isCondition = part !== null && typeof part === 'object' && !Array.isArray(part)
        return isCondition
          ? judgeWhere({ where: part, fields, fieldsOf, depth: depth + 1, budget })
          : [{ path: `where.${key}`, value: part, accepted: condition }]
      })
    }
    budget.left -= 1
    if (budget.left < 0) return [{ path: 'where', accepted: tooMany }]
    const kind = kindAt(fields, key.split(/\.|__/), fieldsOf)
    if (!kind) return [{ path: key, accepted: fieldName }]
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return [{ path: key, value: inner, accepted: condition }]
    return Object.entries(inner).flatMap(([operator, value]) => judgeValue({ path: key, operator, value, kind }))
  })
}

/** Sorting needs one value per row: no list, no recorded JSON, nothing that is not there. */
export function judgeSort({ sort, fields, fieldsOf }: { sort: unknown; fields: readonly FlattenedField[]; fieldsOf: FieldsOf }): Problem[] {
  if (sort === undefined || sort === null || sort === '') return []
  const entries: unknown[] = Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : [sort]
  return entries.flatMap((entry): Problem[] => {
    if (typeof entry !== 'string') return [{ path: 'sort', accepted: fieldName }]
    const path = entry.trim().replace(/^[-+]/, '')
    const kind = path === '' ? undefined : kindAt(fields, path.split(/\.|__/), fieldsOf)
    return kind && kind.operators.length > 1 ? [] : [{ path: 'sort', value: entry, accepted: fieldName }]
  })
}
