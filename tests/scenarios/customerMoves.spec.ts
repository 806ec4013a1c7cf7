import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { asItWasMade } from '@/src/questions/customers/asItWasMade'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

/* Customers that become one, that another person takes over, and the card that tells of them. */

let app: TestApp
let f: Factory
let numbered = 0

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(async () => app?.close())

const post = (path: string, body: Record<string, unknown>, by: Person = f.boss) => app.api.post(path, { token: by.token, body })

describe('two records become one', () => {
  const verified = async (): Promise<unknown[]> => {
    const req = await createLocalReq({}, app.payload)
    return inTransaction(req, () => verifyLedgers(req))
  }
  const merge = (from: { id: number }, into: { id: number; code?: string }, by: Person = f.boss, more: Record<string, unknown> = {}) =>
    f.call('customers', from.id, 'merge', { into: into.id, reason: '重复建档', ...more }, by)

  test('documents, debt, credit, prices, contacts and notes are those of the one that stays; the other ends and is found under its old name', async () => {
    const item = await f.item({ availabilityMode: 'off' })
    const [from, into] = [
      await f.customer({ name: '双生服饰', contacts: [{ name: '李', phone: '0769-8888111' }], invoiceTitle: '双生服饰甲' }),
      await f.customer({ name: '双生服饰有限公司', contacts: [{ name: '张' }] }),
    ]
    const billed = async (customer: number, qty: number) => {
      const order = await f.approvedOrder(customer, [{ item: item.id, qty }])
      const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: qty - 1 }] })
      await f.verb('deliveries', delivery.id, 'approve')
      const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
      await f.verb('invoices', invoice.id, 'approve')
      return { order, invoice }
    }
    const first = await billed(from.id, 4)
    await billed(into.id, 3)
    const receipt = done(await post('/receipts?depth=0', { customer: from.id, amount: 120 }))
    await f.verb('receipts', receipt.id, 'approve')
    await f.verb('receipts', receipt.id, 'allocate', { allocations: [{ invoice: first.invoice.id, amount: 100 }] })
    await f.master('price-policies', { customer: from.id, item: item.id, price: 88, currency: 'CNY' })
    const [was, stays]: Array<Record<string, number>> = [(await f.credit(from.id)).buckets, (await f.credit(into.id)).buckets]
    const reads = await merge(from, into, f.clerk)
    expect([reads.status, codesOf(reads)]).toEqual([403, ['FORBIDDEN']])
    const dry = await merge(from, into, f.boss, { dryRun: true })
    expect([dry.status, (await f.read('customers', from.id)).status]).toEqual([200, 'active'])
    done(await merge(from, into))
    const sum = Object.fromEntries(Object.entries(was ?? {}).map(([bucket, amount]) => [bucket, amount + (stays?.[bucket] ?? 0)]))
    expect([(await f.credit(into.id)).buckets, Object.values((await f.credit(from.id)).buckets)]).toEqual([sum, [0, 0, 0, 0]])
    expect(await f.read('orders', first.order.id)).toMatchObject({
      customer: into.id,
      billTo: into.id,
      invoiceTitle: '双生服饰甲',
      version: first.order.version + 1,
    })
    expect(await f.read('customers', from.id)).toMatchObject({ status: 'disabled', mergedInto: into.id })
    const { contacts, invoiceTitles } = await f.read('customers', into.id)
    expect(contacts.map(({ name }: { name: string }) => name)).toEqual(['张', '李'])
    expect(invoiceTitles.map(({ title }: { title: string }) => title)).toEqual(['双生服饰有限公司', '双生服饰甲'])
    // a sheet names whom it was made for
    const sheet = { id: first.order.id, customer: { id: into.id, name: into.name } }
    const printed = await asItWasMade(await createLocalReq({}, app.payload), 'orders', sheet)
    expect(printed?.customer).toEqual({ id: into.id, code: from.code, name: from.name })
    // reports, prices and the look-up speak of the one that stays
    const aged = async (customer: number) =>
      done(await app.api.get(`/reports/receivables-ageing?customer=${customer}`, { token: f.boss.token })).rows
    expect([(await aged(into.id))[0].total, await aged(from.id)]).toEqual([380, []])
    const agreed = done(await app.api.get(`/customers/${into.id}/last-prices?limit=10`, { token: f.boss.token })).items
    expect(agreed[0].prices.map(({ no }: { no: string }) => no)).toContain(first.order.no)
    const again = await f.order(into.id, [{ item: item.id, qty: 1 }])
    expect(again.lines[0].price).toBe(88)
    const { rows } = done(await app.api.get(`/lookup/customers?q=${from.code}`, { token: f.boss.token }))
    expect(rows.map(({ id }: { id: number }) => id)).toContain(into.id)
    expect(await verified()).toEqual([])
    // what follows goes its way
    await f.verb('receipts', receipt.id, 'allocate', { allocations: [{ invoice: first.invoice.id, amount: 20 }] })
    const rest = await f.create('orders', first.order.id, 'create-delivery')
    await f.verb('deliveries', rest.id, 'approve')
    expect(await verified()).toEqual([])
    const twice = await merge(from, into)
    expect([twice.status, codesOf(twice)]).toEqual([409, ['ILLEGAL_STEP']])
  })

  test('what stands in the way is told at once, and nothing is half done', async () => {
    const third = await f.customer()
    const item = await f.item({ availabilityMode: 'off' })
    const [from, into] = [await f.customer({ currency: 'USD', billTo: third.id }), await f.customer({ status: 'active' })]
    for (const { id } of [from, into]) await f.master('price-policies', { customer: id, item: item.id, price: 9, currency: 'CNY' })
    const refused = await merge(from, into)
    expect(codesOf(refused).sort()).toEqual(['INVALID_INPUT', 'INVALID_INPUT', 'POLICY_AMBIGUOUS'])
    expect(refused.body.errors[0].data.errors.map(({ path }: { path?: string }) => path ?? '')).toEqual(['currency', 'billTo', ''])
    expect(await f.read('customers', from.id)).toMatchObject({ status: 'active', mergedInto: null })
    // the debt of both is too much for the one that stays
    await f.settings('credit-settings', { action: 'forbid' })
    const [debtor, tight] = [await f.customer(), await f.customer({ credit: { control: true, limit: 50 } })]
    const order = await f.approvedOrder(debtor.id, [{ item: item.id, qty: 1 }])
    expect(codesOf(await merge(debtor, tight))).toEqual(['CREDIT_LIMIT_EXCEEDED'])
    await f.settings('credit-settings', { action: 'warn' })
    expect(await f.read('orders', order.id)).toMatchObject({ customer: debtor.id, billTo: debtor.id, version: order.version })
    expect(await verified()).toEqual([])
  })

  test('of two people who merge one customer at one moment, one does it and the other is told', async () => {
    const [from, one, other] = [await f.customer(), await f.customer(), await f.customer()]
    const both = await Promise.all([merge(from, one), merge(from, other)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const [a, b] = [await f.customer(), await f.customer()]
    const crossed = await Promise.all([merge(a, b), merge(b, a)])
    expect(crossed.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('the card tells what is owed, open, in work and next; each only what its reader may know', async () => {
  const seller = await f.person(['sales'], { editPrice: true })
  const customer = await f.customer({
    salesperson: seller.id,
    contacts: [{ name: '陈', phone: '13900001111', main: true }],
    credit: { control: true, limit: 5000 },
  })
  const item = await f.item({ availabilityMode: 'off' })
  const order = await f.order(customer.id, [{ item: item.id, qty: 2, price: 90 }], seller)
  for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
  await f.order(customer.id, [{ item: item.id, qty: 1 }], seller)
  done(await post('/samples?depth=0', { customer: customer.id, name: '新样' }))
  const card = async (by: Person) => done(await app.api.get(`/customers/${customer.id}/card`, { token: by.token }))
  const told = await card(f.boss)
  expect(told).toMatchObject({
    credit: { receivable: 0, limit: 5000 },
    orders: { count: 2 },
    samples: { count: 1 },
    customer: { contact: '陈', phone: '13900001111' },
  })
  expect(told.credit).toMatchObject({ free: 5000 - Number(told.credit?.exposure) })
  // the clerk is told no limit, the warehouse no amounts at all
  expect(Object.keys((await card(seller)).credit ?? {})).not.toContain('limit')
  const keeper = await f.person(['warehouse'], { dataScope: 'all' })
  const stored = await card(keeper)
  expect([stored.credit, stored.orders.amounts]).toEqual([null, []])
  const prices = (by: Person, query = '') => app.api.get(`/customers/${customer.id}/last-prices?${query}`, { token: by.token })
  expect(done(await prices(seller)).items).toMatchObject([
    { item: { id: item.id }, prices: [{ slug: 'orders', no: order.no, qty: 2, price: 90, currency: 'CNY', taxMode: 'inclusive' }] },
  ])
  expect([(await prices(keeper)).status, (await prices(f.boss, 'limit=99')).status]).toEqual([403, 400])
  const stranger = await f.person(['sales'])
  expect([
    (await prices(stranger)).status,
    (await app.api.get(`/customers/${customer.id}/card`, { token: stranger.token })).status,
  ]).toEqual([404, 404])
  const { kinds } = done(await app.api.get(`/customers/${customer.id}/card/documents`, { token: f.boss.token }))
  expect(kinds.map(({ slug }: { slug: string }) => slug)).toEqual(['samples', 'orders']) // as in the menu
})

test('the card tells contacts, the policies that hold and what is to be done next, each as far as its reader may read it', async () => {
  const [seller, keeper] = [await f.person(['sales'], { editPrice: true }), await f.person(['warehouse'], { dataScope: 'all' })]
  const code = `P${(numbered += 1)}`
  const above = await f.master('customer-categories', { code: `${code}A`, name: '牛仔' })
  const category = await f.master('customer-categories', { code, name: '牛仔外贸', parent: above.id })
  const customer = await f.customer({
    salesperson: seller.id,
    category: category.id,
    contacts: [
      { name: '何', phone: '13700002222' },
      { name: '陈', position: '采购', email: 'chen@example.com', main: true },
    ],
  })
  const [item, other] = [await f.item({ availabilityMode: 'off' }), await f.customer({ salesperson: f.boss.id })]
  const policy = (row: Record<string, unknown>) => f.master('price-policies', { item: item.id, currency: 'CNY', ...row })
  const his = await policy({ customer: customer.id, price: 8.5, validFrom: '2099-01-01' })
  const ofCategory = await policy({ customerCategory: above.id, minQty: 100, price: 8.8 })
  const everybodys = await policy({ discountRate: 3 })
  await policy({ customer: other.id, price: 1 })
  await policy({ customer: customer.id, price: 2, validFrom: '2019-01-01', validTo: '2019-12-31' })
  const ask = (path: 'card' | 'card/policies', by: Person) => app.api.get(`/customers/${customer.id}/${path}`, { token: by.token })
  const policies = async (by: Person) => done(await app.api.get(`/customers/${customer.id}/card/policies`, { token: by.token })).policies
  for (const by of [f.boss, seller]) {
    const told = (await policies(by)).filter(({ item: of }) => of?.id === item.id)
    expect(told).toMatchObject([
      { id: his.id, for: 'customer', price: 8.5, validFrom: '2099-01-01', item: { code: item.code } },
      { id: ofCategory.id, for: 'category', category: '牛仔', minQty: 100, price: 8.8 },
      { id: everybodys.id, for: 'everybody', price: null, discountRate: 3 },
    ])
    expect(told).toHaveLength(3)
  }
  expect(await policies(keeper)).toEqual([]) // the table of rights has no policies for the warehouse
  const [quote, order] = [
    done(await post('/quotes?depth=0', { customer: customer.id, lines: [{ item: item.id, qty: 2 }] })),
    await f.order(customer.id, [{ item: item.id, qty: 1 }], seller),
  ]
  const note = (place: string, text: string, due: string) => post(`/notes/${place}`, { text, due, assignee: seller.id })
  done(await note(`quotes/${quote.id}`, '催确认', '2099-03-02'))
  done(await note(`orders/${order.id}`, '补资料', '2099-03-01'))
  done(await note(`customers/${customer.id}`, '回访', '2019-03-01'))
  const over = done(await note(`orders/${order.id}`, '已办', '2099-03-01'))
  done(await post(`/notes/${over.id}/done`, { done: true }))
  const card = async (by: Person) => done(await app.api.get(`/customers/${customer.id}/card`, { token: by.token }))
  const told = await card(seller)
  expect(told.contacts).toEqual([
    { name: '陈', position: '采购', phone: null, email: 'chen@example.com', isMain: true },
    { name: '何', position: null, phone: '13700002222', email: null, isMain: false },
  ])
  const visit = { slug: 'customers', text: '回访', due: '2019-03-01', late: true }
  const papers = { slug: 'orders', id: order.id, no: order.no, text: '补资料', due: '2099-03-01', late: false }
  expect(told.steps).toMatchObject([visit, papers, { slug: 'quotes', id: quote.id, text: '催确认' }])
  expect(told.steps).toHaveLength(3)
  expect((await card(keeper)).steps.map(({ slug }) => slug)).toEqual(['customers', 'orders']) // quotes are not for the warehouse
  const stranger = await f.person(['sales'])
  expect([(await ask('card', stranger)).status, (await ask('card/policies', stranger)).status]).toEqual([404, 404])
})

describe('another person is responsible', () => {
  const give = (ids: number[], to: Person, by: Person = f.boss, more: Record<string, unknown> = {}) =>
    post('/customers/hand-over', { ids, to: to.id, note: '片区调整', ...more }, by)

  test('customers with their open orders, quotes and next steps, in one step; history, notices and credit say so', async () => {
    const north = await f.master('departments', { code: `N${(numbered += 1)}`, name: '北区' })
    const [old, next] = [await f.person(['sales'], { editPrice: true }), await f.person(['sales'], { department: north.id })]
    const [first, second] = [await f.customer({ salesperson: old.id }), await f.customer({ salesperson: old.id })]
    const item = await f.item({ availabilityMode: 'off' })
    const order = await f.order(first.id, [{ item: item.id, qty: 2 }], old)
    for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
    done(await post(`/notes/customers/${second.id}`, { text: '回访', due: '2030-01-05', assignee: old.id }, old))
    const refused = await give([first.id], next, old)
    expect([refused.status, codesOf(refused)]).toEqual([403, ['FORBIDDEN']])
    const unknown = await give([first.id, 999_999], next)
    expect([unknown.status, (await f.read('customers', first.id)).salesperson]).toEqual([400, old.id])
    const told = done(await give([first.id, second.id], next))
    expect(told).toMatchObject({ customers: [first.id, second.id], documents: [{ slug: 'orders', id: order.id }], steps: 1 })
    expect(await f.read('customers', second.id)).toMatchObject({ salesperson: next.id, department: north.id, version: 2 })
    expect(await f.read('orders', order.id)).toMatchObject({ salesperson: next.id, department: north.id })
    // the former owner no longer reads them, the new one does, also by typing
    const seen = async (by: Person) => (await app.api.get(`/customers/${first.id}`, { token: by.token })).status
    expect([await seen(old), await seen(next)]).toEqual([404, 200])
    const { rows } = done(await app.api.get(`/lookup/customers?q=${first.code}`, { token: next.token }))
    expect(rows.map(({ id }: { id: number }) => id)).toContain(first.id)
    const log = done(
      await app.api.get(`/audit-log?where[slug][equals]=customers&where[documentId][equals]=${first.id}&sort=-id&depth=0`, {
        token: f.admin.token,
      }),
    )
    expect(log.docs[0]).toMatchObject({ verb: 'hand-over', reason: '片区调整', user: f.boss.id })
    expect(log.docs[0].changes).toContainEqual({ path: 'salesperson', before: old.id, after: next.id })
    const used = async (kind: string, id: number) =>
      done(await app.api.get(`/credit/${kind}/${id}`, { token: f.boss.token })).buckets.orders
    expect([await used('users', old.id), await used('users', next.id), await used('departments', north.id)]).toEqual([0, 200, 200])
    const notices = done(await app.api.get('/notifications?depth=0&limit=20', { token: next.token })).docs
    expect(notices.map(({ kind }: { kind: string }) => kind)).toContain('customersHandedOver')
    const req = await createLocalReq({}, app.payload)
    expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
  })

  test('without what is open; never to somebody who does not sell or has left', async () => {
    const [old, next] = [await f.person(['sales'], { editPrice: true }), await f.person(['sales'])]
    const customer = await f.customer({ salesperson: old.id })
    const item = await f.item({ availabilityMode: 'off' })
    const order = await f.order(customer.id, [{ item: item.id, qty: 1 }], old)
    expect(codesOf(await give([customer.id], await f.person(['warehouse'])))).toEqual(['INVALID_INPUT'])
    expect(
      codesOf(await give([customer.id], await f.person(['sales'], { disabled: true }).catch(() => ({ ...next, id: 999_999 })))),
    ).toEqual(['INVALID_INPUT'])
    done(await give([customer.id], next, f.boss, { withOpen: false }))
    expect([(await f.read('customers', customer.id)).salesperson, (await f.read('orders', order.id)).salesperson]).toEqual([
      next.id,
      old.id,
    ])
  })
})
