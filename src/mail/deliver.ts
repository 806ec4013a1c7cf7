import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'

import { env } from '@/src/env/env'

/** `name` names the .eml file, so that a mail delivered twice is one file. */
export type Mail = SendMailOptions & { name?: string }

let transport: Transporter | undefined // a connection, not a state: every node has its own

/** A server that takes one byte a minute never times out by itself. Shorter than the claim on a mail (`src/db/outbox`). */
const LONGEST = 180_000

function inTime<Result>(sending: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the mail server did not take it within ${LONGEST / 1000} seconds`)), LONGEST)
  })
  return Promise.race([sending, late]).finally(() => clearTimeout(timer))
}

/**
 * Hands a mail to the SMTP server, or writes it as .eml under DATA_DIR/mail when there is none. Throws when it was not taken.
 * Returns the message id, or the path of the file.
 */
export async function deliver({ name, ...message }: Mail): Promise<string> {
  const mail = { from: env.MAIL_FROM, ...message }
  if (env.SMTP_URL) {
    transport ??= createTransport({ url: env.SMTP_URL, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 })
    const sent = (await inTime(transport.sendMail(mail))) as { messageId: string }
    return sent.messageId
  }
  const composed = (await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(mail)) as {
    message: Buffer
    messageId: string
  }
  const folder = path.join(env.DATA_DIR, 'mail')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${(name ?? composed.messageId).replace(/[^\w.@-]+/g, '_').slice(0, 150)}.eml`)
  await writeFile(`${file}.${process.pid}`, composed.message, { mode: 0o600 })
  await rename(`${file}.${process.pid}`, file)
  return file
}
