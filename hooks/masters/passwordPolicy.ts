import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'

import { guessable, shortestPassword } from '@/src/domain/people/guessablePassword'

import { refuseIfAny } from './refuse'

type Asked = { id?: number | string; data?: { password?: unknown; email?: unknown; name?: unknown; token?: unknown } }

const accepted = {
  zh: `密码至少 ${shortestPassword} 个字符（一句话也可以），且不能是常见的、重复的、键盘上相邻的，或只是姓名、邮箱加几个字符`,
  en: `A password has at least ${shortestPassword} characters (a sentence is fine) and is no common one, no repetition, no run of keys, and not the name or e-mail with a few signs`,
}

/** Name and e-mail of whose password it is, as far as the request tells. */
async function ownWords(req: PayloadRequest, { id, data }: Asked): Promise<string[]> {
  const where: Where | null =
    id !== undefined ? { id: { equals: id } } : typeof data?.token === 'string' ? { resetPasswordToken: { equals: data.token } } : null
  const stored = where
    ? await req.payload.db.findOne<{ id: number; name?: string; email?: string }>({ collection: 'users', where, req })
    : null
  return [data?.name, data?.email, stored?.name, stored?.email].flatMap((word) => (typeof word === 'string' ? [word] : []))
}

/**
 * A password is long and not guessed, however it is set: new user, change, or the link by e-mail (which passes no other hook with the
 * password in it). The house's own accounts are checked where they are named: the first administrator, the demonstration.
 */
export const passwordPolicy: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const asked = args as Asked
  const sets = operation === 'create' || operation === 'update' || operation === 'resetPassword'
  const password = asked.data?.password
  if (!sets || req.payloadAPI === 'local' || password === undefined || password === null || password === '') return args
  if (typeof password !== 'string' || guessable(password, await ownWords(req, asked)) !== null)
    refuseIfAny(req, [
      { code: 'INVALID_INPUT', path: 'password', facts: { field: 'password', accepted: `≥ ${shortestPassword}` }, text: accepted },
    ])
  return args
}
