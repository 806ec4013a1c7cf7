import type { FlattenedField } from 'payload'

/** A place where a record may be named: a collection and the field in it, dotted through lines and groups. */
export type Place = { slug: string; path: string }

type Named = { slug: string; flattenedFields: readonly FlattenedField[] }

const within = (fields: readonly FlattenedField[], target: string, prefix = ''): string[] =>
  fields.flatMap((field): string[] => {
    const path = `${prefix}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload') return field.relationTo === target ? [path] : []
    return 'flattenedFields' in field && Array.isArray(field.flattenedFields) ? within(field.flattenedFields, target, `${path}.`) : []
  })

/**
 * Everywhere a record of a kind may be named, as the fields of the collections say: a new document with a customer is among them by having
 * one. What the platform keeps for itself is left out, and so are fields that name records of several kinds: only files are named there,
 * and who uses a file is kept apart (`file_uses`).
 */
export const placesNaming = (target: string, collections: readonly Named[]): Place[] =>
  collections
    .filter(({ slug }) => !slug.startsWith('payload-'))
    .flatMap(({ slug, flattenedFields }) => within(flattenedFields, target).map((path) => ({ slug, path })))
