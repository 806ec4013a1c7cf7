import { grantedRights } from './grantedRights'
import { holdsRole, type Person } from './person'
import { type Figure, maySee } from './sight'

type Held = Partial<Person>

/** Figures of the house's own: what goods cost, may be sold for at least, and how much credit somebody has. */
const guarded: readonly Figure[] = ['cost', 'minimumPrice', 'creditLimit']

const asPerson = (held: Held): Person => ({ id: 0, ...held })

/** The rights a change gives that two people decide on: to administer, and to see a figure of the house, by a role as by a switch. */
export function gainedPowers(before: Held, after: Held): string[] {
  const [had, has] = [asPerson(before), asPerson({ ...before, ...after })]
  const figures = guarded.filter((figure) => maySee(has, figure) && !maySee(had, figure))
  return [...(holdsRole(has, 'admin') && !holdsRole(had, 'admin') ? ['admin'] : []), ...figures]
}

/**
 * What one person may not give alone: himself, anything; others, what two people decide on, wherever the house asks for a second person.
 * Taking away is nobody's business but the administrator's.
 */
export function needsSecond({
  own,
  isAsked,
  before,
  after,
}: {
  /** whether the rights are those of the person who writes */
  own: boolean
  /** whether the house asks for a second person now */
  isAsked: boolean
  before: Held
  after: Held
}): string[] {
  if (own) return grantedRights(before, after)
  return isAsked ? gainedPowers(before, after) : []
}

/** By what an account is taken over: whoever sets another's password, or the address its link is sent to, acts as him. */
const keys = ['password', 'email'] as const

/** What one person may not change alone of somebody else's account, because it would give him that person's powers. */
export function takesOver({
  own,
  isAsked,
  before,
  after,
}: {
  own: boolean
  isAsked: boolean
  before: Held
  after: Readonly<Record<string, unknown>>
}): string[] {
  if (own || !isAsked || gainedPowers({}, before).length === 0) return []
  const former: Readonly<Record<string, unknown>> = { ...before }
  return keys.filter((key) => after[key] !== undefined && after[key] !== null && after[key] !== '' && after[key] !== former[key])
}
