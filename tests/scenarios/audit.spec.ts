// More than 300 lines: the audit log is asked of one house in which everything happened.

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { postgresOf } from '@/src/db/postgres'
import { grantWriter, ownsTables } from '@/src/db/writerRole'
import { definitions } from '@/src/imports/definitions'
import { auditTeller } from '@/src/engine/auditTeller'
import { raiseAlarms } from '@/src/usecases/control/raiseAlarms'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory
let ownerUrl = ''

beforeAll(async () => {
  // as a server does: the tables are the owner's, the application has a role of its own
  app = await startApp({
    environment: { LOG_LEVEL: 'silent' },
    through: async (owner) => {
      ownerUrl = owner
      const writer = { name: `app${new URL(owner).pathname.slice(1)}`, password: 'for the tests only' }
      await grantWriter({ connectionString: owner, writer })
      await grantWriter({ connectionString: owner, writer }) // as every start does
      return Object.assign(new URL(owner), { username: writer.name, password: writer.password }).href
    },
  })
  f = await openFactory(app)
})
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

test('whoever takes the application over changes no line of the log or the books, empties and alters no table, switches no trigger off', async () => {
  const { pool } = postgresOf(app.payload)
  const order = await f.approvedOrder((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
  expect(order.status).toBe('approved')
  const { runDueJobs } = await import('../support/runDueJobs')
  await runDueJobs(app)
  expect([await ownsTables(ownerUrl), await ownsTables(process.env.DATABASE_URL as string)]).toEqual([true, false])
  const books = ['audit_log', 'audit_chain', 'stock_entries', 'credit_entries', 'receivable_entries', 'progress_entries']
  const tried = books.flatMap((table) => [
    `update ${table} set ${table === 'audit_chain' ? 'hash' : table === 'audit_log' ? 'user_name' : 'source_slug'} = 'x'`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} disable trigger ${table}_append_only`,
    `drop trigger ${table}_append_only on ${table}`,
    `alter table ${table} add column more text`,
    `alter table ${table} owner to current_user`,
    `create trigger own before insert on ${table} for each row execute function refuse_rewriting_history()`,
    `drop table ${table} cascade`,
  ])
  const others = [
    'create or replace function refuse_rewriting_history() returns trigger language plpgsql as $$ begin return new; end $$',
    'drop function refuse_rewriting_history cascade',
    'set session_replication_role = replica',
    `set role ${new URL(ownerUrl).username}`,
    'create table public.mine (id int)',
    'drop schema public cascade',
    'delete from payload_migrations',
    'create role another superuser',
  ]
  // who may not grant is warned, and nothing is granted
  for (const table of books) await pool.query(`grant update, delete on ${table} to current_user`)
  for (const statement of [...tried, ...others])
    await expect(pool.query(statement).then(() => `${statement} was done`)).rejects.toThrow(/permission denied|must be (owner|able)/)
  const { rows } = await pool.query('select count(*)::int as lines from audit_log')
  expect(rows[0].lines).toBeGreaterThan(5)
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

test('what is unusual is raised once, told to those who watch, says what to do, and is answered by somebody it is not about', async () => {
  const hour = Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date()))
  await f.settings('control-settings', {
    nightFrom: hour,
    nightTo: (hour + 2) % 24,
    belowMinimumTries: 3,
    failedLogins: 4,
    exportsADay: 2,
    refusedSteps: 100,
  })
  const seller = await f.person(['sales'], { editPrice: true, name: '夜班业务' })
  const item = await f.item({ minPrice: 90, availabilityMode: 'off' })
  const customer = await f.customer({ salesperson: seller.id })
  const cheap = () => f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 50 }], seller)
  for (let tried = 0; tried < 3; tried += 1) expect(codesOf(await cheap())).toEqual(['BELOW_MINIMUM_PRICE'])
  // asking what would be is no try
  await app.api.post('/orders/check', {
    token: seller.token,
    body: { customer: customer.id, lines: [{ item: item.id, qty: 1, price: 50 }] },
  })
  expect((await linesOf('where[verb][equals]=refused&where[reason][contains]=BELOW_MINIMUM_PRICE')).length).toBe(3)
  for (let tried = 0; tried < 4; tried += 1)
    await app.api.post('/users/login', { body: { email: 'guessed@factory.example', password: 'wrong' } })
  for (let told = 0; told < 2; told += 1) await app.api.get('/reports/order-book?format=csv', { token: seller.token })
  const from = (address: string) =>
    app.api.post('/users/login', {
      body: { email: seller.email, password: 'Rivet-2026-ok' },
      headers: { 'x-client-address': address, 'user-agent': 'browser' },
    })
  for (const address of ['203.0.113.7', '203.0.113.99', '198.51.100.4']) expect((await from(address)).status).toBe(200)

  const raise = async () => {
    const req = await createLocalReq({}, app.payload)
    return inTransaction(req, () => raiseAlarms(req))
  }
  expect(await raise()).toBeGreaterThan(4)
  expect(await raise()).toBe(0)
  const alarms = done(
    await app.api.get(
      `/alarms?limit=100&depth=0&where[or][0][person][equals]=${seller.id}&where[or][1][subject][equals]=guessed@factory.example`,
      { token: f.admin.token },
    ),
  ).docs
  const found = new Map(alarms.map((alarm) => [alarm.kind, alarm]))
  expect([...found.keys()].sort()).toEqual(expect.arrayContaining(['belowMinimum', 'exports', 'failedLogins', 'newPlace']))
  expect(found.get('belowMinimum')).toMatchObject({ count: 3, subject: '夜班业务' })
  expect(found.get('failedLogins')).toMatchObject({ count: 4 })
  expect(alarms.filter(({ kind }) => kind === 'newPlace').map(({ detail }) => detail)).toEqual(['198.51.100'])
  const sentences = found.get('belowMinimum')?.told as Array<{ message: { zh: string } }>
  expect(sentences.map(({ message }) => message.zh)).toEqual([expect.stringContaining('3 次（阈值 3）'), expect.stringContaining('放行')])
  const night = done(await app.api.get('/alarms?depth=0&where[kind][equals]=nightWork', { token: f.admin.token })).docs
  expect(night.length).toBeGreaterThan(0)
  const notices = done(await app.api.get('/notifications?limit=100&where[kind][equals]=alarm', { token: f.boss.token })).docs
  expect(notices.map(({ title }: { title: string }) => title)).toContain('多次低于最低售价：夜班业务')

  const alarm = found.get('belowMinimum')?.id ?? 0
  expect((await app.api.get(`/alarms/${alarm}`, { token: seller.token })).status).toBe(403)
  expect((await app.api.post('/alarms', { token: f.admin.token, body: { kind: 'exports' } })).status).toBe(403)
  expect(codesOf(await f.call('alarms', alarm, 'acknowledge', {}, f.admin))).toEqual(['INVALID_INPUT'])
  expect(await f.verb('alarms', alarm, 'acknowledge', { remark: '已与本人谈话' }, f.admin)).toMatchObject({
    status: 'acknowledged',
    remark: '已与本人谈话',
  })
  const own = alarms.find(({ kind }) => kind === 'exports')?.id ?? 0
  await app.payload.update({ collection: 'users', id: seller.id, data: { roles: ['generalManager'] }, overrideAccess: true })
  expect(
    codesOf(
      await f.call(
        'alarms',
        own,
        'acknowledge',
        { remark: '是我' },
        { ...seller, token: await app.api.login(seller.email, 'Rivet-2026-ok') },
      ),
    ),
  ).toEqual(['FOUR_EYES'])
})

test('the log is read in the words of the house: list, filters, one line, history, file', async () => {
  const customer = await f.customer({ name: '鑫达' })
  const keeper = await f.person(['finance'], { name: '会计' })
  done(await app.api.patch(`/customers/${customer.id}`, { token: keeper.token, body: { shortName: '鑫达辅料' } }))
  const [line] = await linesOf(`where[slug][equals]=customers&where[verb][equals]=update&where[documentId][equals]=${customer.id}`)
  const one = done(await app.api.get(`/audit-log/${line?.id}?depth=0`, { token: f.admin.token, language: 'zh' }))
  expect(one.changes).toContainEqual(expect.objectContaining({ message: '简称: — → 鑫达辅料' }))
  type Row = { cells: Record<string, { text: string }> }
  const where = 'where[and][0][slug][equals]=customers&where[and][1][verb][equals]=update'
  const list = done(
    await app.api.get(`/lists/audit-log?columns=at,userName,slug,verb,no&${where}`, { token: f.admin.token, language: 'zh' }),
  )
  const told = (list.rows as Row[]).map(({ cells }) => [
    cells['userName']?.text,
    cells['verb']?.text,
    cells['slug']?.text,
    cells['no']?.text,
  ])
  expect(told).toContainEqual(['会计', '修改', '客户', customer.code])
  expect(new Set(told.map(([, verb, slug]) => `${verb} ${slug}`))).toEqual(new Set(['修改 客户']))
  const file = await app.api.get('/lists/audit-log/export?format=csv&columns=at,userName,verb,slug', {
    token: f.admin.token,
    language: 'en',
  })
  expect(await file.raw.text()).toMatch(/Log-in failed|Log in/)
  const own = await app.api.get('/lists/audit-log/export?format=csv', { token: f.clerk.token })
  expect((await own.raw.text()).trimEnd().split('\r\n').length).toBe(1) // the headings
  const history = done(await app.api.get(`/history/customers/${customer.id}`, { token: f.boss.token, language: 'zh' }))
  expect(history.entries[0].changes[0]).toMatchObject({ what: '简称', after: '鑫达辅料' })
})

/** Every kind a line may be about, from the finished configuration: collections, settings, doors, files that are brought in. */
test('nothing the log is about is without words, and no code of a reason is shown: list, one line, file', async () => {
  const { config } = app.payload
  const places = config.endpoints.map(({ path }) => path.split('/')[1] ?? '')
  const kinds = new Set([...config.collections.map(({ slug }) => slug), ...config.globals.map(({ slug }) => slug), ...places, ...definitions.map(({ kind }) => kind), 'graphql', 'access']) // prettier-ignore
  const req = await createLocalReq({}, app.payload)
  for (const language of ['zh', 'en'] as const) {
    const teller = auditTeller(req, language)
    expect([...kinds].filter((slug) => !slug.startsWith('payload-') && teller.kind(slug) === '')).toEqual([])
  }
  const order = await f.order((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
  await f.call('orders', order.id, 'approve', {}, f.clerk)
  await app.api.post('/globals/order-settings', { token: f.clerk.token, body: { fourEyes: true } })
  await app.api.get('/reports/order-book?format=csv&from=2026-01-01', { token: f.boss.token })
  await app.api.get(`/lists/orders/export?format=csv&columns=no,status&where[status][equals]=draft`, { token: f.boss.token })
  await app.api.get(`/orders/${order.id}/print`, { token: f.boss.token })
  await f.settings('control-settings', { refusedSteps: 99 })
  type Cells = { cells: Record<string, { text: string }> }
  const list = done(await app.api.get('/lists/audit-log?columns=verb,slug,no,reason', { token: f.admin.token, language: 'zh' }))
  const shown = (list.rows as Cells[]).map(({ cells }) => ['verb', 'slug', 'no', 'reason'].map((name) => cells[name]?.text ?? ''))
  expect(shown).toContainEqual(['被拒绝', '销售订单', order.no, '没有权限'])
  const latin = /[A-Z]{2,}_|[a-z]+-[a-z]+|Forbidden|Auth/
  expect(shown.filter(([verb = '', slug = '', , reason = '']) => latin.test(`${verb} ${slug} ${reason}`))).toEqual([])
  const file = await (await app.api.get('/lists/audit-log/export?format=csv&columns=verb,slug,no,reason', { token: f.admin.token, language: 'zh' })).raw.text() // prettier-ignore
  expect(file).not.toMatch(/ILLEGAL_STEP|Forbidden|AuthenticationError|pricing-settings|control-settings/)
  // a reason is found by its words, and one line tells everything
  const found = done(await app.api.get(`/lists/audit-log?columns=verb,reason&search=${encodeURIComponent('没有权限')}`, { token: f.admin.token, language: 'zh' })) // prettier-ignore
  expect(new Set((found.rows as Cells[]).map(({ cells }) => cells['verb']?.text))).toEqual(new Set(['被拒绝']))
  const asked = `columns=verb,reason&where[and][0][reason][contains]=${encodeURIComponent('没有权限')}&where[and][1][slug][equals]=orders`
  const filtered = done(await app.api.get(`/lists/audit-log?${asked}`, { token: f.admin.token, language: 'zh' }))
  const reasons = (filtered.rows as Cells[]).map(({ cells }) => cells['reason']?.text ?? '')
  expect([reasons.length > 0, reasons.filter((reason) => !reason.includes('没有权限'))]).toEqual([true, []])
  type Told = Record<'kindTold' | 'verbTold' | 'noTold' | 'reasonTold', string> & { changes: Array<{ message: string }> }
  const told = async (where: string): Promise<Told> => {
    const [line] = (await linesOf(`${where}`)).slice(-1)
    const one = done(await app.api.get(`/audit-log/${line?.id}?depth=0`, { token: f.admin.token, language: 'zh' }))
    return { ...one, changes: Object.values(one.changes) }
  }
  expect(await told('where[verb][equals]=refused&where[slug][equals]=orders')).toMatchObject({
    ...{ kindTold: '销售订单', verbTold: '被拒绝', noTold: order.no, reasonTold: '没有权限' },
    changes: [{ message: '审核：没有权限' }],
  })
  expect((await told('where[slug][equals]=reports&where[documentId][equals]=order-book')).changes.map(({ message }) => message).join()).toMatch(/起|从|开始|日期/) // prettier-ignore
  expect((await told('where[slug][equals]=orders&where[verb][equals]=export')).changes.map(({ message }) => message)).toEqual([
    expect.stringContaining('列：单号、状态'),
    expect.stringMatching(/^行数：\d+$/),
  ])
  expect((await told('where[slug][equals]=control-settings')).noTold).toBe('内控设置')
})
