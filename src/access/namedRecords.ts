import type { FlattenedField } from 'payload'

import { documentOfLine } from '@/src/engine/lineFields'

/** A record that somebody names: where, of what kind, and by what. `line` names the document it belongs to. */
export type NamedRecord = { path: string; field: string; slug: string; value: unknown; by: 'id' | 'line' }

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)
const given = (value: unknown): boolean => value !== null && value !== undefined && value !== ''
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

type Place = { path: string; field: string }

function related(target: string | readonly string[], value: unknown, place: Place): NamedRecord[] {
  return listed(value)
    .filter(given)
    .map((entry, index): NamedRecord => {
      const at = Array.isArray(value) ? `${place.path}.${index}` : place.path
      if (typeof target === 'string') return { ...place, path: at, slug: target, value: isRecord(entry) ? entry['id'] : entry, by: 'id' }
      // as Payload writes it, or in short; a bare id is of the first kind
      const { kind, inner } = isRecord(entry)
        ? { kind: entry['relationTo'] ?? entry['slug'] ?? entry['collection'] ?? target[0], inner: entry['value'] ?? entry['id'] }
        : { kind: target[0], inner: entry }
      const slug = typeof kind === 'string' && target.includes(kind) ? kind : ''
      return { ...place, path: at, slug, value: isRecord(inner) ? inner['id'] : inner, by: 'id' }
    })
}

/** A field by which a record may be named: itself, by a line of a document, or by the fields within it. */
type Naming = { field: FlattenedField; target: string | string[] | null; lineOf: string | null; within: readonly FlattenedField[] | null }

const known = new WeakMap<readonly FlattenedField[], readonly Naming[]>()

/** The fields among these by which records are named, found once. */
function namingAmong(fields: readonly FlattenedField[]): readonly Naming[] {
  const found = known.get(fields)
  if (found) return found
  const naming = fields.flatMap((field): Naming[] => {
    const target = field.type === 'relationship' || field.type === 'upload' ? field.relationTo : null
    const lineOf = field.type === 'text' ? (documentOfLine(field.name) ?? null) : null
    const inner = 'flattenedFields' in field && Array.isArray(field.flattenedFields) ? field.flattenedFields : null
    const within = inner && namingAmong(inner).length > 0 ? inner : null
    return (target ?? lineOf ?? within) ? [{ field, target, lineOf, within }] : []
  })
  known.set(fields, naming)
  return naming
}

/** Every record that the data of a collection names, in its lines and groups as well. `writes` says whether a field is taken at all. */
export function namedRecords({
  fields,
  data,
  writes = () => true,
  path = '',
  field = '',
}: {
  fields: readonly FlattenedField[]
  data: unknown
  writes?: (field: FlattenedField) => boolean
  path?: string
  field?: string
}): NamedRecord[] {
  if (!isRecord(data)) return []
  return namingAmong(fields).flatMap(({ field: one, target, lineOf, within }): NamedRecord[] => {
    const value = data[one.name]
    if (!given(value) || !writes(one)) return []
    const place = { path: path ? `${path}.${one.name}` : one.name, field: field ? `${field}.${one.name}` : one.name }
    if (target !== null) return related(target, value, place)
    if (lineOf !== null) return [{ ...place, slug: lineOf, value, by: 'line' }]
    if (within === null) return []
    const inner = { fields: within, writes, field: place.field }
    return Array.isArray(value)
      ? value.flatMap((row: unknown, index) => namedRecords({ ...inner, data: row, path: `${place.path}.${index}` }))
      : namedRecords({ ...inner, data: value, path: place.path })
  })
}

type Collections = ReadonlyArray<{ slug: string; flattenedFields: readonly FlattenedField[] }>

/** Every field with the kind of record it names: nothing for one that holds something else, or records of several kinds. */
const fieldsNaming = (fields: readonly FlattenedField[]): Array<readonly [name: string, slug: string]> =>
  fields.flatMap((field): Array<readonly [string, string]> => {
    const named = field.type === 'relationship' || field.type === 'upload' ? field.relationTo : ''
    const inner = 'flattenedFields' in field && Array.isArray(field.flattenedFields) ? fieldsNaming(field.flattenedFields) : []
    return [[field.name, typeof named === 'string' ? named : ''], ...inner]
  })

/**
 * What the bodies of verbs and questions call the records they name: by the name of a field that names such a record wherever it stands
 * (`warehouse`), or by the kind itself (`warehouses`) where no field holds something else under that name.
 */
export function namesOfRecords(collections: Collections): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  const ours = collections.filter(({ slug }) => !slug.startsWith('payload-'))
  for (const [name, slug] of ours.flatMap(({ flattenedFields }) => fieldsNaming(flattenedFields)))
    known.set(name, (known.get(name) ?? slug) === slug ? slug : '')
  for (const { slug } of ours) known.set(slug, known.get(slug) ?? slug)
  return new Map([...known].filter(([, slug]) => slug !== ''))
}

/** Every record that the body of a verb or a question names, wherever it stands in it. */
export function namedInBody(names: ReadonlyMap<string, string>, body: unknown, path = ''): NamedRecord[] {
  if (Array.isArray(body)) return body.flatMap((row: unknown, index) => namedInBody(names, row, path ? `${path}.${index}` : String(index)))
  if (!isRecord(body)) return []
  if (typeof body['relationTo'] === 'string' && 'value' in body)
    return [{ path, field: path, slug: body['relationTo'], value: body['value'], by: 'id' }]
  return Object.entries(body).flatMap(([name, value]): NamedRecord[] => {
    const place = { path: path ? `${path}.${name}` : name, field: name }
    const slug = names.get(name)
    if (slug !== undefined && given(value)) return related(slug, value, place)
    const lineOf = documentOfLine(name)
    return lineOf && typeof value === 'string' ? [{ ...place, slug: lineOf, value, by: 'line' }] : namedInBody(names, value, place.path)
  })
}
