import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
beforeEach(() =>
  f.settings('credit-settings', { action: 'forbid', moment: 'save', bucketOrders: true, overdueThreshold: 10, overdueMargin: 0 }),
)
afterAll(() => app.close())

const position = async (kind: string, id: number) => done(await app.api.get(`/credit/${kind}/${id}`, { token: f.boss.token }))
const exposure = async (kind: string, id: number): Promise<number> => (await position(kind, id)).exposure
const verified = async () => {
  const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const { inTransaction } = await import('@/src/db/transaction')
  const { createLocalReq } = await import('payload')
  const req = await createLocalReq({}, app.payload)
  return inTransaction(req, () => verifyLedgers(req))
}

test('CR-29: customer free 500, salesperson free 100, document 200: the salesperson alarms with 100, both stand in the result', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const seller = await f.person(['sales'], { editPrice: true, credit: { control: true, limit: 100 } })
  const customer = await f.customer({ salesperson: seller.id, credit: { control: true, limit: 500 } })
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 2 }], seller)
  expect(codesOf(refused)).toEqual(['CREDIT_LIMIT_EXCEEDED'])
  const facts = findingOf(refused, 'CREDIT_LIMIT_EXCEEDED')?.facts as Record<string, unknown>
  expect(facts).toMatchObject({ object: { kind: 'users', id: seller.id }, excess: 100 })
  expect((facts['objects'] as Array<{ kind: string; outcome: string }>).map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['customers', 'within'],
    ['users', 'alarm'],
  ])
})

test('every object is checked and all alarms are named in one answer', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const department = await f.master('departments', { code: 'D1', name: '一部', credit: { control: true, limit: 150 } })
  const seller = await f.person(['sales'], { editPrice: true, credit: { control: true, limit: 100 } })
  const customer = await f.customer({ salesperson: seller.id, department: department.id, credit: { control: true, limit: 50 } })
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 2 }], seller)
  const alarms = refused.body.errors[0].data.errors.map((e) => [(e.facts['object'] as { kind: string }).kind, e.facts.excess])
  expect(alarms).toEqual([
    ['customers', 150],
    ['departments', 50],
    ['users', 100],
  ])
})

test('order, delivery, invoice and receipt move one amount through the buckets of all three objects; undoing all leaves nothing', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 20 })
  const department = await f.master('departments', { code: 'D2', name: '二部' })
  const seller = await f.person(['sales'], { editPrice: true })
  const customer = await f.customer({ salesperson: seller.id, department: department.id })
  const objects: Array<[string, number]> = [
    ['customers', customer.id],
    ['departments', department.id],
    ['users', seller.id],
  ]
  const buckets = async () => Promise.all(objects.map(async ([kind, id]) => Object.values((await position(kind, id)).buckets)))
  const all = (row: number[]) => [row, row, row]
  const { id } = await f.order(customer.id, [{ item: item.id, qty: 10 }], seller)
  for (const verb of ['submit', 'approve']) await f.verb('orders', id, verb)
  const order = await f.read('orders', id)
  expect(await buckets()).toEqual(all([1000, 0, 0, 0]))
  const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 6 }] })
  await f.verb('deliveries', delivery.id, 'approve')
  if ((await f.read('deliveries', delivery.id)).status !== 'issued') await f.verb('deliveries', delivery.id, 'issue')
  expect(await buckets()).toEqual(all([400, 600, 0, 0]))
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  expect(await buckets()).toEqual(all([400, 0, 600, 0]))
  await f.verb('invoices', invoice.id, 'approve')
  expect(await buckets()).toEqual(all([400, 0, 0, 600]))
  const receipt = done(
    await app.api.post('/receipts', {
      token: f.boss.token,
      body: { customer: customer.id, amount: 600, method: 'transfer', allocations: [{ invoice: invoice.id, amount: 600 }] },
    }),
  )
  await f.verb('receipts', receipt.id, 'approve')
  expect(await buckets()).toEqual(all([400, 0, 0, 0]))
  expect(await verified()).toEqual([])
})

