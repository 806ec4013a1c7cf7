import { APIError, type PayloadRequest } from 'payload'

import { refuseIfAny } from '@/src/engine/refusal'
import { hasRole } from '@/src/access/roles'
import { isOwnPassword } from '@/src/accounts/isOwnPassword'
import type { User } from '@/src/payload-types'

type WithKey = { _key?: unknown; _sid?: string } | null

/** Whoever asks sits at a session of his own: a program with a key does nothing to accounts. */
export function requireSession(req: PayloadRequest): User & { _sid?: string } {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  if ((req.user as WithKey)?._key) throw new APIError('Forbidden', 403, undefined, true)
  return req.user
}

export function requireAdministrator(req: PayloadRequest): User {
  const user = requireSession(req)
  if (!hasRole(user, 'admin')) throw new APIError('Forbidden', 403, undefined, true)
  return user
}

/** Whose account it is about: one's own, or anybody's for the administrator. */
export async function accountAsked(req: PayloadRequest): Promise<User> {
  const user = requireSession(req)
  const id = Number(req.routeParams?.['id'])
  if (id !== user.id) requireAdministrator(req)
  return req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, req })
}

const told = { zh: '请输入现在的密码', en: 'Give the password in force' }

/** Whoever changes the ways into an account knows its password, not only its session. */
export async function requirePassword(req: PayloadRequest, user: number, given: unknown): Promise<void> {
  if (await isOwnPassword(req, user, given)) return
  refuseIfAny(req, [{ code: 'INVALID_INPUT', path: 'currentPassword', facts: { field: 'currentPassword' }, text: told }])
}
