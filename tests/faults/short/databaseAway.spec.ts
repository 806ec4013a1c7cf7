import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'

import { databaseState, poolFigures } from '@/src/db/health'

import type { Refused } from '../../support/answers'
import { type ApiAnswer, startApp, type TestApp } from '../../support/app'
import { done, type Factory, openFactory } from '../../support/story'
import { type Line, lineTo } from '../support/line'

let app: TestApp
let f: Factory
let line: Line
let order: { id: number; version: number }
let customer: { id: number }

beforeAll(async () => {
  app = await startApp({
    environment: { LOG_LEVEL: 'silent' },
    through: async (url) => (line = await lineTo(url)).url,
  })
  f = await openFactory(app)
  customer = await f.customer({ name: '佛山新光' })
  const item = await f.item({ availabilityMode: 'off' })
  order = done(
    await f.api.post('/orders', {
      token: f.boss.token,
      body: { customer: customer.id, lines: [{ item: item.id, qty: 1, price: 10, schedule: [{ date: '2026-12-01', qty: 1 }] }] },
    }),
  )
}, 180_000)
afterEach(() => line.set('open'))
afterAll(async () => {
  await app.close()
  await line.close()
})

/** Straight to the database, past the line. */
const direct = async (text: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: app.database.url, options: '-c default_transaction_read_only=off' })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const requests: Array<[string, () => Promise<ApiAnswer<Refused>>]> = [
  ['a list', () => f.api.get('/orders?limit=5', { token: f.boss.token })],
  ['a document', () => f.api.get(`/orders/${order.id}`, { token: f.boss.token })],
  ['who am I', () => f.api.get('/users/me', { token: f.boss.token })],
  ['a question', () => f.api.get(`/credit/customers/${customer.id}`, { token: f.boss.token })],
  ['a sheet', () => f.api.get(`/orders/${order.id}/print`, { token: f.boss.token })],
  ['a save', () => f.api.patch(`/orders/${order.id}`, { token: f.boss.token, body: { version: order.version, remark: 'lost' } })],
  ['a verb', () => f.api.post(`/orders/${order.id}/submit`, { token: f.boss.token, body: { version: order.version } })],
  ['settings', () => f.api.post('/globals/company', { token: f.admin.token, body: { phone: 'lost' } })],
  ['logging in', () => f.api.post('/users/login', { body: { email: f.boss.email, password: 'whatever' } })],
]

const told = (answer: ApiAnswer<Refused>) => ({
  status: answer.status,
  retry: answer.headers.get('retry-after'),
  says: answer.body.errors?.[0]?.message,
})
/** A connection that was cut may lie in the pool until it is used: who is told 503 asks again, at most once for each of them. */
const served = async (ask: () => Promise<ApiAnswer>): Promise<ApiAnswer> => {
  let answer = await ask()
  for (let connections = 0; answer.status === 503 && connections < 20; connections += 1) answer = await ask()
  return answer
}
const asItWas = async (): Promise<void> => {
  expect(done(await served(() => f.api.get(`/orders/${order.id}?depth=0`, { token: f.boss.token })))).toMatchObject({
    version: order.version,
    status: 'draft',
    remark: null,
  })
}

describe('while the database cannot be reached', () => {
  test.each(requests)('%s is answered with 503, when to come again, and that nothing was saved', async (_name, ask) => {
    line.set('dead')
    expect(told(await ask())).toEqual({ status: 503, retry: '5', says: expect.stringMatching(/什么都没有保存|nothing was saved/) })
    expect(await databaseState({ payload: app.payload })).toBe('unreachable')
  })

  test('and as soon as it is back everything goes on, and nothing has changed', async () => {
    await asItWas()
    expect(await databaseState({ payload: app.payload })).toBe('ready')
  })
})

