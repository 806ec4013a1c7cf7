import { decodeJwt } from 'jose'
import type { PayloadRequest } from 'payload'

import { endSessions, openSession, sessionOf, touchSession } from '@/src/db/accounts/sessions'
import { sessionEnd } from '@/src/domain/people/sessionEnd'
import { writeAudit } from '@/src/engine/audit'

import { whence } from './whence'

/** Writes down a session that has just been opened, in the transaction of the log-in. */
export async function noteSession({
  req,
  user,
  token,
  way,
  withFactor,
}: {
  req: PayloadRequest
  user: number
  token: string
  way: 'password' | 'provider'
  withFactor: boolean
}): Promise<void> {
  const { sid } = decodeJwt(token)
  if (typeof sid === 'string') await openSession({ req, sid, user, way, withFactor, ...whence(req) })
}

type Ending = { id: number; email?: string | null; why: 'asked' | 'factor-reset' | 'ways-in' | 'idle' | 'most' | 'factor' }

/** Ends what a person has open (one, or all but one), and puts on record why. Returns how many sessions were open. */
export async function closeSessions(
  req: PayloadRequest,
  { id, email, why }: Ending,
  which: { only?: string; but?: string | null } = {},
): Promise<number> {
  const count = await endSessions({ req, user: id, ...which })
  if (count > 0) await writeAudit(req, { slug: 'users', documentId: id, no: email ?? null, verb: 'session-ended', reason: why })
  return count
}

/** When a session was last looked at, by this process. Often enough for minutes; not with every request. */
const looked = new Map<string, number>()
const EVERY = 30_000

type Using = { id: number; email?: string; roles?: readonly string[] | null; _sid?: string }

/** Whether a session still holds; one that does not is ended, and it is on record why. */
export async function holds(req: PayloadRequest, user: Using): Promise<boolean> {
  const { _sid: sid } = user
  if (!sid || performance.now() - (looked.get(sid) ?? -Infinity) < EVERY) return true
  const row = await sessionOf({ req, sid })
  if (!row) return true // ended a moment ago, by another request
  const needsFactor = (user.roles ?? []).some((role) => row.factorRoles.includes(role))
  const why = sessionEnd({ ...row, needsFactor })
  if (why) {
    looked.delete(sid)
    await closeSessions(req, { ...user, why }, { only: sid })
    return false
  }
  if (looked.size > 10_000) looked.clear()
  looked.set(sid, performance.now())
  await touchSession({ req, sid, user: user.id, ...whence(req) })
  return true
}
