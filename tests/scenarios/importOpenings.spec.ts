// More than 300 lines: what a company brings along on its opening day is one story, from the guide to the proof of its books.

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import pg from 'pg'

import { inTransaction } from '@/src/db/transaction'
import { allRules } from '@/src/engine/define'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, findingOf, openFactory } from '../support/story'

let app: TestApp
let f: Factory
let books: pg.Pool

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  books = new pg.Pool({ connectionString: app.database.url })
})
afterAll(async () => {
  await books.end()
  await app.close()
})

const fileOf = (lines: readonly string[], more: Record<string, string> = {}): FormData => {
  const form = new FormData()
  form.append('file', new Blob([lines.join('\n')]), 'file.csv')
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  return form
}
const send = async (kind: string, lines: readonly string[], more: Record<string, string> = {}) =>
  done(await app.api.post(`/import/${kind}`, { token: f.boss.token, body: fileOf(lines, more) }))
const numbered = async (slug: string, no: string) =>
  done(await app.api.get(`/${slug}?where[no][equals]=${no}&depth=0`, { token: f.boss.token })).docs[0]
const verified = async () => {
  const req = await createLocalReq({}, app.payload)
  return inTransaction(req, () => verifyLedgers(req))
}
const placesOf = (errors: Array<{ row: number; column: string }>) => errors.map(({ row, column }) => [row, column])

test('an administrator is told what the first order still needs, in order; nobody else is', async () => {
  type Path = { steps: Array<{ name: string; done: boolean }>; ready: boolean; begun: boolean }
  const { body } = await app.api.send<Path>('GET', '/setup', { token: f.admin.token })
  const { steps, ready, begun } = body
  expect([ready, begun, steps.filter((step) => !step.done).map(({ name }) => name)]).toEqual([
    false,
    false,
    [
      'company',
      'departments',
      'paymentTerms',
      'items',
      'customers',
      'openingDay',
      'openingStock',
      'openingReceivables',
      'availability',
      'firstOrder',
    ],
  ])
  expect((await app.api.get('/setup', { token: f.clerk.token })).status).toBe(403)
})

test('opening stock needs a cost, is posted by warehouse, and comes in once', async () => {
  const [rivet, batch] = [await f.item(), await f.item({ batchControlled: true })]
  const bad = await send('opening-stock', ['仓库,品号,批号,数量,成本单价', `W1,${rivet.code},,10,`, `W1,${rivet.code},,10,0`, 'W9,x,,1,1'])
  expect(placesOf(bad.errors)).toEqual([
    [2, 'cost'],
    [3, 'cost'],
    [4, 'warehouse'],
    [4, 'item'],
  ])
  const file = ['仓库,品号,批号,数量,成本单价,日期', `成品仓,${rivet.code},,"1,000",0.5,2026-01-01`, `W1,${batch.code},B1,20,3,2026-01-01`]
  expect(await send('opening-stock', file)).toMatchObject({ created: 2, errors: [] })
  expect(await send('opening-stock', file)).toMatchObject({ created: 0, unchanged: 2, errors: [] })
  expect(await numbered('stock-receipts', 'OPEN-W1-1')).toMatchObject({ status: 'posted', date: '2026-01-01' })
  expect(placesOf((await send('opening-stock', [file[0]!, `W1,${rivet.code},,5,1,2026-01-01`])).errors)).toEqual([[2, 'warehouse']])
  expect(await verified()).toEqual([])
})