test('money on account of one salesperson that settles the invoice of another frees the one who sold', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  await f.settings('order-settings', { directDeliveries: true })
  const [li, wang] = [await f.person(['sales'], { editPrice: true }), await f.person(['sales'], { editPrice: true })]
  const customer = await f.customer({ salesperson: wang.id })
  const delivery = done(
    await app.api.post('/deliveries?depth=0', {
      token: f.boss.token,
      body: { customer: customer.id, salesperson: li.id, lines: [{ item: item.id, qty: 3, warehouse: f.warehouse.id }] },
    }),
  )
  await f.verb('deliveries', delivery.id, 'approve')
  if ((await f.read('deliveries', delivery.id)).status !== 'issued') await f.verb('deliveries', delivery.id, 'issue')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  const receipt = done(await app.api.post('/receipts', { token: f.boss.token, body: { customer: customer.id, amount: 300 } }))
  await f.verb('receipts', receipt.id, 'approve')
  expect([await exposure('users', li.id), await exposure('users', wang.id), await exposure('customers', customer.id)]).toEqual([
    300, -300, 0,
  ])
  await f.verb('receipts', receipt.id, 'allocate', { allocations: [{ invoice: invoice.id, amount: 300 }] })
  expect([await exposure('users', li.id), await exposure('users', wang.id), await exposure('customers', customer.id)]).toEqual([0, 0, 0])
  expect(await verified()).toEqual([])
})

test('another salesperson on the order moves its amount to him', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const [li, wang] = [await f.person(['sales'], { editPrice: true }), await f.person(['sales'], { editPrice: true })]
  const customer = await f.customer({ salesperson: li.id })
  const order = await f.order(customer.id, [{ item: item.id, qty: 2 }], li)
  expect([await exposure('users', li.id), await exposure('users', wang.id)]).toEqual([200, 0])
  done(await app.api.patch(`/orders/${order.id}`, { token: f.boss.token, body: { salesperson: wang.id } }))
  expect([await exposure('users', li.id), await exposure('users', wang.id)]).toEqual([0, 200])
  await f.verb('orders', order.id, 'cancel', { reason: '客户取消' })
  expect([await exposure('users', li.id), await exposure('users', wang.id), await exposure('customers', customer.id)]).toEqual([0, 0, 0])
})

test('an order paid before delivery uses no credit, an advance lowers it', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const prepaid = await f.master('payment-terms', { code: 'PP', name: '款到发货', kind: 'prepaid' })
  const customer = await f.customer({ credit: { control: true, limit: 0 } })
  expect((await f.tryOrder(customer.id, [{ item: item.id, qty: 5 }], f.clerk, { paymentTerms: prepaid.id })).status).toBe(201)
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }]))).toEqual(['CREDIT_LIMIT_EXCEEDED'])
  const receipt = done(await app.api.post('/receipts', { token: f.boss.token, body: { customer: customer.id, amount: 100 } }))
  await f.verb('receipts', receipt.id, 'approve')
  expect((await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }])).status).toBe(201)
  expect(await exposure('customers', customer.id)).toBe(0)
})

test('CR-34: an invoice of 61 days at 60 days alarms the period; a rest of 9.99 does not; the page says what the check says', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer({ credit: { controlPeriod: true, days: 60 } })
  const day = (back: number) => new Date(Date.now() + 8 * 3600e3 - back * 864e5).toISOString().slice(0, 10)
  const invoice = async (back: number, price: number) => {
    const delivery = done(
      await app.api.post('/deliveries?depth=0', {
        token: f.boss.token,
        body: { customer: customer.id, date: day(back), lines: [{ item: item.id, qty: 1, price, warehouse: f.warehouse.id }] },
      }),
    )
    await f.verb('deliveries', delivery.id, 'approve')
    if ((await f.read('deliveries', delivery.id)).status !== 'issued') await f.verb('deliveries', delivery.id, 'issue')
    const made = await f.create('deliveries', delivery.id, 'create-invoice', { date: day(back) })
    return f.verb('invoices', made.id, 'approve')
  }
  await invoice(90, 9.99)
  await invoice(60, 100)
  expect((await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }])).status).toBe(201)
  expect(await position('customers', customer.id)).toMatchObject({ oldestOpen: { openAmount: 100 }, oldestOverdue: null })
  const late = await invoice(61, 50)
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }])
  expect(codesOf(refused)).toEqual(['CREDIT_PERIOD_EXCEEDED'])
  expect(findingOf(refused, 'CREDIT_PERIOD_EXCEEDED')?.facts).toMatchObject({ document: late.no, daysOpen: 61 })
  const page = await position('customers', customer.id)
  expect(page.findings.map(({ code }: { code: string }) => code)).toEqual(['CREDIT_PERIOD_EXCEEDED'])
  expect(page.oldestOverdue.documentNo).toBe(late.no)
  await f.settings('credit-settings', { overdueMargin: 1 })
  expect((await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }])).status).toBe(201)
})

