import type { PayloadRequest } from 'payload'

import type { Actor, Role } from './document'

/** Who is acting; nobody: a job or an import, which acts for the house. */
export const actorOf = (req: PayloadRequest): Actor | null => (req.user ? (req.user as unknown as Actor) : null)

/** Roles act for themselves; nobody acts for the house. */
export const holds = (actor: Actor | null, roles: readonly Role[]): boolean =>
  actor === null || roles.some((role) => actor.roles.includes(role))