test('opening receivables keep number, due date and what was paid; negative ones are money on account; a changed balance is told anew', async () => {
  const customer = await f.customer()
  const file = [
    '发票号,客户,日期,到期日,金额,未收金额',
    `OLD-1,${customer.code},2025-12-01,2026-01-15,"11,300.00",5000`,
    `OLD-2,${customer.name},20251220,,200,`,
    `ADV-1,${customer.code},2025-12-22,,-700,`,
    `IN20251230-0007,${customer.code},2025/12/30,,100,`,
  ]
  expect(await send('opening-receivables', file)).toMatchObject({ created: 4, errors: [] })
  expect(await send('opening-receivables', file)).toMatchObject({ created: 0, updated: 0, unchanged: 4 })
  expect(await numbered('invoices', 'OLD-1')).toMatchObject({
    openAmount: 5000,
    grossTotal: 11300,
    dueDate: '2026-01-15',
    settlement: 'partly',
    status: 'approved',
  })
  expect(await numbered('receipts', 'ADV-1')).toMatchObject({ amount: 700, openAmount: 700, status: 'approved' })
  const credit = done(await app.api.get(`/credit/customers/${customer.id}`, { token: f.boss.token }))
  expect(credit.buckets.receivable).toBe(5000 + 200 - 700 + 100)
  expect(await send('opening-receivables', [file[0]!, file[1]!.replace(',5000', ',4000')])).toMatchObject({ created: 0, updated: 1 })
  expect(await numbered('invoices', 'OLD-1')).toMatchObject({ openAmount: 4000 })
  const wrong = await send('opening-receivables', [
    file[0]!,
    `BAD,${customer.code},2025-12-01,,100,101`,
    `OLD-2,${customer.code},2025-12-20,,201,`,
  ])
  expect(placesOf(wrong.errors)).toEqual([
    [2, 'openAmount'],
    [3, 'no'],
  ])
  // an imported invoice is settled like any other
  const receipt = done(await app.api.post('/receipts', { token: f.boss.token, body: { customer: customer.id, amount: 4000 } }))
  await f.verb('receipts', receipt.id, 'approve')
  await f.verb('receipts', receipt.id, 'allocate', { allocations: [{ invoice: (await numbered('invoices', 'OLD-1')).id, amount: 4000 }] })
  expect(await numbered('invoices', 'OLD-1')).toMatchObject({ openAmount: 0, settlement: 'full' })
  expect(await verified()).toEqual([])
})

