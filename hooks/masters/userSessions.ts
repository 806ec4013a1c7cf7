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
import { passSecondFactor } from '@/src/accounts/secondFactor'
import { noteSession } from '@/src/accounts/sessions'
import { tellRecovery } from '@/src/accounts/tellOwner'
import { writeAudit } from '@/src/engine/audit'
import { workOf } from '@/src/engine/operation'

/** Who has left does not log in, whatever his password. */
export const refuseDisabledUser: CollectionBeforeLoginHook = ({ user, req }) => {
  if (user.disabled) throw new APIError(languageOf(req) === 'zh' ? '账号已停用' : 'The account is disabled', 403, null, true)
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
  if (data.disabled === true) {
    account.keysEnd = Number(originalDoc?.id)
    return Object.assign(data, { sessions: [] })
  }
  if (operation !== 'update') return data
  const isPasswordSet = account.passwordSetFor === Number(originalDoc?.id)
  if (!isPasswordSet && rolesOf(data) === rolesOf(originalDoc)) return data
  account.keysEnd = Number(originalDoc?.id)
  const { id, _sid: current } = (req.user ?? {}) as { id?: number; _sid?: string }
  const isOwn = id !== undefined && id === originalDoc?.id
  const sessions: Session[] = Array.isArray(data.sessions) ? data.sessions : (originalDoc?.sessions ?? [])
  return Object.assign(data, { sessions: isOwn ? sessions.filter((session) => session.id === current) : [] })
}

/** In the transaction of the change. */
export const endKeysWithSessions: CollectionAfterChangeHook = async ({ doc, req }) => {
  const { account } = workOf(req)
  if (account.keysEnd !== Number(doc.id)) return
  delete account.keysEnd
  await endAllKeys(req, Number(doc.id))
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
  await noteSession({ req, user: Number(user.id), token, way: 'password', withFactor: workOf(req).account.factorShown === true })
  await writeAudit(req, { slug: 'users', documentId: user.id, no: user.email, verb: 'login' })
}

export const recordLogout: CollectionAfterLogoutHook = async ({ req }) => {
  const user = req.user as { id: number; email?: string } | null
  if (user) await writeAudit(req, { slug: 'users', documentId: user.id, no: user.email ?? null, verb: 'logout' })
}
