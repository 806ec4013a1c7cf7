import type { EmailAdapter } from 'payload'

import { env } from '@/src/env/env'
import { deliver } from './deliver'

/** Payload's own mails (password reset) go the way all mails go: SMTP, or .eml files. */
export const email: EmailAdapter = () => ({
  name: 'gendan',
  defaultFromName: 'Gendan',
  defaultFromAddress: /<([^>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM,
  sendEmail: async (message) => deliver({ ...message, from: message.from ?? env.MAIL_FROM }),
})