test('sales history feeds analysis and last prices, owes nothing, and is proved: an invoice raised by 1,000 is noticed', async () => {
  const customer = await f.customer({ taxMode: 'exclusive' })
  // what is sold no more was sold then
  const [a, b] = [await f.item({ taxRate: 13 }), await f.item({ taxRate: 13, active: false })]
  const file = [
    'no,customer,date,item,qty,price,taxRate,cost,freight,cancelled,运费税率',
    `H-1,${customer.code},2024-03-01,${a.code},10,1.5,13%,1,11.3,`,
    `H-2,${customer.code},2024-03-02,${b.code},-4,2.5,13,1,,`,
    `H-1,${customer.code},2024-03-01,${b.code},4,2.5,13%,1,,`,
    `H-3,${customer.code},2024-03-03,${a.code},5,0,13%,,,`,
    `H-4,${customer.code},2024-03-04,${a.code},5,99,13%,,,yes`,
    `H-5,${customer.code},2024-03-05,${a.code},6,1.6,13%,1,109,,9%`,
    `H-5,${customer.code},2024-03-05,${b.code},-1,2.5,13%,1,,`,
  ]
  expect(await send('sales-history', file)).toMatchObject({ rows: 7, created: 5, errors: [] })
  expect(await send('sales-history', file)).toMatchObject({ created: 0, unchanged: 5, errors: [] })
  expect(await numbered('invoices', 'H-1')).toMatchObject({
    netTotal: 25,
    taxTotal: 3.25,
    grossTotal: 39.55,
    openAmount: 0,
    status: 'approved',
  })
  expect(await numbered('invoices', 'H-2')).toMatchObject({ kind: 'creditNote', netTotal: 10 })
  expect((await numbered('invoices', 'H-4')).status).toBe('cancelled')
  const analysis = done(
    await app.api.get(`/reports/sales-analysis?from=2024-01-01&to=2024-12-31&by=customer&customer=${customer.id}`, { token: f.boss.token }),
  )
  const taxed = done(await app.api.get(`/reports/tax-invoices?customer=${customer.id}`, { token: f.boss.token }))
  expect([taxed.controlTotal.ok, taxed.rows.filter(({ name }) => name === '运费').map((row) => row['gross'])]).toEqual([true, [11.3, 109]])
  expect(await numbered('invoices', 'H-5')).toMatchObject({ freightNet: 100, freightTax: 9, netTotal: 107.1 })
  expect(JSON.stringify(analysis)).toContain('22.1') // 25 − 10 + 0 + 9.6 − 2.5
  const resolved = done(await app.api.get(`/price-history?customer=${customer.id}&item=${a.id}`, { token: f.boss.token }))
  expect(JSON.stringify(resolved)).toContain('1.6')
  expect(await verified()).toEqual([])
  // two columns of rates, each written in its own way, are asked and answered one by one
  const twoWays = ['no,customer,date,item,qty,price,discountRate,taxRate', `H-6,${customer.code},2024-04-01,${a.code},10,1.5,0.5,0.13`]
  const asked = await send('sales-history', twoWays)
  expect(asked.questions).toMatchObject([
    { ask: 'rates', column: 'discountRate' },
    { ask: 'rates', column: 'taxRate' },
  ])
  expect(await send('sales-history', twoWays, { 'rates.discountRate': 'percent', 'rates.taxRate': 'share' })).toMatchObject({ created: 1 })
  expect((await numbered('invoices', 'H-6')).lines[0]).toMatchObject({ discountRate: 0.5, taxRate: 13, net: 14.93 })
  const differing = await send('sales-history', [file[0]!, `H-5,${customer.code},2024-03-05,${a.code},7,1.6,13%,1,,`])
  expect(placesOf(differing.errors)).toEqual([[2, 'no']])
  // what a file of receivables says of an invoice of the history makes it open
  expect(
    await send('opening-receivables', ['no,customer,date,amount,openAmount', `H-1,${customer.code},2024-03-01,39.55,9.55`]),
  ).toMatchObject({ updated: 1 })
  expect(await numbered('invoices', 'H-1')).toMatchObject({ openAmount: 9.55, settlement: 'partly' })
  expect(await verified()).toEqual([])
  await books.query(`update invoices set gross_total = gross_total + 1000, net_total = net_total + 1000 where no = 'H-1'`)
  expect((await verified()).map(({ key }) => key)).toEqual(['invoices/H-1'])
  await books.query(`update invoices set gross_total = gross_total - 1000, net_total = net_total - 1000 where no = 'H-1'`)
  await books.query(
    `update invoices_lines set gross = gross + 1000, net = net + 1000, base_gross = base_gross + 1000 where _parent_id = (select id from invoices where no = 'H-3')`,
  )
  expect((await verified()).map(({ key }) => key)).toContain('invoices/H-3')
  await books.query(
    `update invoices_lines set gross = gross - 1000, net = net - 1000, base_gross = base_gross - 1000 where _parent_id = (select id from invoices where no = 'H-3')`,
  )
  await books.query(`update invoices set gross_total = gross_total + 1000, net_total = net_total + 1000 where no = 'OLD-2'`)
  expect((await verified()).map(({ key }) => key)).toContain('invoices/OLD-2')
  await books.query(`update invoices set gross_total = gross_total - 1000, net_total = net_total - 1000 where no = 'OLD-2'`)
})

