import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { PostgresAdapter } from '@payloadcms/db-postgres/types'

import { enqueue } from '@/src/db/enqueue'
import { forgetWorkers, releaseJobsOfTheDead, seeWorkers } from '@/src/db/jobWorkers'
import { inTransaction } from '@/src/db/transaction'

import { startApp, type TestApp } from '../../support/app'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
}, 180_000)
afterAll(() => app.close())

const pool = () => (app.payload.db as unknown as PostgresAdapter).pool

/** A job that `worker` took five minutes ago and has said nothing about since. */
async function heldBy(worker: string): Promise<string> {
  const req = await createLocalReq({}, app.payload)
  const key = `held-by-${worker}`
  await inTransaction(req, () => enqueue({ req, task: 'tidyUp', payload: {}, key }))
  await pool().query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '5 minutes', attempts = 1 where key = $2`,
    [worker, key],
  )
  return key
}
const holderOf = async (key: string): Promise<string | null> =>
  (await pool().query<{ locked_by: string | null }>('select locked_by from graphile_worker.jobs where key = $1', [key])).rows[0]
    ?.locked_by ?? null

test('a job belongs to its worker as long as that is seen; the job of a worker that died is given to the others', async () => {
  const alive = await heldBy('worker-alive')
  const dead = await heldBy('worker-dead')
  await seeWorkers({ pool: pool(), ids: ['worker-alive', 'worker-dead'] })
  expect(await releaseJobsOfTheDead({ pool: pool() })).toBe(0)

  await pool().query(`update job_workers set seen_at = now() - interval '2 minutes' where id = 'worker-dead'`)
  expect(await releaseJobsOfTheDead({ pool: pool() })).toBe(1)
  expect([await holderOf(alive), await holderOf(dead)]).toEqual(['worker-alive', null])

  await forgetWorkers({ pool: pool(), ids: ['worker-alive'] })
  expect(await releaseJobsOfTheDead({ pool: pool() })).toBe(1)
  expect(await holderOf(alive)).toBeNull()
})

test('a server takes over, within its first beat, what one that died has left, and does it', async () => {
  const { startJobs } = await import('@/src/server/jobs/runner')
  const key = await heldBy('worker-of-a-dead-server')
  const seen = async () => (await pool().query(`select id from job_workers where seen_at > now() - interval '1 minute'`)).rows
  const jobs = await startJobs({ payload: app.payload, concurrency: 2 })
  try {
    const left = async () => (await pool().query('select 1 from graphile_worker.jobs where key = $1', [key])).rows.length
    for (let tries = 0; tries < 200 && (await left()) > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await left()).toBe(0)
    expect(await seen()).toHaveLength(4) // two for mails, two for the rest
  } finally {
    await jobs.stop()
  }
  expect(await seen()).toEqual([])
})