test('a limit document is in force by its dates, needs another pair of eyes, and one below the exposure is flagged or refused', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer({ credit: { control: true, limit: 100 } })
  const day = (ahead: number) => new Date(Date.now() + 8 * 3600e3 + ahead * 864e5).toISOString().slice(0, 10)
  const finance = await f.person(['finance'], { seeCreditLimit: true })
  const limit = async (body: Record<string, unknown>) => {
    const doc = done(await app.api.post('/credit-limits?depth=0', { token: finance.token, body: { customer: customer.id, ...body } }))
    await f.verb('credit-limits', doc.id, 'submit', {}, finance)
    return doc
  }
  await f.settings('order-settings', { fourEyes: true })
  const temporary = await limit({ limit: 500, validFrom: day(-1), validTo: day(1) })
  expect(codesOf(await f.call('credit-limits', temporary.id, 'approve', {}, finance))).toEqual(['FOUR_EYES'])
  await f.verb('credit-limits', temporary.id, 'approve')
  await f.settings('order-settings', { fourEyes: false })
  expect(await position('customers', customer.id)).toMatchObject({ limit: 500, limitUntil: day(1), free: 500, status: 'ok' })
  await f.order(customer.id, [{ item: item.id, qty: 5 }])
  expect((await position('customers', customer.id)).status).toBe('watch')
  const later = await limit({ limit: 9000, validFrom: day(5) })
  await f.verb('credit-limits', later.id, 'approve')
  expect((await position('customers', customer.id)).limit).toBe(500)
  const lower = await limit({ limit: 400, validFrom: day(0), validTo: day(3) })
  await f.settings('credit-settings', { limitBelowExposure: 'refuse' })
  expect(codesOf(await f.call('credit-limits', lower.id, 'approve'))).toEqual(['CREDIT_LIMIT_EXCEEDED'])
  await f.settings('credit-settings', { limitBelowExposure: 'warn' })
  const flagged = await f.call('credit-limits', lower.id, 'approve')
  expect([flagged.status, flagged.body.warnings[0].facts.excess]).toEqual([200, 100])
  expect(await position('customers', customer.id)).toMatchObject({ limit: 400, free: -100, status: 'hold' })
  expect((await app.api.get(`/credit-limits/${lower.id}`, { token: f.clerk.token })).status).not.toBe(200)
  const bare = await app.api.get(`/credit/customers/${customer.id}`, { token: f.clerk.token })
  expect(JSON.stringify(bare.body)).not.toMatch(/"limit"|"free"|"status"/)
})

test('CR-24: a stop set after the order stops its approval and its delivery; shipped goods are invoiced all the same', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10 })
  const customer = await f.customer()
  const order = await f.order(customer.id, [{ item: item.id, qty: 2 }])
  const hold = async (value: string) =>
    done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit: { hold: value } } }))
  await f.verb('orders', order.id, 'submit')
  await hold('stop')
  expect(codesOf(await f.call('orders', order.id, 'approve'))).toEqual(['CREDIT_STOP'])
  await hold('none')
  await f.verb('orders', order.id, 'approve')
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await hold('stop')
  expect(codesOf(await f.call('deliveries', delivery.id, 'approve'))).toEqual(['CREDIT_STOP'])
  await hold('none')
  await f.verb('deliveries', delivery.id, 'approve')
  if ((await f.read('deliveries', delivery.id)).status !== 'issued') await f.verb('deliveries', delivery.id, 'issue')
  await hold('stop')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  expect((await f.call('invoices', invoice.id, 'approve')).status).toBe(200)
})
