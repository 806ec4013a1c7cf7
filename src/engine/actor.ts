import type { PayloadRequest } from 'payload'

import type { Actor, Role } from './document'

/** Who is acting; nobody: a job or an import, which acts for the house. */
export const actorOf = ({ user }: PayloadRequest): Actor | null => (user ? { ...user, roles: user.roles ?? [] } : null)

/** Roles act for themselves; nobody acts for the house. */
export const holds = (actor: Actor | null, roles: readonly Role[]): boolean =>
  actor === null || roles.some((role) => actor.roles.includes(role))
