import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { enqueue } from '@/src/db/enqueue'
import { inTransaction } from '@/src/db/transaction'

import { startApp, type TestApp } from '../support/app'
import { startMailServer } from '../support/mailServer'

/** A mail server that takes what it is given, except for one address. */
let mailServer: Awaited<ReturnType<typeof startMailServer>>
let app: TestApp
const taken: string[] = []

beforeAll(async () => {
  mailServer = await startMailServer({
    answer: (line) => (line.startsWith('RCPT TO:<nobody@') ? '550 no such person here' : undefined),
    heard: (line) => void taken.push(line),
  })
  app = await startApp({
    environment: { LOG_LEVEL: 'fatal', SMTP_URL: mailServer.url, MAIL_FROM: '跟单 <gendan@example.com>' },
  })
})
afterAll(async () => {
  await app.close()
  await mailServer.close()
})

const send = async (key: string, to: string): Promise<number> => {
  const req = await createLocalReq({}, app.payload)
  return inTransaction(req, async () => {
    const data = { key, to, subject: '订单待评审', text: '请评审', language: 'zh', status: 'queued', attempts: 0 }
    const mail = await req.payload.create({ collection: 'outbox', data: data as never, depth: 0, overrideAccess: true, req })
    await enqueue({ req, task: 'sendMail', payload: { outbox: mail.id }, key })
    return Number(mail.id)
  })
}

test('mails go to the mail server; what it refuses is told in the outbox', async () => {
  const [good, bad] = [await send('good', 'chen@example.com'), await send('bad', 'nobody@example.com')]
  const { runDueJobs } = await import('../support/runDueJobs')
  await runDueJobs({ payload: app.payload })
  const fate = (id: number) => app.payload.findByID({ collection: 'outbox', id, depth: 0, overrideAccess: true })
  expect(await fate(good)).toMatchObject({ status: 'sent', attempts: 1 })
  expect(await fate(bad)).toMatchObject({ status: 'queued', attempts: 1, lastError: expect.stringContaining('no such person here') })
  expect(taken).toContain('To: chen@example.com')
  expect(taken.filter((line) => /^Message-ID: <[0-9a-f]{32}@gendan>/i.test(line))).toHaveLength(1)
})
