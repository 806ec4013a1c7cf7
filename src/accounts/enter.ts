import { getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { addSessionToUser, generatePayloadCookie } from 'payload/shared'

import { writeAudit } from '@/src/engine/audit'
import type { User } from '@/src/payload-types'

import { noteSession } from './sessions'

/** Opens a session for somebody a provider knows, as the platform's own log-in does: session, token, cookie, a line on record. */
export async function enter(req: PayloadRequest, account: User, withFactor: boolean): Promise<string> {
  const { payload } = req
  const { config } = payload.collections.users
  const stored = await payload.db.findOne<User & Record<string, unknown>>({
    collection: 'users',
    where: { id: { equals: account.id } },
    req,
  })
  if (!stored) throw new Error('The account is gone')
  const user = { ...stored, collection: 'users' as const }
  const { sid } = await addSessionToUser({ collectionConfig: config, payload, req, user })
  const { token } = await jwtSign({
    fieldsToSign: getFieldsToSign({ collectionConfig: config, email: account.email, user, ...(sid ? { sid } : {}) }),
    secret: payload.secret,
    tokenExpiration: config.auth.tokenExpiration,
  })
  await noteSession({ req, user: account.id, token, way: 'provider', withFactor })
  await writeAudit(req, { slug: 'users', documentId: account.id, no: account.email, verb: 'login', reason: 'provider' })
  return generatePayloadCookie({ collectionAuthConfig: config.auth, cookiePrefix: payload.config.cookiePrefix, token })
}