test('connections that are cut under many requests at once: each is answered with 200 or 503, never as if nobody were logged in', async () => {
  const asked = Array.from({ length: 30 }, () => f.api.get('/orders?limit=50&depth=1', { token: f.boss.token }))
  line.set('dead')
  line.set('open')
  expect((await Promise.all(asked)).map(({ status }) => status).filter((status) => status !== 200 && status !== 503)).toEqual([])
})

test('a connection on which no transaction could begin is given back', async () => {
  const { db } = app.payload
  const open = () => Promise.all(Array.from({ length: 5 }, () => db.beginTransaction()))
  for (const id of await open()) if (id !== null) await db.rollbackTransaction(id)
  line.set('silent') // they say BEGIN and hear nothing
  const beginning = Promise.allSettled(Array.from({ length: 5 }, () => db.beginTransaction()))
  line.set('dead')
  expect((await beginning).map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'))
  line.set('open')
  const { total, idle } = poolFigures({ payload: app.payload })
  expect(total - idle).toBe(0)
})

describe('a database that may only be read', () => {
  const only = async (on: boolean): Promise<void> => {
    await direct(
      `alter database ${app.database.name} ${on ? 'set default_transaction_read_only = on' : 'reset default_transaction_read_only'}`,
    )
    line.set('open') // new connections
  }
  afterAll(() => only(false))

  test('is known as such, reads go on, a save says what is the matter', async () => {
    await only(true)
    expect(await databaseState({ payload: app.payload })).toBe('readOnly')
    expect((await served(() => f.api.get('/orders?limit=5', { token: f.boss.token }))).status).toBe(200)
    expect(
      told(
        await f.api.patch(`/orders/${order.id}`, { token: f.boss.token, language: 'en', body: { version: order.version, remark: 'lost' } }),
      ),
    ).toEqual({ status: 503, retry: '5', says: expect.stringMatching(/can only be read.*nothing was saved/) })
    await only(false)
    await asItWas()
  })
})

/** A table that has no room left, for as long as `work` takes. */
async function withoutRoom(table: string, on: 'insert' | 'update', work: () => Promise<void>): Promise<void> {
  await direct(`create function no_room() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
    create trigger no_room before ${on} on ${table} for each row execute function no_room()`)
  try {
    await work()
  } finally {
    await direct(`drop trigger no_room on ${table}; drop function no_room()`)
  }
}

const noRoom = expect.stringMatching(/no room left.*nothing was saved/) as unknown

describe('a full disk', () => {
  afterEach(asItWas)

  test('is told as such, to whoever saves and to whoever asks how the server is', () =>
    withoutRoom('orders', 'update', async () => {
      const body = { version: order.version, remark: 'lost' }
      const saved = await f.api.patch(`/orders/${order.id}`, { token: f.boss.token, language: 'en', body })
      expect(told(saved)).toEqual({ status: 503, retry: '5', says: noRoom })
      expect(await databaseState({ payload: app.payload })).toBe('full')
    }))

  test('and to whoever presses a verb on many: each of them says so', () =>
    withoutRoom('orders', 'update', async () => {
      const body = { ids: [order.id] }
      const pressed = done(await f.api.post('/orders/bulk/submit', { token: f.boss.token, language: 'en', body }))
      expect(pressed.results).toEqual([{ id: order.id, ok: false, status: 503, errors: [{ name: 'Unavailable', message: noRoom }] }])
    }))

  test('under the audit log keeps nobody from hearing why he was refused', () =>
    withoutRoom('audit_log', 'insert', async () => {
      const tried = { language: 'en' as const, body: { version: order.version } }
      const early = await f.api.post(`/orders/${order.id}/approve`, { ...tried, token: f.boss.token })
      expect(told(early)).toMatchObject({ status: 409, says: expect.stringMatching(/./) })
      const another = await f.api.post('/credit-limits', { ...tried, token: f.clerk.token })
      expect(told(another)).toMatchObject({ status: 403, says: expect.stringMatching(/./) })
      const unknown = await f.api.post('/users/login', { body: { email: f.boss.email, password: 'whatever' } })
      expect(told(unknown).status).toBe(503)
    }))
})
