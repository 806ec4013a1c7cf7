import type { Access, Where } from 'payload'

import { businessUser, hasAnyRole, hasRole, idOf, readsEverything } from './roles'
import type { Asking, DataScope } from './roles'

/**
 * Where a collection keeps whose a record is; dotted paths lead through a relation (`order.salesperson`). `unassigned`: what names no
 * warehouse yet is everybody's.
 */
export type OwnerPaths = {
  salesperson?: string
  department?: string
  preparedBy?: string
  warehouses?: readonly string[]
  unassigned?: boolean
}

/**
 * How far a person sees: what is set on him, else by role the widest of: sales own, sales manager his department, everybody
 * else all. General manager and auditor always see all.
 */
export function dataScopeOf(user: Asking): DataScope {
  if (readsEverything(user)) return 'all'
  const set = businessUser(user)?.dataScope
  if (set) return set
  if (hasRole(user, 'pmc', 'rd', 'engineering', 'warehouse', 'finance', 'admin')) return 'all'
  return hasRole(user, 'salesManager') ? 'department' : 'own'
}

/** The warehouses a person is limited to; null when not limited. */
export function warehousesOf(user: Asking): number[] | null {
  if (readsEverything(user)) return null
  const listed = (businessUser(user)?.warehouses ?? []).map(idOf).filter((id): id is number => id !== null)
  return listed.length > 0 ? listed : null
}

/** The condition that a person's rows meet: true = every row, false = none. Synchronous and without queries, as menus ask it often. */
export function scopeWhere(user: Asking, paths: OwnerPaths): boolean | Where {
  const person = businessUser(user)
  if (!person || !hasAnyRole(user)) return false
  const conditions: Where[] = []
  const owner = ownerWhere(person, paths)
  if (owner === false) return false
  if (owner !== true) conditions.push(owner)
  const warehouses = warehousesOf(user)
  if (warehouses && paths.warehouses?.length) {
    const theirs = paths.warehouses.flatMap((path): Where[] => [
      { [path]: { in: warehouses } },
      ...(paths.unassigned ? [{ [path]: { exists: false } }] : []),
    ])
    conditions.push({ or: theirs })
  }
  if (conditions.length === 0) return true
  return conditions.length === 1 ? (conditions[0] as Where) : { and: conditions }
}

function ownerWhere(user: { id: number; department?: unknown }, { salesperson, department, preparedBy }: OwnerPaths): boolean | Where {
  if (!salesperson && !department && !preparedBy) return true
  const scope = dataScopeOf(user)
  if (scope === 'all') return true
  const mine = [salesperson, preparedBy]
    .filter((path): path is string => path !== undefined)
    .map((path): Where => ({ [path]: { equals: user.id } }))
  const own = idOf(user.department)
  const either = scope === 'department' && department && own !== null ? [...mine, { [department]: { equals: own } }] : mine
  return either.length > 0 ? { or: either } : false
}

/** Read access by data scope. */
export const readScope =
  (paths: OwnerPaths): Access =>
  ({ req }) =>
    scopeWhere(req.user, paths)
