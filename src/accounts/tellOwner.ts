import type { PayloadRequest } from 'payload'

import type { Doing } from '@/src/domain/words/inputWords'
import { type WayIn, writeAudit } from '@/src/engine/audit'
import { notify, peopleById } from '@/src/usecases/control/notify'

type Account = { id: number | string; email?: string | null }
type Told = { title: { zh: string; en: string }; text: { zh: string; en: string } }

/** Puts on record what happened to an account's ways in, and tells its owner, who did it or is to know that somebody did. */
async function tell(req: PayloadRequest, { id, email }: Account, verb: Exclude<Doing, WayIn>, told: Told): Promise<void> {
  const user = Number(id)
  await writeAudit(req, { slug: 'users', documentId: user, no: email ?? null, verb })
  const key = `${verb}-${String(user)}-${crypto.randomUUID()}`
  await notify({ req, people: await peopleById(req, [user]), kind: 'security', key, related: { slug: 'users', id: user }, ...told })
}

const notYou = { zh: '若不是您本人操作，请立即修改密码并告知管理员。', en: 'If that was not you, change your password now and tell an administrator.' } // prettier-ignore
const saying = (zh: string, en: string, more = notYou): Told => ({ title: { zh, en }, text: { zh: `${zh}。${more.zh}`, en: `${en}. ${more.en}` } }) // prettier-ignore

export const tellRecovery = (req: PayloadRequest, account: Account): Promise<void> =>
  tell(req, account, 'recovery-code', saying('有人用备用码登录了您的账号', 'Somebody logged in to your account with a recovery code'))

export const tellCodesRenewed = (req: PayloadRequest, account: Account): Promise<void> =>
  tell(
    req,
    account,
    'recovery-codes',
    saying('您的账号更换了备用码，原来的备用码已失效', 'Your account has new recovery codes; the former ones have ended'),
  )

export const tellFactorOn = (req: PayloadRequest, account: Account): Promise<void> =>
  tell(req, account, 'factor-on', saying('您的账号已启用两步验证', 'Your account now asks for a second factor'))

export const tellFactorOff = (req: PayloadRequest, account: Account): Promise<void> =>
  tell(req, account, 'factor-off', saying('您的账号已停用两步验证', 'Your account no longer asks for a second factor'))

export const tellFactorReset = (req: PayloadRequest, account: Account): Promise<void> =>
  tell(req, account, 'factor-reset', saying('管理员重置了您的两步验证', 'An administrator took away the second factor of your account', { zh: '您可以重新设置。', en: 'You may set up another one.' })) // prettier-ignore

export const tellKeyMade = (req: PayloadRequest, account: Account): Promise<void> =>
  tell(req, account, 'api-key', saying('您的账号新增了一个程序密钥', 'An API key was made for your account'))
