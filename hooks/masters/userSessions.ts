import { APIError } from 'payload'
import type { CollectionAfterLoginHook, CollectionAfterLogoutHook, CollectionBeforeChangeHook, CollectionBeforeLoginHook } from 'payload'

import { languageOf } from '@/src/engine/refusal'

import { writeAudit } from '@/src/engine/audit'

/** Who has left does not log in, whatever his password. */
export const refuseDisabledUser: CollectionBeforeLoginHook = ({ user, req }) => {
  if (user.disabled) throw new APIError(languageOf(req) === 'zh' ? '账号已停用' : 'The account is disabled', 403, null, true)
  return user
}

/** Disabling a user ends what he has open: sessions and API key. */
export const endDisabledSessions: CollectionBeforeChangeHook = ({ data }) => {
  if (data.disabled === true) Object.assign(data, { sessions: [], enableAPIKey: false, apiKey: null, apiKeyIndex: null })
  return data
}

export const recordLogin: CollectionAfterLoginHook = async ({ user, req }) => {
  await writeAudit(req, { slug: 'users', documentId: user.id, no: user.email, verb: 'login' })
}

export const recordLogout: CollectionAfterLogoutHook = async ({ req }) => {
  const user = req.user as { id: number; email?: string } | null
  if (user) await writeAudit(req, { slug: 'users', documentId: user.id, no: user.email ?? null, verb: 'logout' })
}
