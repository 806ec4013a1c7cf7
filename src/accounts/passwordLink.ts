import { createHash, createHmac } from 'node:crypto'

import type { Payload, PayloadRequest } from 'payload'

import { closeLinks, type LinkPurpose, openLink, useLink } from '@/src/db/accounts/links'
import { enqueue } from '@/src/db/enqueue'
import { linkTo } from '@/src/env/linkTo'
import { inLanguages } from '@/src/domain/words/words'

/** What stands in the outbox where the link will stand in the mail: what is kept there opens nothing. */
export const linkMark = '[link]'
export const linkSlug = 'account-links'

const minutes: Readonly<Record<LinkPurpose, number>> = { reset: 60, invite: 7 * 24 * 60 }

/** The secret of a link follows from its id and the secret of the house: it is nowhere kept, and a mail sent again is the same mail. */
const tokenOf = ({ secret }: Pick<Payload, 'secret'>, id: string): string =>
  createHmac('sha256', secret).update(`account link ${id}`).digest('base64url')
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The address behind a link. The secret stands after the #, where neither a server nor a proxy writes it down. */
export const addressOf = (payload: Pick<Payload, 'secret'>, id: string): string => linkTo(`/set-password#${tokenOf(payload, id)}`)

const letters: Readonly<Record<LinkPurpose, Record<'zh' | 'en', { subject: string; text: string }>>> = {
  reset: inLanguages({
    subject: { zh: '重设跟单密码', en: 'Set a new password for Gendan' },
    text: {
      zh: `有人要求重设此邮箱的跟单账号密码。请在一小时内打开以下链接设置新密码（只能使用一次）：\n\n${linkMark}\n\n若不是您本人要求，请忽略本邮件，密码不会改变。`,
      en: `Somebody asked to set a new password for the Gendan account of this address. Open this link within an hour; it works once:\n\n${linkMark}\n\nIf that was not you, ignore this mail: nothing changes.`,
    },
  }),
  invite: inLanguages({
    subject: { zh: '邀请您使用跟单', en: 'Your account on Gendan' },
    text: {
      zh: `已为您开通跟单账号。请在七天内打开以下链接设置密码（只能使用一次）：\n\n${linkMark}\n\n之后用此邮箱登录：${linkTo('')}`,
      en: `An account was made for you on Gendan. Open this link within seven days to choose your password; it works once:\n\n${linkMark}\n\nAfterwards log in with this address: ${linkTo('')}`,
    },
  }),
}

type Owner = { id: number; email: string; language?: 'zh' | 'en' | null }

/** Sends a person the link by which he sets his password, in the transaction of the request. Earlier links end with it. */
export async function sendPasswordLink({ req, to, purpose }: { req: PayloadRequest; to: Owner; purpose: LinkPurpose }): Promise<void> {
  const { payload } = req
  const id = crypto.randomUUID()
  await openLink({ req, id, user: to.id, purpose, tokenHash: hashOf(tokenOf(payload, id)), minutes: minutes[purpose] })
  const language = to.language === 'en' ? 'en' : 'zh'
  const key = `${purpose}-${id}`
  const mail = await payload.create({
    collection: 'outbox',
    data: {
      key,
      to: to.email,
      ...letters[purpose][language],
      language,
      status: 'queued',
      attempts: 0,
      relatedSlug: linkSlug,
      relatedId: id,
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await enqueue({ req, task: 'sendMail', payload: { outbox: mail.id }, key })
}

/** Whose password a link sets; the link is used up with the transaction. Null: used, out of date, or none. */
export const userOfLink = (req: PayloadRequest, token: string): Promise<number | null> => useLink({ req, tokenHash: hashOf(token) })

/** Links that are on their way open nothing any more. */
export const endLinks = (req: PayloadRequest, user: number): Promise<void> => closeLinks({ req, user })
