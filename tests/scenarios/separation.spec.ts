// More than 300 lines: what two people must do is asked of one house.

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { tellAsOf } from '@/src/engine/clock'
import { settingsOf } from '@/src/engine/settings'
import { putDueChangesInForce } from '@/src/usecases/control/houseChangesDue'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

type Change = { path: string; before: unknown; after: unknown }

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
  await f.settings('order-settings', { fourEyes: true })
})
afterAll(() => app.close())

test('whoever changed an order does not approve it, though somebody else began it', async () => {
  const item = await f.item()
  const manager = await f.person(['salesManager'], { dataScope: 'all', editPrice: true })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 5 }])
  done(await app.api.patch(`/orders/${order.id}`, { token: manager.token, body: { lines: [{ ...order.lines[0], qty: 50 }] } }))
  await f.verb('orders', order.id, 'submit')
  const own = await f.call('orders', order.id, 'approve', {}, manager)
  expect([own.status, codesOf(own)]).toEqual([403, ['FOUR_EYES']])
  expect((await f.verb('orders', order.id, 'approve')).status).toBe('approved')
})

test('after an approval was taken back, only who wrote since and who prepared it stand aside', async () => {
  const item = await f.item()
  const manager = await f.person(['salesManager'], { dataScope: 'all', editPrice: true })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 5 }])
  done(await app.api.patch(`/orders/${order.id}`, { token: manager.token, body: { lines: [{ ...order.lines[0], qty: 6 }] } }))
  await f.verb('orders', order.id, 'submit')
  await f.verb('orders', order.id, 'approve')
  await f.verb('orders', order.id, 'unapprove')
  expect((await f.verb('orders', order.id, 'approve', {}, manager)).status).toBe('approved')
})

const propose = (by: Person, body: Record<string, unknown>) =>
  app.api.post('/house-changes?depth=0', { token: by.token, body: { reason: '岗位调整', ...body } })
const rightsOf = async (id: number) => done(await app.api.get(`/users/${id}?depth=0`, { token: f.admin.token }))

test('an administrator gives himself no right, by whichever door; another one confirms what he proposes', async () => {
  const second = await f.person(['admin'])
  const change = (id: number, token: string, body: Record<string, unknown>) => app.api.patch(`/users/${id}`, { token, body })
  for (const body of [{ roles: ['admin', 'finance'] }, { seeCost: true }, { releaseQuota: 5000 }, { sellBelowMinimum: true }]) {
    const own = await change(f.admin.id, f.admin.token, body)
    expect({ body, answer: [own.status, codesOf(own)] }).toEqual({ body, answer: [403, ['FOUR_EYES']] })
  }
  const graphql = await app.api.graphql(`mutation { updateUser(id: ${f.admin.id}, data: { seeCost: true }) { id } }`, {
    token: f.admin.token,
  })
  expect(graphql.body.data?.updateUser ?? null).toBeNull()
  const file = new FormData()
  file.set('file', new Blob([`email,name,seeCost\n${f.admin.email},${f.admin.email},yes\n`]), 'users.csv')
  const imported = await app.api.post('/import/users', { token: f.admin.token, body: file })
  expect(imported.body.errors).toEqual([expect.objectContaining({ row: 2 })])
  expect((await rightsOf(f.admin.id)).seeCost).not.toBe(true)

  const proposal = done(await propose(f.admin, { kind: 'rights', person: f.admin.id, values: { seeCost: true, releaseQuota: 5000 } }))
  expect(proposal.status).toBe('proposed')
  const { verbs } = done(await app.api.get(`/house-changes/${proposal.id}/verbs`, { token: f.admin.token }))
  expect(verbs.map(({ name }: { name: string }) => name)).not.toContain('confirm')
  const own = await f.call('house-changes', proposal.id, 'confirm', {}, f.admin)
  expect([own.status, codesOf(own)]).toEqual([403, ['FOUR_EYES']])
  expect((await f.verb('house-changes', proposal.id, 'confirm', {}, second)).status).toBe('effective')
  expect(await rightsOf(f.admin.id)).toMatchObject({ seeCost: true, releaseQuota: 5000 })
  expect((await change(f.admin.id, f.admin.token, { seeCost: false, releaseQuota: null, language: 'en' })).status).toBe(200)
})