test('one list of sales names its customers and goods over and over: each comes in once, and so does the history, whose empty cells are answered', async () => {
  const house = await f.customer({ shortName: '散客' })
  const list = [
    '订单 ID,订单日期,客户 ID,客户名称,省/自治区,产品 ID,类别,产品名称,销售额,数量,折扣',
    'L-1,2023-04-27,LK-1,曾惠,浙江,LG-1,办公,剪刀,129.70,2,0.4',
    'L-1,2023-04-27,LK-1,曾惠,浙江,LG-2,办公,信封,125.444,2,0',
    'L-2,15-Jun-2023,LK-2,许安,四川,LG-1,办公,剪刀,-31.92,-1,0',
    'L-3,2023-06-16,,,,LG-2,办公,信封,10,1,0',
  ]
  const named = list.slice(0, 4)
  expect(await send('customers', named)).toMatchObject({ rows: 3, created: 2, unchanged: 1, errors: [] })
  expect(done(await app.api.post('/import/item-categories', { token: f.admin.token, body: fileOf(list) }))).toMatchObject({
    created: 1,
    unchanged: 3,
  })
  const goods = done(
    await app.api.post('/import/items', { token: f.admin.token, body: fileOf(list, { 'empty.unit': 'PCS', 'empty.taxRate': '免税' }) }),
  )
  expect(goods).toMatchObject({ rows: 4, created: 2, unchanged: 2, errors: [] })
  const differing = await send('customers', [list[0]!, 'L-9,2023-04-27,LK-9,甲,浙江,,,,,,', 'L-9,2023-04-27,LK-9,乙,浙江,,,,,,'])
  expect(placesOf(differing.errors)).toEqual([[3, 'code']])
  expect(await send('customers', list, { firstRow: 'yes', 'empty.code': 'LK-3', 'empty.name': '路人' })).toMatchObject({
    created: 1,
    unchanged: 3,
    errors: [],
  })
  const answers = { 'rates.discountRate': 'share' }
  expect(placesOf((await send('sales-history', list, answers)).errors)).toEqual([
    [3, 'net'],
    [5, 'customer'],
  ])
  expect(await send('sales-history', list, { ...answers, round: 'yes', 'empty.customer': '散客' })).toMatchObject({
    created: 3,
    errors: [],
  })
  expect(await numbered('invoices', 'L-1')).toMatchObject({ netTotal: 255.14, grossTotal: 255.14 })
  expect(await numbered('invoices', 'L-2')).toMatchObject({ kind: 'creditNote', date: '2023-06-15', netTotal: 31.92 })
  expect(await numbered('invoices', 'L-3')).toMatchObject({ customer: house.id, netTotal: 10 })
  expect(await verified()).toEqual([])
})

test('opening orders come with what was delivered and invoiced; the rest is delivered as of any order; quotes are ordered from', async () => {
  const [customer, item, offered] = [await f.customer(), await f.item(), await f.item({ availabilityMode: 'off' })]
  await f.receive({ item: item.id, qty: 3 })
  const file = [
    '订单号,客户,订单日期,业务员,品号,数量,单价,税率,已发数量,已开票数量,交期',
    `SO20251220-0042,${customer.code},2025-12-20,,${item.code},10,113,13%,4,4,2026-02-01`,
    `SO20251220-0042,${customer.code},2025-12-20,,${item.code},5,113,13%,5,5,`,
  ]
  const over = await send('opening-orders', [file[0]!, file[1]!.replace(',4,4,', ',11,4,')])
  expect(placesOf(over.errors)).toEqual([[2, 'deliveredQty']])
  expect(await send('opening-orders', file)).toMatchObject({ created: 1, errors: [] })
  expect(await send('opening-orders', file)).toMatchObject({ created: 0, unchanged: 1 })
  const order = await numbered('orders', 'SO20251220-0042')
  expect(order).toMatchObject({ status: 'approved', deliveryStatus: 'partly', grossTotal: 1695 })
  expect(order.lines.map(({ deliveredQty, invoicedQty, openQty }) => [deliveredQty, invoicedQty, openQty])).toEqual([
    [4, 4, 6],
    [5, 5, 0],
  ])
  expect(done(await app.api.get(`/credit/customers/${customer.id}`, { token: f.boss.token })).buckets.orders).toBe(678)
  // in the order book it is a new order of its own month, and nothing of it was changed today
  const month = `from=2025-12-01&to=2025-12-31&customer=${customer.id}`
  const { rows } = done(await app.api.get(`/reports/order-book?${month}`, { token: f.boss.token }))
  expect(rows.map((row: Record<string, unknown>) => [row['new'], row['changed'] ?? 0])).toEqual([[1695, 0]])
  expect(await verified()).toEqual([])
  const delivery = await f.create('orders', order.id, 'create-delivery', {
    lines: [{ orderLine: order.lines[0].id, qty: 3, warehouse: f.warehouse.id }],
  })
  await f.verb('deliveries', delivery.id, 'approve')
  expect((await numbered('orders', 'SO20251220-0042')).lines[0]).toMatchObject({ deliveredQty: 7, openQty: 3 })
  expect(await verified()).toEqual([])
  expect(
    await send('opening-quotes', [
      '报价单号,客户,日期,有效期至,品号,数量,单价,税率',
      `Q-7,${customer.code},2026-11-01,2027-12-31,${offered.code},2,50,0`,
    ]),
  ).toMatchObject({ created: 1 })
  const quote = await numbered('quotes', 'Q-7')
  const made = await f.create('quotes', quote.id, 'create-order')
  expect(made).toMatchObject({ status: 'draft', grossTotal: 100 })
  expect(await verified()).toEqual([])
})

