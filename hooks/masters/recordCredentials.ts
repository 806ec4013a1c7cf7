import type { CollectionBeforeOperationHook } from 'payload'

import { writeAudit } from '@/src/engine/audit'

type Asked = { id?: number | string; data?: Record<string, unknown> }

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** That a password or a key was changed, or an account unlocked, is on record; what it is now is not. In the transaction of the change. */
export const recordCredentials: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { id, data = {} } = args as Asked
  const about = { slug: 'users', documentId: id ?? null, no: typeof data['email'] === 'string' ? data['email'] : null }
  if (operation === 'resetPassword') await writeAudit(req, { ...about, verb: 'password' })
  if (operation === 'unlock') await writeAudit(req, { ...about, verb: 'unlock' })
  if (operation !== 'update' || id === undefined) return args
  if (isSet(data['password'])) await writeAudit(req, { ...about, verb: 'password' })
  return args
}