test('figures of the house and administration are given by two: changed, created, imported; nobody confirms a right of his own', async () => {
  const second = await f.person(['admin'])
  const clerk = await f.person(['sales'])
  const change = (body: Record<string, unknown>) => app.api.patch(`/users/${clerk.id}`, { token: f.admin.token, body })
  for (const body of [
    { seeCost: true },
    { seeMinimumPrice: true },
    { seeCreditLimit: true },
    { roles: ['sales', 'finance'] },
    { roles: ['admin'] },
  ]) {
    const answer = await change(body)
    expect({ body, answer: [answer.status, codesOf(answer)] }).toEqual({ body, answer: [403, ['FOUR_EYES']] })
  }
  const fresh = { email: 'fresh@factory.example', name: 'Fresh', password: 'Rivet-2026-ok', roles: ['auditor'] }
  expect(codesOf(await app.api.post('/users', { token: f.admin.token, body: fresh }))).toEqual(['FOUR_EYES'])
  const file = new FormData()
  file.set('file', new Blob(['name,email,roles,seeCost\nNew,new@factory.example,sales,yes\n']), 'users.csv')
  expect((await app.api.post('/import/users', { token: f.admin.token, body: file })).body).toMatchObject({
    created: 0,
    errors: [{ row: 2 }],
  })
  expect((await change({ roles: ['sales', 'pmc'], editPrice: true })).status).toBe(200)

  const proposal = done(await propose(second, { kind: 'rights', person: f.admin.id, values: { roles: ['admin', 'finance'] } }))
  expect(codesOf(await f.call('house-changes', proposal.id, 'confirm', {}, f.admin))).toEqual(['FOUR_EYES'])
  expect((await f.verb('house-changes', proposal.id, 'reject', { reason: '不需要' })).status).toBe('rejected')
  expect((await rightsOf(f.admin.id)).roles).toEqual(['admin'])
  const strangers = [
    await propose(f.clerk, { kind: 'rights', person: clerk.id, values: { seeCost: true } }),
    await propose(f.boss, { kind: 'rights', person: clerk.id, values: { seeCost: true } }),
  ]
  expect(strangers.map(({ status }) => status)).toEqual([403, 403])
})

test('an account that sees figures or administers is not taken over by its password or address, by whichever door; its owner sets it by a link', async () => {
  const finance = await f.person(['finance'])
  const clerk = await f.person(['sales'])
  const change = (id: number, body: Record<string, unknown>) => app.api.patch(`/users/${id}`, { token: f.admin.token, body })
  const before = await rightsOf(finance.id)
  for (const body of [{ password: 'Purple rivets, please' }, { email: 'mine@factory.example' }]) {
    for (const { id } of [finance, f.boss]) {
      const answer = await change(id, body)
      expect([body, answer.status, codesOf(answer)]).toEqual([body, 403, ['FOUR_EYES']])
      const [field, value] = Object.entries(body)[0] ?? []
      const graphql = await app.api.graphql(`mutation { updateUser(id: ${id}, data: { ${field}: "${value}" }) { id } }`, {
        token: f.admin.token,
      })
      expect([body, graphql.body.data?.updateUser ?? null, graphql.body.errors?.length]).toEqual([body, null, 1])
    }
    await app.api.patch(`/users?where[id][equals]=${finance.id}`, { token: f.admin.token, body })
    expect([body, (await change(clerk.id, body)).status]).toEqual([body, 200])
  }
  // a right taken away in the same breath changes nothing, nor does an address beside a file's name
  expect(codesOf(await change(finance.id, { roles: ['sales'], email: 'mine2@factory.example' }))).toEqual(['FOUR_EYES'])
  const file = new FormData()
  file.set('file', new Blob([`name,email\n${before.name},mine3@factory.example\n`]), 'users.csv')
  // a file finds people by their address: another one is somebody new of the same name, without rights
  expect((await app.api.post('/import/users', { token: f.admin.token, body: file })).body).toMatchObject({ created: 1, updated: 0 })
  expect(await rightsOf(finance.id)).toMatchObject({ email: before.email, roles: before.roles })
  expect(await app.api.login(finance.email, 'Rivet-2026-ok')).toBeTruthy()

  const several = await app.api.patch(`/users?where[id][equals]=${clerk.id}`, {
    token: f.admin.token,
    body: { password: 'Orange rivets, please' },
  })
  expect(several.status).toBeGreaterThanOrEqual(400)
  expect((await app.api.post(`/users/${finance.id}/invite`, { token: f.admin.token })).status).toBe(200)
  const moved = done(await propose(f.admin, { kind: 'rights', person: finance.id, values: { email: 'new@factory.example' } }))
  expect(codesOf(await f.call('house-changes', moved.id, 'confirm', {}, f.admin))).toEqual(['FOUR_EYES'])
  await f.verb('house-changes', moved.id, 'confirm')
  expect((await rightsOf(finance.id)).email).toBe('new@factory.example')
})

