import type { AccessArgs, AccessResult, CollectionConfig, Where } from 'payload'

import { holdsAnyRole, holdsRole, type Person, type Role } from '@/src/domain/people/person'
import { dataScopeOf } from '@/src/domain/people/reach'
import type { Rows } from '@/src/domain/people/rows'

import { scopeWhere } from './dataScope'
import { fileAccess } from './fileAccess'
import { areFiles, kindsReadBy, readsKind, rightsOf } from './kinds'
import type { Rights } from './rights'
import { personOf } from './roles'

type CollectionAccess = NonNullable<CollectionConfig['access']>

const anyOf = (conditions: readonly (boolean | Where)[]): boolean | Where => {
  if (conditions.includes(true)) return true
  const wheres = conditions.filter((condition): condition is Where => typeof condition === 'object')
  const [only] = wheres
  return only === undefined ? false : wheres.length === 1 ? only : { or: wheres }
}

const allOf = (conditions: readonly (boolean | Where)[]): boolean | Where => {
  if (conditions.includes(false)) return false
  const wheres = conditions.filter((condition): condition is Where => typeof condition === 'object')
  const [only] = wheres
  return only === undefined ? true : wheres.length === 1 ? only : { and: wheres }
}

/** The rows a person reaches: true = every row, false = none. Without queries, as menus ask it often. */
export function rowsFor(person: Person | null, rows: Rows): boolean | Where {
  if (!person || !holdsAnyRole(person)) return false
  if (rows.whole?.who(person)) return true
  if (rows.onlyAll && dataScopeOf(person) !== 'all') return false
  const named = (rows.own ?? []).map((path): Where => ({ [path]: { equals: person.id } }))
  const own = rows.own && !holdsRole(person, ...(rows.all ?? [])) ? anyOf(named) : true
  const sources = (rows.sources ?? []).map((path): Where => ({ [path]: { in: kindsReadBy(person) } }))
  const also = typeof rows.also?.where === 'function' ? rows.also.where(person) : rows.also?.where
  return anyOf([allOf([own, scopeWhere(person, rows), ...sources]), ...(also ? [also] : [])])
}

const may = (person: Person | null, roles: readonly Role[]): boolean => holdsRole(person, ...roles)

/** The rows of a line of the table that a person writes. */
export const writesOf = (person: Person | null, row: Rights): boolean | Where =>
  allOf([rowsFor(person, row.rows), row.writes ? rowsFor(person, row.writes) : true])

type Asked = ({ req }: AccessArgs) => AccessResult

/** The access of a collection, from its line of the table. */
export function accessOf(slug: string): CollectionAccess {
  const row = rightsOf(slug)
  if (!row) throw new Error(`${slug} has no line in the table of rights (src/access/rights.ts)`)
  if (areFiles(row)) return fileAccess(row)
  const writes =
    (roles: readonly Role[]): Asked =>
    ({ req }) => {
      const person = personOf(req.user)
      return may(person, roles) && readsKind(person, slug) && writesOf(person, row)
    }
  return {
    create: ({ req }) => may(personOf(req.user), row.create),
    read: ({ req }) => readsKind(personOf(req.user), slug) && rowsFor(personOf(req.user), row.rows),
    update: writes(row.update),
    delete: writes(row.remove),
    readVersions: () => false,
  }
}
