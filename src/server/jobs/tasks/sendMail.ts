import { createHash } from 'node:crypto'

import { createLocalReq } from 'payload'

import { markFailed, markSent, takeMail } from '@/src/db/outbox'
import { inTransaction } from '@/src/db/transaction'

import { deliver } from '@/src/mail/deliver'
import type { JobTask } from '../task'

/**
 * Sends one mail of the outbox and writes down its fate. A mail that is marked as sent is not sent again; after a crash between
 * sending and marking it goes out once more, with the same Message-ID, by which mail programs know it.
 */
export const sendMail: JobTask = async ({ payload, input, last }) => {
  const id = Number(input.outbox)
  const req = await createLocalReq({}, payload)
  const failure = await inTransaction(req, async () => {
    const mail = await takeMail({ req, id })
    if (!mail) return null
    const messageId = `<${createHash('sha256').update(mail.key).digest('hex').slice(0, 32)}@gendan>`
    const error = await deliver({
      to: mail.to,
      subject: mail.subject,
      text: mail.text ?? '',
      ...(mail.html ? { html: mail.html } : {}),
      attachments: (mail.attachments ?? []).map(({ filename, contentType, base64 }) => ({
        filename,
        contentType,
        content: base64,
        encoding: 'base64',
      })),
      messageId,
      name: mail.key,
    }).then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
    )
    if (error) await markFailed({ req, id, error: error.message, last })
    else await markSent({ req, id })
    return error
  })
  if (failure) throw failure // the fate is written; the queue tries again later
}