test('powers go to a person: whoever made his account, or once set its password, does not get them with it', async () => {
  const password = 'Green rivets, please'
  const made = async (email: string): Promise<number> =>
    Number(done(await app.api.post('/users', { token: f.admin.token, body: { email, name: email, password, roles: ['sales'] } })).id)
  const empower = async (person: number) =>
    f.verb('house-changes', done(await propose(f.admin, { kind: 'rights', person, values: { roles: ['generalManager'] } })).id, 'confirm')
  const entersWith = async (email: string, word: string) =>
    (await app.api.post('/users/login', { body: { email, password: word } })).status === 200
  const id = await made('puppet@factory.example')
  // whoever knows a password may change it in the other's name: that proves nothing
  const token = await app.api.login('puppet@factory.example', password)
  const own = { password: 'Violet rivets, please', currentPassword: password }
  expect((await app.api.patch(`/users/${id}`, { token, body: own })).status).toBe(200)
  await empower(id)
  expect([await entersWith('puppet@factory.example', password), await entersWith('puppet@factory.example', own.password)]).toEqual([
    false,
    false,
  ])
  const { docs } = await app.payload.find({
    collection: 'outbox',
    where: { to: { equals: 'puppet@factory.example' } },
    overrideAccess: true,
  })
  expect(docs.filter(({ relatedSlug }) => relatedSlug === 'account-links')).toHaveLength(1)
  // nobody else has had a hand in this one
  const clerk = await f.person(['sales'])
  await empower(clerk.id)
  expect(await entersWith(clerk.email, 'Rivet-2026-ok')).toBe(true)
})

