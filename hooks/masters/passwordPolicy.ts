import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { isOwnPassword } from '@/src/accounts/isOwnPassword'
import { judgePassword, keepFormer } from '@/src/accounts/judgePassword'
import type { WordedFinding } from '@/src/domain/kernel/decision'

import { workOf } from '@/src/engine/operation'
import { refuseIfAny } from '@/src/engine/refusal'

type Asked = { id?: number | string; data?: Record<string, unknown> }

/** The words by which somebody and his house are known. */
async function wordsOf(req: PayloadRequest, { id, data = {} }: Asked): Promise<string[]> {
  const stored =
    id === undefined
      ? null
      : await req.payload.db.findOne<{ id: number; name?: string; email?: string }>({
          collection: 'users',
          where: { id: { equals: id } },
          req,
        })
  const { name } = await req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: true, req })
  return [data['name'], data['email'], stored?.name, stored?.email, name].flatMap((word) => (typeof word === 'string' ? [word] : []))
}

/** The field that holds the password in force. */
const inForce = 'currentPassword'

const toldOld = {
  zh: `请输入现在的密码（${inForce}）`,
  en: `Changing one’s own password needs the one in force (${inForce})`,
}
const toldOne = { zh: '密码须逐个账号设置', en: 'A password is set of one account at a time' }
const refused = (path: string, text: WordedFinding['text']): WordedFinding[] => [
  { code: 'INVALID_INPUT', path, facts: { field: path }, ...(text ? { text } : {}) },
]

/**
 * A password is long, not guessed and not one of the last, however it is set: new user, change, or the link by e-mail. Whoever changes
 * his own knows the one in force. The house's own accounts are checked where they are named: the first administrator, the demonstration.
 */
export const passwordPolicy: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { id, data } = args as Asked
  const password = data?.['password']
  if ((operation !== 'create' && operation !== 'update') || password === undefined || password === null || password === '') return args
  // of several at once nobody could say whose former ones to keep, which sessions to end, and what to put on record
  if (operation === 'update' && id === undefined) refuseIfAny(req, refused('password', toldOne))
  const user = id === undefined ? null : Number(id)
  if (req.payloadAPI !== 'local') {
    const isOwn = user !== null && req.user?.id === user
    if (isOwn && !(await isOwnPassword(req, user, data?.[inForce]))) refuseIfAny(req, refused(inForce, toldOld))
    refuseIfAny(req, await judgePassword({ req, password, own: await wordsOf(req, { data, ...(id === undefined ? {} : { id }) }), user }))
  }
  if (user === null) return args
  await keepFormer(req, user)
  workOf(req).account.passwordSetFor = user
  return args
}

/** Whether a new password of this account has been judged by `passwordPolicy` on the way. */
export const isPasswordJudged = (req: PayloadRequest, id: unknown): boolean => workOf(req).account.passwordSetFor === Number(id)
