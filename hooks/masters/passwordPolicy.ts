import type { CollectionBeforeOperationHook } from 'payload'

import { refuseIfAny } from './refuse'

/** Shorter passwords are guessed; the platform's own minimum is 3. */
const shortest = 8

/**
 * A password has at least 8 characters, however it is set: new user, change, or the link by e-mail (which passes no other hook
 * with the password in it).
 */
export const passwordPolicy: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const data = (args as { data?: { password?: unknown } }).data
  const sets = operation === 'create' || operation === 'update' || operation === 'updateByID' || operation === 'resetPassword'
  const password = data?.password
  if (!sets || password === undefined || password === null || password === '') return args
  if (typeof password !== 'string' || [...password].length < shortest) {
    refuseIfAny(req, [
      {
        code: 'INVALID_INPUT',
        path: 'password',
        facts: { field: 'password', accepted: `≥ ${shortest}` },
        text: { zh: `密码至少 ${shortest} 个字符`, en: `A password has at least ${shortest} characters` },
      },
    ])
  }
  return args
}
