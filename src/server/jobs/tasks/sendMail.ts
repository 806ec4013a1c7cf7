import { createHash } from 'node:crypto'

import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { addressOf, linkMark, linkSlug } from '@/src/accounts/passwordLink'
import { claimMail, markFailed, markSent, type QueuedMail } from '@/src/db/outbox'
import { inTransaction } from '@/src/db/transaction'

import { deliver } from '@/src/mail/deliver'
import type { JobTask } from '../task'

/** The link of a mail is put in as it goes out: nobody who reads the outbox opens it. */
const withLink = (payload: Pick<Payload, 'secret'>, { text, relatedSlug, relatedId }: QueuedMail): string =>
  relatedSlug === linkSlug && relatedId ? (text ?? '').replaceAll(linkMark, addressOf(payload, relatedId)) : (text ?? '')

/**
 * Sends one mail of the outbox and writes down its fate. It is claimed and the claim committed before it is sent, and no transaction is open
 * meanwhile: however slow the mail server is, nobody else sends it and nothing is rolled back. A mail whose sender died between sending and
 * writing goes out once more when the claim has run out, with the same Message-ID, by which mail programs know it.
 */
export const sendMail: JobTask = async ({ payload, input, last }) => {
  const id = Number(input.outbox)
  const committed = async <Result>(work: (req: PayloadRequest) => Promise<Result>): Promise<Result> => {
    const req = await createLocalReq({}, payload)
    return inTransaction(req, () => work(req))
  }
  const mail = await committed((req) => claimMail({ req, id }))
  if (mail === null) return
  if (mail === 'busy') throw new Error('this mail is being sent by another process, or was when that ended')
  const failure = await deliver({
    to: mail.to,
    ...(mail.cc ? { cc: mail.cc } : {}),
    ...(mail.bcc ? { bcc: mail.bcc } : {}),
    subject: mail.subject,
    text: withLink(payload, mail),
    ...(mail.html ? { html: mail.html } : {}),
    attachments: (mail.attachments ?? []).map(({ filename, contentType, base64 }) => ({
      filename,
      contentType,
      content: base64,
      encoding: 'base64',
    })),
    messageId: `<${createHash('sha256').update(mail.key).digest('hex').slice(0, 32)}@gendan>`,
    name: mail.key,
  }).then(
    () => null,
    (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
  )
  await committed((req) => (failure ? markFailed({ req, id, error: failure.message, last }) : markSent({ req, id })))
  if (failure) throw failure // the fate is written; the queue tries again later
}