test('settings of prices, credit, review and four eyes take two people and hold from their moment; what held when can be told', async () => {
  const stored = async (area: string) => done(await app.api.get(`/globals/${area}`, { token: f.boss.token }))
  const loosened: Array<[string, Record<string, unknown>]> = [
    ['security-settings', { keyMostDays: 3650 }],
    ['credit-settings', { action: 'warn' }],
    ['credit-settings', { checkOrder: false }],
    ['pricing-settings', { minimumPriceMode: 'off' }],
    ['pricing-settings', { gradeDiscounts: { A: 50 } }],
    ['order-settings', { fourEyes: false }],
    ['order-settings', { reviewRules: [] }],
    ['control-settings', { costTolerance: 100 }],
  ]
  for (const [area, body] of loosened)
    for (const { token } of [f.admin, f.boss]) {
      const answer = await app.api.post(`/globals/${area}`, { token, body })
      expect({ area, body, answer: [answer.status, codesOf(answer)] }).toEqual({ area, body, answer: [403, ['FOUR_EYES']] })
    }
  const graphql = await app.api.graphql('mutation { updateCreditSetting(data: { action: warn }) { action } }', { token: f.boss.token })
  expect(graphql.body.data?.updateCreditSetting ?? null).toBeNull()
  const asItIs = await stored('credit-settings')
  expect((await app.api.post('/globals/credit-settings', { token: f.admin.token, body: asItIs })).status).toBe(200)
  const before = await stored('credit-settings')

  const moment = new Date().toISOString()
  const proposal = done(
    await propose(f.boss, { kind: 'settings', area: 'credit-settings', values: { ...before, action: 'warn', watchRatio: 80 } }),
  )
  expect(proposal.values).toEqual({ action: 'warn', watchRatio: 80 })
  expect((proposal['changes'] as Change[]).map(({ path, before: was, after }) => [path, was, after])).toEqual([
    ['action', 'release', 'warn'],
    ['watchRatio', 90, 80],
  ])
  expect(proposal['changes']).toMatchObject([{ message: { zh: expect.stringMatching(/需信用审批 → 提示/) } }, {}])
  expect(codesOf(await f.call('house-changes', proposal.id, 'confirm'))).toEqual(['FOUR_EYES'])
  expect((await stored('credit-settings')).action).toBe('release')
  const confirmed = await f.verb('house-changes', proposal.id, 'confirm', {}, f.admin)
  expect(confirmed).toMatchObject({ status: 'effective' })
  expect(await stored('credit-settings')).toMatchObject({ action: 'warn', watchRatio: 80, version: before.version + 1 })
  const inForce = async (at?: string) =>
    done(await app.api.get(`/settings-in-force?area=credit-settings${at ? `&at=${at}` : ''}`, { token: f.clerk.token }))
  expect((await inForce(moment)).values).toMatchObject({ action: 'release', watchRatio: 90 })
  expect(await inForce(moment)).toMatchObject({ version: before.version, since: [{ version: before.version + 1 }] })
  expect((await inForce()).values).toMatchObject({ action: 'warn', watchRatio: 80 })
  expect((await app.api.get('/settings-in-force?area=users', { token: f.clerk.token })).status).toBe(400)
  await f.settings('credit-settings', { action: 'release', watchRatio: 90 })
})

test('a confirmed change waits for its moment, and is not taken into force by anybody before; then it holds at once', async () => {
  const soon = new Date(Date.now() + 3_600_000).toISOString()
  const proposal = done(
    await propose(f.boss, { kind: 'settings', area: 'order-settings', values: { fourEyes: false }, effectiveFrom: soon }),
  )
  expect(await f.verb('house-changes', proposal.id, 'confirm', {}, f.admin)).toMatchObject({ status: 'confirmed', effectiveFrom: soon })
  expect((await f.call('house-changes', proposal.id, 'takeEffect', {}, f.admin)).status).toBeGreaterThanOrEqual(400)
  const fourEyesAt = async (instant: string) => {
    const req = await createLocalReq({}, app.payload)
    tellAsOf(req, instant)
    return inTransaction(req, async () => (await settingsOf(req)).orders.fourEyes)
  }
  expect([await fourEyesAt(new Date().toISOString()), await fourEyesAt(soon)]).toEqual([true, false])
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => putDueChangesInForce(req, new Date().toISOString()))).toBe(0)
  expect(await f.verb('house-changes', proposal.id, 'cancel', { reason: '不改了' })).toMatchObject({ status: 'cancelled' })
  expect(await fourEyesAt(soon)).toBe(true)

  const other = done(await propose(f.boss, { kind: 'settings', area: 'order-settings', values: { reviewHours: 12 }, effectiveFrom: soon }))
  await f.verb('house-changes', other.id, 'confirm', {}, f.admin)
  const later = await createLocalReq({}, app.payload)
  tellAsOf(later, soon)
  expect(await inTransaction(later, () => putDueChangesInForce(later, soon))).toBe(1)
  expect((await f.read('house-changes', other.id)).status).toBe('effective')
  expect(done(await app.api.get('/globals/order-settings', { token: f.boss.token })).reviewHours).toBe(12)
})

