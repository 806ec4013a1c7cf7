import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { enqueue } from '@/src/db/enqueue'
import { inTransaction } from '@/src/db/transaction'

import { startApp, type TestApp } from '../support/app'
import { type Factory, openFactory } from '../support/story'

let app: TestApp
let factory: Factory
let runner: typeof import('@/src/server/jobs/runner')
let runDueJobs: (typeof import('../support/runDueJobs'))['runDueJobs']
let tasks: Record<string, import('@/src/server/jobs/task').JobTask>

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'fatal' } })
  factory = await openFactory(app)
  runner = await import('@/src/server/jobs/runner')
  ;({ runDueJobs } = await import('../support/runDueJobs'))
  ;({ tasks } = await import('@/src/server/jobs/tasks'))
})
afterAll(() => app.close())

const put = async (task: string): Promise<void> => {
  const req = await createLocalReq({}, app.payload)
  await inTransaction(req, () => enqueue({ req, task, payload: {}, key: task }))
}

test('what runs by the clock exists: the nightly tidying, the reminder of late reviews, the morning mail', async () => {
  const { schedule } = await import('@/src/server/jobs/schedule')
  expect(schedule.map(({ task }) => task)).toEqual(expect.arrayContaining(['dailyDigest', 'reviewReminder', 'tidyUp']))
  expect(schedule.filter(({ task }) => tasks[task] === undefined)).toEqual([])
})

test('R-10: the queue reminds of a review past its deadline, once, and leaves one in time alone', async () => {
  await factory.settings('order-settings', { reviewRequired: true })
  const pmc = await factory.person(['pmc'])
  const item = (await factory.item({ availabilityMode: 'off' })).id
  const customer = (await factory.customer()).id
  const late = await factory.order(customer, [{ item, qty: 1 }])
  const inTime = await factory.order(customer, [{ item, qty: 1 }])
  for (const { id } of [late, inTime]) await factory.verb('orders', id, 'submit')
  const { pool } = app.payload.db as unknown as { pool: { query: (text: string, values: unknown[]) => Promise<unknown> } }
  await pool.query("update order_reviews set due_at = now() - interval '1 hour' where order_id = $1", [late.id])

  for (let round = 1; round <= 2; round += 1) {
    await put('reviewReminder')
    await runDueJobs({ payload: app.payload })
  }
  const { body } = await app.api.get('/notifications?sort=id&depth=0', { token: pmc.token })
  expect(body.docs.filter(({ kind }: { kind: string }) => kind === 'reviewOverdue')).toHaveLength(1)
  expect((await factory.read('orders', late.id)).status).toBe('inReview')
})

test('stopping finishes the job that is running', async () => {
  const told: string[] = []
  tasks.slow = async () => {
    told.push('begun')
    await pause(800)
    told.push('done')
  }
  try {
    const jobs = await runner.startJobs({ payload: app.payload, concurrency: 1 })
    await put('slow')
    while (told.length === 0) await pause(20)
    await jobs.stop()
    expect(told).toEqual(['begun', 'done'])
  } finally {
    delete tasks.slow
  }
})
