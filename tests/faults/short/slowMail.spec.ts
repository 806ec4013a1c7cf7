import type { Socket } from 'node:net'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { postgresOf } from '@/src/db/postgres'
import { inTransaction } from '@/src/db/transaction'

import { startApp, type TestApp } from '../../support/app'
import { startMailServer } from '../../support/mailServer'

/** A mail server that says nothing more after it has been given a mail, until it is told to go on. */
let mailServer: Awaited<ReturnType<typeof startMailServer>>
let app: TestApp
const held: Socket[] = []
let received = 0
let everyone: () => void = () => undefined
const allGiven = new Promise<void>((resolve) => (everyone = resolve))
const MAILS = 5

beforeAll(async () => {
  mailServer = await startMailServer({
    taken: (socket) => {
      received += 1
      held.push(socket)
      if (received === MAILS) everyone()
    },
  })
  app = await startApp({ environment: { LOG_LEVEL: 'silent', SMTP_URL: mailServer.url } })
}, 180_000)
afterAll(async () => {
  await app.close()
  held.forEach((socket) => socket.destroy())
  await mailServer.close()
})

test('mails that a slow server has not acknowledged yet are sent once, however often their jobs run meanwhile', async () => {
  const { sendMail } = await import('@/src/server/jobs/tasks/sendMail')
  const req = await createLocalReq({}, app.payload)
  const ids = await inTransaction(req, async () => {
    const made: number[] = []
    for (let at = 0; at < MAILS; at += 1) {
      const data = {
        key: `slow-${at}`,
        to: 'chen@example.com',
        subject: '订单',
        text: '请评审',
        language: 'zh',
        status: 'queued' as const,
        attempts: 0,
      }
      made.push((await req.payload.create({ collection: 'outbox', data, depth: 0, overrideAccess: true, req })).id)
    }
    return made
  })
  const job = (outbox: number) => sendMail({ payload: app.payload, input: { outbox }, attempt: 1, last: false })
  const first = ids.map(job)
  await allGiven
  // no transaction is open while the server is silent, and whoever comes meanwhile leaves the mail alone
  const { rows } = await postgresOf(app.payload).pool.query(
    `select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  )
  expect(rows).toEqual([{ open: 0 }])
  const again = await Promise.allSettled([...ids, ...ids].map(job))
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set(['rejected']))
  held.forEach((socket) => socket.write('250 taken\r\n'))
  await Promise.all(first)
  await Promise.all(ids.map(job)) // and afterwards there is nothing left to do
  expect(received).toBe(MAILS)
  const { docs } = await app.payload.find({ collection: 'outbox', depth: 0, overrideAccess: true, pagination: false })
  expect(docs.map(({ status, attempts, claimedAt }) => ({ status, attempts, claimedAt }))).toEqual(
    ids.map(() => ({ status: 'sent', attempts: 1, claimedAt: null })),
  )
})
