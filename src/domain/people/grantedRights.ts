import { idOf } from '../kernel/idOf'
import type { DataScope, Person } from './person'

const width: Readonly<Record<DataScope, number>> = { own: 0, department: 1, all: 2 }
const switches = ['seeCost', 'seeMinimumPrice', 'seeCreditLimit', 'editPrice', 'sellBelowMinimum', 'mergeCustomers'] as const

type Held = Partial<Person>

const listed = (person: Held): number[] | null => {
  const ids = (person.warehouses ?? []).map(idOf).filter((id): id is number => id !== null)
  return ids.length > 0 ? ids : null
}

/**
 * The rights a person would hold after a change that he does not hold before: a role, a figure, a wider view, warehouses, a higher
 * quota. What is taken away is not among them. `after` holds only what is changed.
 */
export function grantedRights(before: Held, after: Held): string[] {
  const held = new Set(before.roles ?? [])
  const scopes = after.dataScope && before.dataScope !== after.dataScope ? width[after.dataScope] > width[before.dataScope ?? 'own'] : false
  const [had, has] = [listed(before), listed(after)]
  const warehouses = 'warehouses' in after && had !== null && (has === null || has.some((id) => !had.includes(id)))
  const quota = typeof after.releaseQuota === 'number' && after.releaseQuota > (before.releaseQuota ?? -1)
  return [
    ...((after.roles ?? []).some((role) => !held.has(role)) ? ['roles'] : []),
    ...(scopes ? ['dataScope'] : []),
    ...(warehouses ? ['warehouses'] : []),
    ...switches.filter((right) => after[right] === true && before[right] !== true),
    ...(quota ? ['releaseQuota'] : []),
  ]
}
