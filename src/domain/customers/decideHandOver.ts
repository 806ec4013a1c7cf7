import type { Finding } from '../kernel/decision'
import type { Role } from '../people/person'

/** Who gives customers to another salesperson. */
export const handersOver: readonly Role[] = ['salesManager', 'generalManager', 'admin']

/** Who may be responsible for a customer. */
const sellers: readonly Role[] = ['sales', 'salesManager', 'generalManager']

export type Successor = { id: number; name: string; roles: readonly Role[]; department: number | null; disabled: boolean }

/**
 * Whether somebody may take customers over: he works here, sells, and, where who hands over acts for his department only, is of that department.
 * A customer given to somebody who does not sell would be seen by nobody.
 */
export function decideHandOver({ to, within }: { to: Successor; within: number | null }): Finding[] {
  const refused = (accepted: string): Finding => ({
    code: 'INVALID_INPUT',
    severity: 'error',
    path: 'to',
    facts: { field: 'salesperson', value: to.name, accepted },
  })
  if (to.disabled || !sellers.some((role) => to.roles.includes(role))) return [refused(sellers.join(', '))]
  if (within === null || to.department === within) return []
  return [{ code: 'NOT_YOUR_DEPARTMENT', severity: 'error', path: 'to', facts: { field: 'salesperson', value: to.name } }]
}
