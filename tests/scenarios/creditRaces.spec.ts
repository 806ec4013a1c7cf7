import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let item: Told<'items'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  item = await f.item({ availabilityMode: 'off' })
})
afterAll(() => app.close())

/** What the proof of the books finds. */
async function differences(): Promise<unknown[]> {
  const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const { createLocalReq } = await import('payload')
  const { inTransaction } = await import('@/src/db/transaction')
  const req = await createLocalReq({}, app.payload)
  return inTransaction(req, () => verifyLedgers(req))
}

const exposure = async (kind: string, id: number): Promise<number> =>
  done(await app.api.get(`/credit/${kind}/${id}`, { token: f.boss.token })).exposure

test('CR-28: fifty clients on crossed objects: no deadlock reaches anybody, no object is ever over its limit', async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
  const sellers = await Promise.all([0, 1].map(() => f.person(['sales'], { editPrice: true, credit: { control: true, limit: 1500 } })))
  const customers = await Promise.all([0, 1].map(() => f.customer({ credit: { control: true, limit: 1200 } })))
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      f.tryOrder(customers[i % 2]?.id ?? 0, [{ item: item.id, qty: 1 }], f.boss, { salesperson: sellers[(i >> 1) % 2]?.id }),
    ),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 400]))
  expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['CREDIT_LIMIT_EXCEEDED']))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(24)
  for (const customer of customers) expect(await exposure('customers', customer.id)).toBe(1200)
  for (const seller of sellers) expect(await exposure('users', seller.id)).toBeLessThanOrEqual(1500)
})

test('approving while a receipt arrives and while others approve: never over the limit', async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'approve' })
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  const orders = await Promise.all(Array.from({ length: 4 }, () => f.order(customer.id, [{ item: item.id, qty: 6 }])))
  for (const order of orders) await f.verb('orders', order.id, 'submit')
  const receipt = done(await app.api.post('/receipts', { token: f.boss.token, body: { customer: customer.id, amount: 600 } }))
  const answers = await Promise.all([
    f.call('receipts', receipt.id, 'approve'),
    ...orders.map((order) => f.call('orders', order.id, 'approve')),
  ])
  expect(answers[0]?.status).toBe(200)
  const passed = answers.slice(1).filter(({ status }) => status === 200).length
  expect(passed).toBeGreaterThanOrEqual(1)
  expect(await exposure('customers', customer.id)).toBe(passed * 600 - 600)
  expect(await exposure('customers', customer.id)).toBeLessThanOrEqual(1000)
})

test('an order taken off hold while another is approved: one of them is told', async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'approve' })
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  const held = await f.approvedOrder(customer.id, [{ item: item.id, qty: 6 }])
  await f.verb('orders', held.id, 'hold', { reason: '客户要求' })
  const other = await f.order(customer.id, [{ item: item.id, qty: 6 }])
  await f.verb('orders', other.id, 'submit')
  const [resumed, approved] = await Promise.all([f.call('orders', held.id, 'resume'), f.call('orders', other.id, 'approve')])
  expect([resumed.status, approved.status]).toEqual([200, 400])
  expect(await exposure('customers', customer.id)).toBe(600)
})

test('two approvers release one request at once, and the clerk saves more: nobody sees a deadlock, the release never covers more', async () => {
  await f.settings('credit-settings', { action: 'release', moment: 'save' })
  const approvers = await Promise.all([0, 1].map(() => f.person(['generalManager'], { releaseQuota: 1000 })))
  for (let round = 0; round < 5; round += 1) {
    const customer = await f.customer({ credit: { control: true, limit: 1000 } })
    const order = await f.order(customer.id, [{ item: item.id, qty: 12 }])
    const [request] = done(
      await app.api.get(`/credit-releases?depth=0&where[documentId][equals]=${order.id}`, { token: f.boss.token }),
    ).docs
    const answers = await Promise.all([
      ...approvers.map((by) => f.call('credit-releases', request.id, 'release', {}, by)),
      app.api.patch(`/orders/${order.id}`, { token: f.clerk.token, body: { lines: [{ ...order.lines[0], qty: 13 }] } }),
    ])
    expect(answers.every(({ status }) => [200, 400, 409].includes(status))).toBe(true)
    expect((await f.read('orders', order.id)).grossTotal).toBe(1300)
    await f.verb('orders', order.id, 'submit')
    const living = done(
      await app.api.get(`/credit-releases?depth=0&where[documentId][equals]=${order.id}&where[status][equals]=released`, {
        token: f.boss.token,
      }),
    ).docs
    const approved = await f.call('orders', order.id, 'approve')
    expect([approved.status, living.length]).toEqual(living[0]?.amount === 1300 ? [200, 1] : [400, 0])
  }
})

