import { APIError } from 'payload'
import type {
  CollectionAfterChangeHook,
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionBeforeChangeHook,
  CollectionBeforeLoginHook,
} from 'payload'

import { languageOf } from '@/src/engine/refusal'

import { endAllKeys } from '@/src/accounts/apiKeys'
import { endLinks } from '@/src/accounts/passwordLink'
import { passSecondFactor } from '@/src/accounts/secondFactor'
import { noteSession } from '@/src/accounts/sessions'
import { tellRecovery } from '@/src/accounts/tellOwner'
import { noteEntry } from '@/src/accounts/tried'
import { writeAudit } from '@/src/engine/audit'
import { workOf } from '@/src/engine/operation'

/** Who has left does not log in, whatever his password. */
export const refuseDisabledUser: CollectionBeforeLoginHook = ({ user, req }) => {
  if (user.disabled)
    throw new APIError(languageOf(req) === 'zh' ? '账号已停用' : 'The account is disabled', 403, { refused: 'ACCOUNT_DISABLED' }, true)
  return user
}

type Session = { id?: string | null }
const rolesOf = (user: unknown): string => JSON.stringify([...((user as { roles?: string[] | null } | undefined)?.roles ?? [])].sort())

/**
 * What ends what somebody has open, his keys too: being disabled, other roles, another password. Whoever changes his own password
 * stays where he is; everybody else who knew the old one does not.
 */
export const endSessions: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const { account } = workOf(req)
  const open: Session[] = originalDoc?.sessions ?? []
  if (data.disabled === true) {
    account.keysEnd = Number(originalDoc?.id)
    account.sessionsEnd = { why: 'ACCOUNT_DISABLED', count: open.length }
    return Object.assign(data, { sessions: [] })
  }
  if (operation !== 'update') return data
  const isPasswordSet = account.passwordSetFor === Number(originalDoc?.id)
  if (!isPasswordSet && rolesOf(data) === rolesOf(originalDoc)) return data
  account.keysEnd = Number(originalDoc?.id)
  const { id, _sid: current } = (req.user ?? {}) as { id?: number; _sid?: string }
  const isOwn = id !== undefined && id === originalDoc?.id
  const sessions: Session[] = Array.isArray(data.sessions) ? data.sessions : open
  const kept = isOwn ? sessions.filter((session) => session.id === current) : []
  account.sessionsEnd = { why: isPasswordSet ? 'password' : 'roles', count: sessions.length - kept.length }
  return Object.assign(data, { sessions: kept })
}

/** In the transaction of the change. */
export const endKeysWithSessions: CollectionAfterChangeHook = async ({ doc, req }) => {
  const { account } = workOf(req)
  if (account.keysEnd !== Number(doc.id)) return
  const { sessionsEnd } = account
  delete account.keysEnd
  delete account.sessionsEnd
  await endAllKeys(req, Number(doc.id))
  if (sessionsEnd && sessionsEnd.count > 0)
    await writeAudit(req, { slug: 'users', documentId: doc.id, no: doc.email ?? null, verb: 'session-ended', reason: sessionsEnd.why })
}

/**
 * A link on its way went to an address, and was asked for by whoever could not get in: with another address, another password and the end of
 * the account it opens nothing any more. One that went to a wrong address would set the password for a week.
 */
export const endLinksWithWays: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const isOver = doc.email !== previousDoc?.email || doc.disabled === true || workOf(req).account.passwordSetFor === Number(doc.id)
  if (operation === 'update' && isOver) await endLinks(req, Number(doc.id))
  return doc
}

/** At every door that logs in: REST, GraphQL, the admin. */
export const askSecondFactor: CollectionBeforeLoginHook = async ({ user, req }) => {
  if (req.payloadAPI === 'local') return user
  const shown = await passSecondFactor(req, user)
  workOf(req).account.factorShown = shown !== null
  if (shown === 'recovery') await tellRecovery(req, user)
  return user
}

export const recordLogin: CollectionAfterLoginHook = async ({ user, req, token }) => {
  noteEntry(req)
  await noteSession({ req, user: Number(user.id), token, way: 'password', withFactor: workOf(req).account.factorShown === true })
  await writeAudit(req, { slug: 'users', documentId: user.id, no: user.email, verb: 'login' })
}

export const recordLogout: CollectionAfterLogoutHook = async ({ req }) => {
  const user = req.user as { id: number; email?: string } | null
  if (user) await writeAudit(req, { slug: 'users', documentId: user.id, no: user.email ?? null, verb: 'logout' })
}
