import { APIError } from 'payload'
import type { CollectionAfterLoginHook, CollectionAfterLogoutHook, CollectionBeforeChangeHook, CollectionBeforeLoginHook } from 'payload'

import { languageOf } from '@/src/engine/refusal'

import { writeAudit } from '@/src/engine/audit'

/** Who has left does not log in, whatever his password. */
export const refuseDisabledUser: CollectionBeforeLoginHook = ({ user, req }) => {
  if (user.disabled) throw new APIError(languageOf(req) === 'zh' ? '账号已停用' : 'The account is disabled', 403, null, true)
  return user
}

type Session = { id?: string | null }
const rolesOf = (user: unknown): string => JSON.stringify([...((user as { roles?: string[] | null } | undefined)?.roles ?? [])].sort())

/**
 * What ends what somebody has open: being disabled (his API key, too), other roles, another password. Whoever changes his own password
 * stays where he is; everybody else who knew the old one does not.
 */
export const endSessions: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (data.disabled === true) return Object.assign(data, { sessions: [], enableAPIKey: false, apiKey: null, apiKeyIndex: null })
  if (operation !== 'update') return data
  const isPasswordSet = req.context['passwordSetFor'] === Number(originalDoc?.id)
  if (!isPasswordSet && rolesOf(data) === rolesOf(originalDoc)) return data
  const { id, _sid: current } = (req.user ?? {}) as { id?: number; _sid?: string }
  const isOwn = id !== undefined && id === originalDoc?.id
  const sessions: Session[] = Array.isArray(data.sessions) ? data.sessions : (originalDoc?.sessions ?? [])
  return Object.assign(data, { sessions: isOwn ? sessions.filter((session) => session.id === current) : [] })
}

export const recordLogin: CollectionAfterLoginHook = async ({ user, req }) => {
  await writeAudit(req, { slug: 'users', documentId: user.id, no: user.email, verb: 'login' })
}

export const recordLogout: CollectionAfterLogoutHook = async ({ req }) => {
  const user = req.user as { id: number; email?: string } | null
  if (user) await writeAudit(req, { slug: 'users', documentId: user.id, no: user.email ?? null, verb: 'logout' })
}