test('a closed order is reopened while another is approved: one passes, never both', async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'approve' })
  for (let round = 0; round < 4; round += 1) {
    const customer = await f.customer({ credit: { control: true, limit: 1000 } })
    const closed = await f.approvedOrder(customer.id, [{ item: item.id, qty: 6 }])
    await f.verb('orders', closed.id, 'short-close', { reason: '客户不要了' })
    const other = await f.order(customer.id, [{ item: item.id, qty: 6 }])
    await f.verb('orders', other.id, 'submit')
    const answers = await Promise.all([f.call('orders', closed.id, 'reopen'), f.call('orders', other.id, 'approve')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(answers.flatMap(codesOf)).toEqual(['CREDIT_LIMIT_EXCEEDED'])
    expect(await exposure('customers', customer.id)).toBe(600)
  }
})

test('a credit note is set off while a receipt settles the same invoice: never more than is open', async () => {
  const customer = await f.customer()
  await f.settings('order-settings', { directDeliveries: true })
  const billed = async (qty: number) => {
    const invoice = done(
      await app.api.post('/invoices?depth=0', { token: f.boss.token, body: { customer: customer.id, lines: [{ item: item.id, qty }] } }),
    )
    await f.verb('invoices', invoice.id, 'approve')
    return f.read('invoices', invoice.id)
  }
  const receipt = async (body: Record<string, unknown>) => {
    const made = done(await app.api.post('/receipts?depth=0', { token: f.boss.token, body: { customer: customer.id, ...body } }))
    await f.verb('receipts', made.id, 'approve')
    return made
  }
  const paid = await billed(5)
  await receipt({ amount: 500, allocations: [{ invoice: paid.id, amount: 500 }] })
  const note = await f.create('invoices', paid.id, 'create-credit-note')
  await f.verb('invoices', note.id, 'approve')
  const open = await billed(6)
  const money = await receipt({ amount: 400 })
  const answers = await Promise.all([
    f.call('invoices', note.id, 'allocate', { allocations: [{ invoice: open.id, amount: 400 }] }),
    f.call('receipts', money.id, 'allocate', { allocations: [{ invoice: open.id, amount: 400 }] }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  expect((await f.read('invoices', open.id)).openAmount).toBe(200)
})

test('writers of different customers never wait for each other: what nobody controls is not locked, and no figure is lost', async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
  const seller = await f.person(['sales'], { editPrice: true })
  const order = (customer: number) =>
    app.api.post('/orders?depth=0', {
      token: f.boss.token,
      body: { customer, salesperson: seller.id, lines: [{ item: item.id, qty: 1, price: 100 }] },
    })
  const customers = await Promise.all([0, 1, 2].map(() => f.customer({ credit: { control: true, limit: 100_000 } })))
  const [first, second] = customers as [Told<'customers'>, Told<'customers'>]
  done(await order(first.id))
  // somebody stands in the middle of a save: he holds every balance that a save of his touches
  const holder = new pg.Client({ connectionString: app.database.url })
  await holder.connect()
  await holder.query('begin')
  await holder.query(
    `select 1 from credit_balances where (object_kind = 'customers' and object_id = $1) or object_kind in ('users', 'departments') for update`,
    [first.id],
  )
  const made = done(await order(second.id)) // would wait for ever
  const uncontrolled = await f.customer()
  done(await order(uncontrolled.id))
  await f.settings('credit-settings', { checkOrder: false })
  done(await order(first.id)) // credit off: nothing is locked, not even this customer
  await f.settings('credit-settings', { checkOrder: true })
  expect(await exposure('users', seller.id)).toBe(400)
  await holder.query('rollback')
  await holder.end()
  await f.verb('orders', made.id, 'cancel', { reason: '客户不要了' })
  expect(await exposure('users', seller.id)).toBe(300)
  expect(await exposure('customers', first.id)).toBe(200)
  // from now on he is controlled: what waited beside his balance counts
  done(await app.api.patch(`/users/${seller.id}`, { token: f.admin.token, body: { credit: { control: true, limit: 450 } } }))
  const answers = await Promise.all([...customers, ...customers].map(({ id }) => order(id)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await exposure('users', seller.id)).toBe(400)
  expect(await differences()).toEqual([])
})

test('a limit lowered while an order waits for the balance is the one the order is held to', async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  await f.order(customer.id, [{ item: item.id, qty: 1 }]) // he has a balance
  const finance = await f.person(['finance'], { seeCreditLimit: true })
  const lower = done(await app.api.post('/credit-limits?depth=0', { token: finance.token, body: { customer: customer.id, limit: 500 } }))
  await f.verb('credit-limits', lower.id, 'submit', {}, finance)
  const holder = new pg.Client({ connectionString: app.database.url })
  await holder.connect()
  const waiting = async (wanted: number): Promise<void> => {
    for (let seen = 0; seen < wanted;) {
      const { rows } = await holder.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      seen = (rows[0] as { n: number }).n
    }
  }
  await holder.query('begin')
  await holder.query(`select 1 from credit_balances where object_kind = 'customers' and object_id = $1 for update`, [customer.id])
  const lowering = f.call('credit-limits', lower.id, 'approve')
  await waiting(1)
  const ordering = f.tryOrder(customer.id, [{ item: item.id, qty: 6 }])
  await waiting(2)
  await holder.query('rollback')
  await holder.end()
  expect((await lowering).status).toBe(200)
  expect(codesOf(await ordering)).toEqual(['CREDIT_LIMIT_EXCEEDED'])
})
