import type { Where } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { holdsAnyRole, type Person } from '@/src/domain/people/person'
import { dataScopeOf, warehousesOf } from '@/src/domain/people/reach'
import type { OwnerPaths } from '@/src/domain/people/rows'

import { type Asking, personOf } from './roles'

/** The condition that a person's rows meet: true = every row, false = none. Synchronous and without queries, as menus ask it often. */
export function scopeWhere(user: Asking, paths: OwnerPaths): boolean | Where {
  const person = personOf(user)
  if (!person || !holdsAnyRole(person)) return false
  const conditions: Where[] = []
  const owner = ownerWhere(person, paths)
  if (owner === false) return false
  if (owner !== true) conditions.push(owner)
  const warehouses = warehousesOf(person)
  if (warehouses && paths.warehouses?.length) {
    const theirs = paths.warehouses.flatMap((path): Where[] => [
      { [path]: { in: warehouses } },
      ...(paths.unassigned ? [{ [path]: { exists: false } }] : []),
    ])
    conditions.push({ or: theirs })
  }
  const [only] = conditions
  if (only === undefined) return true
  return conditions.length === 1 ? only : { and: conditions }
}

function ownerWhere(person: Person, { salesperson, department, preparedBy }: OwnerPaths): boolean | Where {
  if (!salesperson && !department && !preparedBy) return true
  const scope = dataScopeOf(person)
  if (scope === 'all') return true
  const mine = [salesperson, preparedBy]
    .filter((path): path is string => path !== undefined)
    .map((path): Where => ({ [path]: { equals: person.id } }))
  const own = idOf(person.department)
  const departments = typeof department === 'string' ? [department] : (department ?? [])
  const theirs = scope === 'department' && own !== null ? departments.map((path): Where => ({ [path]: { equals: own } })) : []
  const either = [...mine, ...theirs]
  return either.length > 0 ? { or: either } : false
}
