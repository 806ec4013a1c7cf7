import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inSnapshot, inTransaction } from '@/src/db/transaction'
import { postgresOf } from '@/src/db/postgres'
import { chainAuditLog, verifyAuditLog } from '@/src/ledger/auditChain'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
  f = await openFactory(app)
}, 120_000)
afterAll(() => app.close())

type Line = { id: number; verb: string; slug: string; no: string | null; reason: string | null; client: string | null; changes: unknown }
const linesOf = async (where: string): Promise<Line[]> =>
  done(await app.api.get(`/audit-log?limit=100&sort=id&depth=0&${where}`, { token: f.admin.token })).docs
const verbs = async (where: string): Promise<string[]> => (await linesOf(where)).map(({ verb }) => verb)

test('a log-in that failed is on record, with the account that was tried and the address it came from', async () => {
  const from = { 'x-client-address': '203.0.113.7', 'x-forwarded-for': '6.6.6.6', 'user-agent': 'probe' }
  for (const email of [f.clerk.email, 'nobody@factory.example'])
    expect((await app.api.post('/users/login', { body: { email, password: 'wrong' }, headers: from })).status).toBe(401)
  await app.api.graphql('mutation { loginUser(email: "graph@factory.example", password: "wrong") { token } }')
  const lines = await linesOf('where[verb][equals]=login-failed')
  expect(lines.map(({ no }) => no)).toEqual([f.clerk.email, 'nobody@factory.example', 'graph@factory.example'])
  expect(lines[0]).toMatchObject({ slug: 'users', client: '203.0.113.7 probe', reason: 'AuthenticationError' })
})

test('known and unknown accounts are refused in the same words', async () => {
  const refusedAs = async (email: string) => (await app.api.post('/users/login', { body: { email, password: 'wrong' } })).body
  expect(await refusedAs('unknown@factory.example')).toEqual(await refusedAs(f.clerk.email))
})

