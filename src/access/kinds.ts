import { holdsAnyRole, holdsRole, type Person } from '@/src/domain/people/person'
import { maySee } from '@/src/domain/people/sight'

import { type FileRights, type Rights, rights } from './rights'

/** The line of the table for a collection; null when it has none. */
export const rightsOf = (slug: string): Rights | FileRights | null => (Object.hasOwn(rights, slug) ? (rights[slug] ?? null) : null)

export const areFiles = (row: Rights | FileRights): row is FileRights => 'kind' in row

/** Whether a person reads any rows of a collection at all. */
export function readsKind(person: Person | null, slug: string): boolean {
  const row = rightsOf(slug)
  if (!row || !person) return false
  if (areFiles(row)) return holdsAnyRole(person)
  return holdsRole(person, ...row.read) && (!row.figure || maySee(person, row.figure))
}

/** The kinds of records a person reads, files aside: whose rows he reads is asked row by row. */
export const kindsReadBy = (person: Person | null): string[] =>
  Object.entries(rights).flatMap(([slug, row]) => (!areFiles(row) && readsKind(person, slug) ? [slug] : []))
