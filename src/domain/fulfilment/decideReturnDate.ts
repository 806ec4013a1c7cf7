import type { Finding } from '../kernel/decision'
import type { Role } from '../people/person'

/** Who may say that goods came back on a day that has passed: stock, returns and what is credited count from it. */
const datesBack: readonly Role[] = ['salesManager', 'finance', 'generalManager']

/**
 * A return is dated today or later; on a day that has passed only by those who answer for the month it falls in. A date that stands is not
 * judged again.
 */
export function decideReturnDate({
  date,
  before,
  today,
  roles,
}: {
  date: string
  /** as stored; null for a new one */
  before: string | null
  today: string
  /** of whoever enters it; null is the house itself */
  roles: readonly Role[] | null
}): Finding[] {
  if (date >= today || date === before || roles === null || roles.some((role) => datesBack.includes(role))) return []
  return [{ code: 'NOT_YOUR_FIELD', severity: 'error', path: 'date', facts: { field: 'date', owner: 'salesManager', value: date } }]
}