test('from the opening day on business is entered; what is earlier comes in by the opening imports only, and what is there stays', async () => {
  const [customer, item] = [await f.customer(), await f.item()]
  await f.receive({ item: item.id, qty: 10 })
  const line = [{ item: item.id, qty: 1 }]
  const earlier = done(await f.tryOrder(customer.id, line, f.boss, { date: '2025-06-30' }))
  await f.settings('company', { openingDay: '2026-01-01' })
  const late = await f.tryOrder(customer.id, line, f.boss, { date: '2025-12-31' })
  expect([late.status, findingOf(late, 'INVALID_INPUT')]).toMatchObject([400, { path: 'date', facts: { accepted: '≥ 2026-01-01' } }])
  expect(done(await f.tryOrder(customer.id, line, f.boss, { date: '2026-01-01' }))).toMatchObject({ date: '2026-01-01' })
  const patch = (body: object) => app.api.patch(`/orders/${earlier.id}?depth=0`, { token: f.boss.token, body })
  expect(done(await patch({ remark: '原单保留' }))).toMatchObject({ date: '2025-06-30' })
  expect((await patch({ date: '2025-07-01' })).status).toBe(400)
  const history = ['发票号,客户,日期,品号,数量,单价', `HIS-OD,${customer.code},2024-05-01,${item.code},2,10`]
  expect(await send('sales-history', history, { taxMode: 'inclusive' })).toMatchObject({ created: 1, errors: [] })
  const other = await f.item()
  const where = await f.master('warehouses', { code: 'W8', name: '老仓', kind: 'goods' })
  const stock = ['仓库,品号,批号,数量,成本单价,日期', `${where.code},${other.code},,5,2,2025-12-31`]
  expect(await send('opening-stock', stock)).toMatchObject({ created: 1, errors: [] })
  await f.settings('company', { openingDay: null })
})

test('the way to the first order is told until one has been approved here: orders that came in, and orders that nobody can review, do not end it', async () => {
  type Path = { steps: Array<{ name: string; done: boolean; missing: string[] }>; begun: boolean }
  const told = async () => {
    const { steps, begun } = (await app.api.send<Path>('GET', '/setup', { token: f.admin.token })).body
    const missing = (step: string): string[] => steps.find(({ name }) => name === step)?.missing ?? []
    return { begun, reviewers: missing('reviewers'), firstOrder: missing('firstOrder') }
  }
  const [customer, item] = [await f.customer(), await f.item()]
  await f.receive({ item: item.id, qty: 10 })
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }], f.boss)
  const { begun, reviewers, firstOrder } = await told()
  expect([begun, reviewers, firstOrder.length]).toEqual([false, [], 3])
  await f.settings('order-settings', { reviewRequired: true })
  // the general manager is a sales manager as well; nobody answers for production
  expect(await told()).toMatchObject({ begun: false, reviewers: ['pmc'] })
  await f.person(['pmc'])
  expect(await told()).toMatchObject({ begun: false, reviewers: [] })
  await f.settings('order-settings', { reviewRequired: false })
  await f.verb('orders', order.id, 'submit')
  await f.verb('orders', order.id, 'approve')
  expect(await told()).toMatchObject({ begun: true, firstOrder: [] })
})

test('the proof of the books counts every document, those of the opening books too', async () => {
  const req = await createLocalReq({}, app.payload)
  let proven = 0
  await inTransaction(req, () => verifyLedgers(req, (documents) => (proven = documents)))
  const counts = await Promise.all(allRules().map(({ slug }) => app.payload.count({ collection: slug })))
  expect(proven).toBe(counts.reduce((sum, { totalDocs }) => sum + totalDocs, 0))
  expect((await app.payload.count({ collection: 'invoices', where: { opening: { equals: true } } })).totalDocs).toBeGreaterThan(0)
})
