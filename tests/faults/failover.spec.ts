import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { databaseState, poolFigures } from '@/src/db/health'
import { inSnapshot } from '@/src/db/transaction'

import { startApp, type TestApp } from '../support/app'
import { type Factory, openFactory } from '../support/story'
import { buildTemplate } from '../support/testServer'
import { type Cluster, missingPrograms, startCluster } from './support/patroni'

const missing = missingPrograms()
if (missing.length > 0)
  process.stderr.write(
    `not installed (Debian: apt-get install patroni etcd-server haproxy postgresql): ${missing.join(', ')}; no fail-over was tried\n`,
  )
const underPatroni = missing.length === 0 ? describe : describe.skip

/** People who save all the time. */
const WRITERS = 4

type Saved = { key: string; id: number; at: number }

/** Orders saved by several people until told to stop. A save that is not answered with yes or no is sent again under its key, as a screen does. */
function keepSaving(f: Factory, where: { customers: readonly number[]; item: number }) {
  const saved: Saved[] = []
  const answered: number[] = []
  let going = true
  const write = async (writer: number): Promise<void> => {
    for (let count = 1; going; count += 1) {
      const key = `order ${writer}/${count} of ${where.item}`
      for (let settled = false; !settled;) {
        const answer = await f.api.post('/orders?depth=0', {
          token: f.boss.token,
          headers: { 'Idempotency-Key': key },
          body: { customer: where.customers[writer], remark: key, lines: [{ item: where.item, qty: 1, price: 10 }] },
        })
        settled = answer.status < 300
        if (settled) saved.push({ key, id: answer.body.doc.id, at: performance.now() })
        else {
          answered.push(answer.status)
          if (!going) return // it may have been kept; it was not acknowledged
          await pause(200)
        }
      }
    }
  }
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
  return {
    saved,
    answered,
    stop: async () => {
      going = false
      await writing
    },
  }
}

/** The longest time in which nobody's save was acknowledged, in milliseconds. */
const longestGap = (saved: readonly Saved[]): number =>
  Math.max(...saved.map(({ at }, index) => (index === 0 ? 0 : at - (saved[index - 1]?.at ?? at))))

underPatroni('two nodes under Patroni, synchronous', () => {
  let cluster: Cluster
  let app: TestApp
  let f: Factory
  let customers: number[]
  let item: number

  beforeAll(async () => {
    cluster = await startCluster()
    await cluster.whole()
    Object.assign(process.env, { TEST_SERVER_URL: cluster.url, TEST_TEMPLATE: 'gendan_template' })
    await buildTemplate(cluster.url, 'gendan_template')
    app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
    f = await openFactory(app)
    item = (await f.item({ availabilityMode: 'off' })).id
    customers = await Promise.all(Array.from({ length: WRITERS }, async () => (await f.customer()).id))
  }, 300_000)
  afterAll(async () => {
    await app.close()
    await cluster.end()
  }, 120_000)

  const enough = async (saved: readonly Saved[], more: number): Promise<void> => {
    for (const from = saved.length; saved.length < from + more;) await pause(50)
  }

  /** What became of the orders: each acknowledged one is there, once, and no number was given twice. */
  const accounted = async (saved: readonly Saved[]): Promise<void> => {
    const { docs } = await app.payload.find({
      collection: 'orders',
      pagination: false,
      depth: 0,
      overrideAccess: true,
      select: { no: true, remark: true },
    })
    const byId = new Map(docs.map(({ id, remark }) => [Number(id), remark]))
    expect(saved.filter(({ id, key }) => byId.get(id) !== key)).toEqual([])
    const remarks = docs.map(({ remark }) => remark)
    expect(new Set(remarks).size).toBe(remarks.length)
    expect(new Set(docs.map(({ no }) => no)).size).toBe(docs.length)
  }

  const events: Array<[string, (now: { leader: 'a' | 'b'; follower: 'a' | 'b' }) => Promise<void> | void]> = [
    ['the leading database is killed', ({ leader }) => cluster.killPostgres(leader)],
    ['leadership is handed over in order', ({ leader, follower }) => cluster.switchOver(leader, follower)],
    ['the leading machine is gone, with everything on it', ({ leader }) => cluster.killNode(leader)],
  ]
  test.each(events)(
    '%s: nothing acknowledged is lost, nothing is twice, and saves go on',
    async (what, strike) => {
      const now = await cluster.whole()
      const load = keepSaving(f, { customers, item })
      try {
        await enough(load.saved, 20)
        await strike(now)
        // the other leads, and everybody goes on with it
        for (;;) {
          const leads = (await cluster.members()).some(
            ({ name, role, state }) => name === now.follower && role === 'leader' && state === 'running',
          )
          if (leads) break
          await pause(100)
        }
        await enough(load.saved, 20)
      } finally {
        await load.stop()
      }
      process.stdout.write(
        `${what}: saves went on after ${(longestGap(load.saved) / 1000).toFixed(1)} s; ${load.saved.length} acknowledged\n`,
      )
      expect(load.answered.filter((status) => status !== 503)).toEqual([])
      await accounted(load.saved)
      expect(await databaseState({ payload: app.payload })).toBe('ready')
      const { total, idle } = poolFigures({ payload: app.payload })
      expect(total - idle).toBe(0) // no connection stays taken
      if (what.includes('machine')) cluster.startNode(now.leader)
      await cluster.whole() // the former leader follows the new one
      await accounted(load.saved)
    },
    300_000,
  )

  test('the books agree with their documents', async () => {
    const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
    const req = await createLocalReq({}, app.payload)
    expect(await inSnapshot(req, () => verifyLedgers(req))).toEqual([])
  }, 120_000)
})