test('steps that were refused, and whatever somebody has no right to, leave a line; trying out does not', async () => {
  const order = await f.order((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
  const rd = await f.person(['rd'])
  expect((await f.call('orders', order.id, 'approve', { dryRun: true }, f.clerk)).status).toBeGreaterThanOrEqual(400)
  const asClerk = await f.call('orders', order.id, 'approve', {}, f.clerk)
  expect(asClerk.status).toBeGreaterThanOrEqual(400)
  expect((await app.api.post('/globals/order-settings', { token: rd.token, body: { fourEyes: true } })).status).toBe(403)
  const bulk = await app.api.post('/orders/bulk/approve', { token: f.clerk.token, body: { ids: [order.id] } })
  expect(bulk.body.results[0].ok).toBe(false)
  const refused = await linesOf('where[verb][equals]=refused')
  expect(refused.map(({ slug, reason }) => [slug, reason])).toEqual([
    ['orders', codesOf(asClerk).join(', ')],
    ['order-settings', 'Forbidden'],
    ['orders', codesOf(asClerk).join(', ')],
  ])
})

test('prints, exports and price books, passwords and unlocking are on record; a password is not', async () => {
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
  expect((await app.api.get(`/orders/${order.id}/print`, { token: f.boss.token })).status).toBe(200)
  expect((await app.api.get(`/price-book?customer=${customer.id}`, { token: f.boss.token })).status).toBe(200)
  expect((await app.api.get('/reports/sales-analysis?format=csv', { token: f.boss.token })).status).toBe(200)
  expect(await verbs(`where[slug][equals]=orders&where[documentId][equals]=${order.id}`)).toContain('print')
  expect(await verbs(`where[slug][equals]=customers&where[documentId][equals]=${customer.id}`)).toContain('export')
  expect(await verbs('where[slug][equals]=reports')).toContain('export')
  const somebody = await f.person(['sales'])
  done(await app.api.patch(`/users/${somebody.id}`, { token: f.admin.token, body: { password: 'Another-2026-word' } }))
  done(await app.api.post('/users/unlock', { token: f.admin.token, body: { email: somebody.email } }))
  done(await app.api.patch(`/users/${somebody.id}`, { token: f.admin.token, body: { roles: ['sales', 'pmc'] } }))
  const lines = await linesOf(
    `where[slug][equals]=users&where[or][0][documentId][equals]=${somebody.id}&where[or][1][no][equals]=${somebody.email}`,
  )
  expect(lines.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['password', 'unlock', 'update']))
  expect(JSON.stringify(lines)).not.toMatch(/Another-2026-word|hash|salt/)
})

test('the log is chained: the first line that was altered or taken away is named', async () => {
  const { pool } = postgresOf(app.payload)
  const asked = async () => createLocalReq({}, app.payload)
  const chain = async () => {
    const req = await asked()
    return inTransaction(req, () => chainAuditLog(req))
  }
  const verify = async () => {
    const req = await asked()
    return inSnapshot(req, () => verifyAuditLog(req))
  }
  expect(await chain()).toBeGreaterThan(10)
  expect(await chain()).toBe(0)
  const whole = await verify()
  expect(whole).toMatchObject({ first: null, unchained: 0, head: expect.stringMatching(/^[0-9a-f]{64}$/) })

  await f.customer()
  expect((await verify()).unchained).toBeGreaterThan(0)
  await chain()
  expect((await verify()).chained).toBeGreaterThan(whole.chained)

  const ids = (await linesOf('')).map(({ id }) => id)
  const [altered, missing] = [ids[5] as number, ids[3] as number]
  await expect(pool.query('update audit_log set reason = $1 where id = $2', ['x', altered])).rejects.toThrow('append-only')
  await expect(pool.query('delete from audit_chain where audit_id = $1', [altered])).rejects.toThrow('append-only')
  const forge = async (statement: string, values: unknown[]) => {
    const client = await pool.connect()
    await client.query('begin')
    await client.query(`set local session_replication_role = replica`)
    await client.query(statement, values)
    await client.query('commit')
    client.release()
  }
  await forge('update audit_log set user_name = $1 where id = $2', ['somebody else', altered])
  expect((await verify()).first).toEqual({ line: altered, what: 'altered' })
  await forge('delete from audit_log where id = $1', [missing])
  expect((await verify()).first).toEqual({ line: missing, what: 'missing' })
  await forge('delete from audit_chain where audit_id = $1', [missing])
  expect((await verify()).first).toMatchObject({ what: 'chain' })
})

test('a locked account is refused as one that there is not', async () => {
  const somebody = await f.person(['sales'])
  const logIn = async (email: string, password = 'wrong') => {
    const { status, body } = await app.api.post('/users/login', { body: { email, password } })
    return [status, body]
  }
  const unknown = await logIn('no-such@factory.example')
  for (let at = 0; at < 7; at += 1) expect(await logIn(somebody.email)).toEqual(unknown)
  expect(await logIn(somebody.email, 'Rivet-2026-ok')).toEqual(unknown)
  done(await app.api.post('/users/unlock', { token: f.admin.token, body: { email: somebody.email } }))
  expect((await logIn(somebody.email, 'Rivet-2026-ok'))[0]).toBe(200)
})

test('sessions end with the password, the roles and the account; who changes his own password stays', async () => {
  const somebody = await f.person(['sales'])
  const isIn = async (token: string) => Boolean((await app.api.get('/users/me', { token })).body.user)
  const other = await app.api.login(somebody.email, 'Rivet-2026-ok')
  done(
    await app.api.patch(`/users/${somebody.id}`, {
      token: somebody.token,
      body: { password: 'Blue rivets, please', currentPassword: 'Rivet-2026-ok' },
    }),
  )
  expect([await isIn(somebody.token), await isIn(other)]).toEqual([true, false])
  done(await app.api.patch(`/users/${somebody.id}`, { token: f.admin.token, body: { seeCost: true } }))
  expect(await isIn(somebody.token)).toBe(true)
  done(await app.api.patch(`/users/${somebody.id}`, { token: f.admin.token, body: { roles: ['pmc'] } }))
  expect(await isIn(somebody.token)).toBe(false)
  const again = await app.api.login(somebody.email, 'Blue rivets, please')
  done(await app.api.patch(`/users/${somebody.id}`, { token: f.admin.token, body: { password: 'Green rivets, please' } }))
  expect(await isIn(again)).toBe(false)
  const last = await app.api.login(somebody.email, 'Green rivets, please')
  done(await app.api.patch(`/users/${somebody.id}`, { token: f.admin.token, body: { disabled: true } }))
  expect(await isIn(last)).toBe(false)
})

test('a password that is guessed is not taken, by whichever door', async () => {
  const somebody = await f.person(['sales'])
  for (const password of ['short-1', 'aaaaaaaaaaaaaaaa', 'Password1234!', `${somebody.email}1`, 'qwertyuiop123456']) {
    const changed = await app.api.patch(`/users/${somebody.id}`, {
      token: somebody.token,
      body: { password, currentPassword: 'Rivet-2026-ok' },
    })
    expect([password, changed.status, codesOf(changed)]).toEqual([password, 400, ['INVALID_INPUT']])
    const body = { email: 'new@factory.example', name: 'New', roles: ['sales'], password }
    expect([password, (await app.api.post('/users', { token: f.admin.token, body })).status]).toEqual([password, 400])
  }
})
