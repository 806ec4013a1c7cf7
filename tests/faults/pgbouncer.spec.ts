import { writeFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { createLocalReq } from 'payload'

import { migrateDatabase } from '@/src/db/migrate'
import { migrations } from '@/src/db/migrations'
import { isPooled, meetDatabase } from '@/src/db/pooler'
import { inSnapshot } from '@/src/db/transaction'

import { startApp, type TestApp } from '../support/app'
import { createTestDatabase } from '../support/database'
import { done, type Factory, openFactory } from '../support/story'
import { eventually, freePort, hasProgram, openFolder, type Program, startProgram } from './support/programs'

const there = hasProgram('pgbouncer')
if (!there) process.stderr.write('pgbouncer is not installed (Debian: apt-get install pgbouncer): nothing behind a pooler was tried\n')
const behindPooler = there ? describe : describe.skip

/** Server connections of each pooler: fewer than the application opens, so that they are handed about. */
const CONNECTIONS = 6

type Pooler = { through: (url: string) => string; end: () => Promise<void> }

async function startPooler(mode: 'transaction' | 'statement'): Promise<Pooler> {
  const folder = openFolder('pgbouncer')
  const port = await freePort()
  const server = new URL(process.env.TEST_SERVER_URL ?? '')
  const file = path.join(folder, 'pgbouncer.ini')
  writeFileSync(
    file,
    `[databases]
* = host=${server.hostname} port=${server.port} user=${server.username} password=${server.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
default_pool_size = ${CONNECTIONS}
max_client_conn = 200
`,
  )
  const program: Program = startProgram({ name: 'pgbouncer', args: [file], cwd: folder })
  return {
    through: (url) => Object.assign(new URL(url), { port: String(port), hostname: '127.0.0.1' }).href,
    end: async () => {
      await program.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

behindPooler('PgBouncer in transaction mode', () => {
  let pooler: Pooler
  let app: TestApp
  let f: Factory

  beforeAll(async () => {
    pooler = await startPooler('transaction')
    const ready = new pg.Pool({ connectionString: pooler.through(process.env.TEST_SERVER_URL ?? '') })
    ready.on('error', () => undefined)
    await eventually(() => ready.query('select 1'))
    await ready.end()
    app = await startApp({
      environment: { LOG_LEVEL: 'silent', LOCK_WAIT: '2', DATABASE_POOL: '20' },
      through: (url) => Promise.resolve(pooler.through(url)),
    })
    f = await openFactory(app)
  }, 180_000)
  afterAll(async () => {
    await app.close()
    await pooler.end()
  })

  const direct = async (text: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: app.database.url })
    await client.connect()
    try {
      return (await client.query(text)).rows
    } finally {
      await client.end()
    }
  }

  test('is met as what it is, and the database itself as itself', async () => {
    expect(await isPooled(pooler.through(app.database.url))).toBe(true)
    expect(await isPooled(app.database.url)).toBe(false)
  })

  test('twenty people at once go from order to invoice over six connections, and the books agree', async () => {
    const customers = await Promise.all(Array.from({ length: 20 }, () => f.customer()))
    const items = await Promise.all(Array.from({ length: 5 }, () => f.item()))
    for (const { id } of items) await f.receive({ item: id, qty: 100 })
    await Promise.all(
      customers.map(async ({ id }, at) => {
        const order = await f.approvedOrder(id, [{ item: items[at % 5]?.id ?? 0, qty: 2, price: 10 }])
        const delivery = await f.create('orders', order.id, 'create-delivery', {})
        await f.verb('deliveries', delivery.id, 'approve', { version: delivery.version })
        const invoice = await f.create('deliveries', delivery.id, 'create-invoice', {})
        await f.verb('invoices', invoice.id, 'approve', { version: invoice.version })
      }),
    )
    const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
    const req = await createLocalReq({}, app.payload)
    expect(await inSnapshot(req, () => verifyLedgers(req))).toEqual([])
    const [{ invoices }] = (await direct(`select count(*)::int as invoices from invoices where status = 'approved'`)) as [
      { invoices: number },
    ]
    expect(invoices).toBe(20)
  }, 300_000)

  test('whoever waits for a lock is refused in time, and nothing of it stays on the connection for the next', async () => {
    const customer = await f.customer()
    const item = await f.item({ availabilityMode: 'off' })
    const order = done(await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 10 }], f.boss))
    const holder = new pg.Client({ connectionString: app.database.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query('select id from orders where id = $1 for update', [order.id])
    const refused = await f.api.patch(`/orders/${order.id}`, {
      token: f.boss.token,
      language: 'en',
      body: { version: order.version, remark: 'x' },
    })
    expect([refused.status, refused.body.errors[0].message]).toEqual([409, expect.stringMatching(/Somebody else is working/)])
    await holder.query('rollback')
    await holder.end()
    const client = new pg.Client({ connectionString: pooler.through(app.database.url) })
    await client.connect()
    expect((await client.query('show lock_timeout')).rows).toEqual([{ lock_timeout: '0' }])
    await client.end()
  })

  test('jobs run, although nobody is told of them', async () => {
    const { startJobs } = await import('@/src/server/jobs/runner')
    const key = 'through-the-pooler'
    await direct(`select graphile_worker.add_job('tidyUp', '{}'::json, job_key => '${key}')`)
    const jobs = await startJobs({ payload: app.payload, concurrency: 2 })
    await eventually(async () => {
      if ((await direct(`select 1 from graphile_worker.jobs where key = '${key}'`)).length > 0) throw new Error('still there')
    })
    await jobs.stop()
  }, 60_000)

  test('two servers that start together migrate one after the other, and no lock is left on a connection', async () => {
    const empty = await createTestDatabase({ empty: true })
    const connectionString = pooler.through(empty.url)
    await Promise.all([1, 2].map(() => migrateDatabase({ connectionString, logLevel: 'silent' })))
    await migrateDatabase({ connectionString, logLevel: 'silent' })
    const client = new pg.Client({ connectionString: empty.url })
    await client.connect()
    expect((await client.query('select count(*)::int as done from payload_migrations where batch >= 0')).rows).toEqual([
      { done: migrations.length },
    ])
    const locks = `select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
    expect((await client.query(locks)).rows).toEqual([])
    await client.end()
    await empty.drop()
  }, 180_000)

  test('kept plans are refused where the pooler loses them; statement mode is refused in words', async () => {
    const connectionString = pooler.through(app.database.url)
    expect(await meetDatabase({ connectionString, prepared: 'auto' })).toEqual({ pooled: true, prepared: false })
    await expect(meetDatabase({ connectionString, prepared: 'on' })).rejects.toThrow(/keeps no prepared statements/)
    const statements = await startPooler('statement')
    try {
      await expect(
        eventually(async () => {
          const url = statements.through(app.database.url)
          return meetDatabase({ connectionString: url, prepared: 'auto' }).catch((error: Error) => {
            if (/ECONNREFUSED/.test(error.message)) throw error
            return error.message
          })
        }),
      ).resolves.toMatch(/set pool_mode = transaction/)
    } finally {
      await statements.end()
    }
  })
})