test('a proposal says what it changes and why: nothing, unknown fields, other settings and past moments are refused', async () => {
  const values = { action: 'warn' }
  const wrong: Array<Record<string, unknown>> = [
    { kind: 'settings', area: 'credit-settings', values: {} },
    { kind: 'settings', area: 'credit-settings', values: { action: 'release' } },
    { kind: 'settings', area: 'credit-settings', values: { nothing: 1 } },
    { kind: 'settings', area: 'company', values: { name: 'x' } },
    { kind: 'settings', values },
    { kind: 'settings', area: 'credit-settings', values, effectiveFrom: '2020-01-01T00:00:00.000Z' },
    { kind: 'settings', area: 'credit-settings', values, reason: ' ' },
    { kind: 'rights', values: { seeCost: true } },
    { kind: 'rights', person: f.clerk.id, values: { password: 'x' } },
    { kind: 'rights', person: 999_999, values: { seeCost: true } },
  ]
  for (const body of wrong) expect([body, (await propose(f.admin, body)).status]).toEqual([body, 400])
  const impossible = done(await propose(f.admin, { kind: 'settings', area: 'credit-settings', values: { action: 'perhaps' } }))
  expect((await f.call('house-changes', impossible.id, 'confirm')).status).toBe(400)
  expect((await f.read('house-changes', impossible.id)).status).toBe('proposed')
})

test('a cost the warehouse cannot know is booked as known when it is far off; the typed one is for finance, and nothing tells', async () => {
  const keeper = await f.person(['warehouse'])
  const finance = await f.person(['finance'])
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10, cost: 60 })
  const receipt = async (cost: number) => {
    const body = { kind: 'purchase', warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 10, cost }] }
    const made = done(await app.api.post('/stock-receipts?depth=0', { token: keeper.token, body }))
    const answer = await f.call('stock-receipts', made.id, 'post', {}, keeper)
    return {
      id: made.id as number,
      told: {
        status: answer.status,
        keys: Object.keys(answer.body).sort(),
        doc: Object.keys(answer.body.doc).sort(),
        lines: answer.body.doc.lines.map((line: object) => Object.keys(line).sort()),
        warnings: answer.body.warnings,
      },
    }
  }
  const costOf = async (id: number) => (await f.read('stock-receipts', id)).lines[0].cost
  const corrections = async (token: string, id: number) => app.api.get(`/cost-corrections?depth=0&where[receipt][equals]=${id}`, { token })
  const near = await receipt(61.7)
  expect(await costOf(near.id)).toBe(61.7)
  const far = await receipt(617)
  expect(far.told).toEqual(near.told)
  expect(await costOf(far.id)).toBe(60.85)
  const [correction] = done(await corrections(finance.token, far.id)).docs
  expect(correction).toMatchObject({ status: 'draft', lines: [{ cost: 617, oldCost: 60.85 }] })
  expect((await corrections(keeper.token, far.id)).status).toBe(403)
  const around = async (id: number) => {
    const { status, body } = await app.api.get(`/trace/stock-receipts/${id}`, { token: keeper.token })
    return [status, body.nodes?.length, body.edges?.length]
  }
  expect(await around(far.id)).toEqual(await around(near.id))
  await f.verb('cost-corrections', correction.id, 'post', {}, finance)
  const again = await receipt(1)
  // posting and taking back tells nothing either
  expect((await f.call('stock-receipts', again.id, 'reverse', { reason: '录错' }, keeper)).status).toBe(
    (await f.call('stock-receipts', near.id, 'reverse', { reason: '录错' }, keeper)).status,
  )
  const typedByFinance = await f.receive({ item: item.id, qty: 1, cost: 999 })
  expect(await costOf(typedByFinance.id)).toBe(999)
})

test('a draft nobody needs is cancelled with a reason; its number stays and nothing deletes it', async () => {
  const item = await f.item()
  const drafts: [string, Record<string, unknown>][] = [
    ['stock-receipts', { kind: 'other', warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1, cost: 2 }] }],
    ['stock-issues', { kind: 'other', warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1 }] }],
    ['receipts', { customer: (await f.customer()).id, amount: 10, method: 'transfer' }],
  ]
  for (const [slug, body] of drafts) {
    const doc = done(await app.api.post(`/${slug}`, { token: f.boss.token, body }))
    expect(codesOf(await f.call(slug, doc.id, 'cancel', {}))).toEqual(['INVALID_INPUT'])
    expect(await f.verb(slug, doc.id, 'cancel', { reason: '录错了' })).toMatchObject({ status: 'cancelled', no: doc.no })
    expect(codesOf(await f.call(slug, doc.id, slug === 'receipts' ? 'approve' : 'post'))).toEqual(['ILLEGAL_STEP'])
    for (const { token } of [f.admin, f.boss, f.clerk]) expect((await app.api.delete(`/${slug}/${doc.id}`, { token })).status).toBe(403)
  }
})

