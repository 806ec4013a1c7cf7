import { idOf } from '../kernel/idOf'
import { type DataScope, holdsRole, type Person } from './person'

/** Roles that read everything, whoever it belongs to and wherever it lies. */
export const readsEverything = (person: Person | null): boolean => holdsRole(person, 'generalManager', 'auditor')

/**
 * How far a person sees: what is set on him, else by role the widest of: sales own, sales manager his department, everybody
 * else all. General manager and auditor always see all.
 */
export function dataScopeOf(person: Person | null): DataScope {
  if (readsEverything(person)) return 'all'
  if (person?.dataScope) return person.dataScope
  if (holdsRole(person, 'pmc', 'rd', 'engineering', 'warehouse', 'finance', 'admin')) return 'all'
  return holdsRole(person, 'salesManager') ? 'department' : 'own'
}

/** The warehouses a person reads and moves goods of; null when not limited, as the house itself is not. */
export function warehousesOf(person: Person | null): number[] | null {
  if (readsEverything(person)) return null
  const listed = (person?.warehouses ?? []).map(idOf).filter((id): id is number => id !== null)
  return listed.length > 0 ? listed : null
}
