import { APIError, type PayloadRequest } from 'payload'

import { hasAnyRole, personOf } from '@/src/access/roles'
import { maySee } from '@/src/domain/people/sight'
import { refuse } from '@/src/engine/refusal'

/** Whoever asks has logged in; what he may do is judged behind the door. */
export function requireLogin(req: PayloadRequest): void {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
}

/** Whoever asks is somebody of the house. */
export function requireUser(req: PayloadRequest): void {
  requireLogin(req)
  if (!hasAnyRole(req.user)) throw new APIError('Forbidden', 403, undefined, true)
}

/** Whoever asks for prices may read them. */
export function requirePrices(req: PayloadRequest): void {
  requireUser(req)
  if (!maySee(personOf(req.user), 'price')) throw new APIError('Forbidden', 403, undefined, true)
}

/** An id in the question, or null. */
export function numberIn(req: PayloadRequest, name: string): number | null {
  const given = req.query?.[name] ?? (req.searchParams?.get(name) || undefined)
  if (given === undefined || given === '') return null
  const value = Number(given)
  if (!Number.isInteger(value)) refuse(req, { code: 'INVALID_INPUT', path: name, facts: { field: name, value: given, accepted: 'an id' } })
  return value
}