test('what gives a customer more credit is not typed on his card by one, whoever it is and by whichever door', async () => {
  const credit = { control: true, limit: 1000, controlPeriod: true, days: 30, hold: 'none' }
  const customer = await f.customer({ credit })
  const category = await f.master('customer-categories', { code: 'CC1', name: 'CC1', defaults: { creditLimit: 500, creditDays: 30 } })
  const department = await f.master('departments', { code: 'CD1', name: 'CD1', credit: { control: true, limit: 10 } })
  const finance = await f.person(['finance'], { dataScope: 'all' })
  const looser: Array<[string, Record<string, unknown>]> = [
    [`/customers/${customer.id}`, { credit: { limit: 1001 } }],
    [`/customers/${customer.id}`, { credit: { limit: null } }],
    [`/customers/${customer.id}`, { credit: { control: false } }],
    [`/customers/${customer.id}`, { credit: { hold: 'noCheck' } }],
    [`/customers/${customer.id}`, { credit: { days: 60 } }],
    [`/customer-categories/${category.id}`, { defaults: { creditLimit: 501 } }],
    [`/customer-categories/${category.id}`, { defaults: { creditDays: 90 } }],
    [`/departments/${department.id}`, { credit: { limit: 11 } }],
  ]
  for (const [path, body] of looser)
    for (const { token } of [finance, f.boss, f.admin]) {
      const answer = await app.api.patch(path, { token, body })
      const codes = answer.body.errors?.[0]?.data?.errors?.map(({ code }: { code: string }) => code) ?? [answer.body.errors?.[0]?.message]
      expect([path, body, answer.status >= 400, codes]).toEqual([path, body, true, ['FOUR_EYES']])
    }
  expect((await f.read('customers', customer.id)).credit).toMatchObject(credit)
  done(await app.api.patch(`/customers/${customer.id}`, { token: finance.token, body: { credit: { limit: 900, hold: 'stop' } } }))
  const limit = done(
    await app.api.post('/credit-limits', { token: finance.token, body: { customer: customer.id, limit: 2000, reason: '增加' } }),
  )
  await f.verb('credit-limits', limit.id, 'submit', {}, finance)
  expect(codesOf(await f.call('credit-limits', limit.id, 'approve', {}, finance))).toEqual(['FOUR_EYES'])
  await f.verb('credit-limits', limit.id, 'approve')
  expect((await f.credit(customer.id)).limit).toBe(2000)
})

test('a price policy is not typed beside the price adjustments', async () => {
  const item = await f.item()
  const typed = { item: item.id, currency: 'CNY', price: 1 }
  for (const { token } of [f.boss, f.admin]) {
    const answer = await app.api.post('/price-policies', { token, body: typed })
    expect([answer.status, codesOf(answer)]).toEqual([403, ['FOUR_EYES']])
  }
  const graphql = await app.api.graphql(`mutation { createPricePolicy(data: { item: ${item.id}, currency: CNY, price: 1 }) { id } }`, {
    token: f.boss.token,
  })
  expect(graphql.body.data?.createPricePolicy ?? null).toBeNull()
  await f.settings('order-settings', { fourEyes: false })
  const policy = done(await app.api.post('/price-policies', { token: f.boss.token, body: { ...typed, price: 90 } }))
  await f.settings('order-settings', { fourEyes: true })
  for (const method of ['patch', 'delete'] as const) {
    const answer = await app.api[method](`/price-policies/${policy.id}`, {
      token: f.boss.token,
      ...(method === 'patch' ? { body: { price: 1 } } : {}),
    })
    expect([method, answer.status, codesOf(answer)]).toEqual([method, 403, ['FOUR_EYES']])
  }
})
