import { holdsAnyRole, holdsRole, type Person, type Role } from '@/src/domain/people/person'

/** Whoever a request comes from; Payload's own user type knows nothing of our fields. */
export type Asking = unknown

/** The person of a request as we know him, or null for an anonymous one. */
export const personOf = (user: Asking): Person | null =>
  user !== null && typeof user === 'object' && 'id' in user ? (user as Person) : null

/** True when the person of a request holds at least one of the roles. An anonymous request holds none. */
export const hasRole = (user: Asking, ...wanted: readonly Role[]): boolean => holdsRole(personOf(user), ...wanted)

/** A person without any role sees and does nothing. */
export const hasAnyRole = (user: Asking): boolean => holdsAnyRole(personOf(user))
