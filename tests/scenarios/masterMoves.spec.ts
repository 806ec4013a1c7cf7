// More than 300 lines: what a master moves is asked of one house full of open documents.

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, type FlattenedField } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'

/* A master record that moves under its documents: refused naming what uses it, or the documents stay what they were. */

let app: TestApp
let f: Factory
let finance: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  finance = await f.person(['finance'])
  await f.settings('pricing-settings', { methods: ['policy', 'list'] })
})
afterAll(async () => app?.close())

const patch = (slug: string, id: number, body: Record<string, unknown>, by: Person = f.boss) =>
  app.api.patch(`/${slug}/${id}?depth=0`, { token: by.token, body })
const documentsIn = (answer: Parameters<typeof findingOf>[0]): unknown[] =>
  (findingOf(answer, 'DOWNSTREAM_EXISTS')?.facts['documents'] as Array<{ no?: string; slug: string }>).map(({ no, slug }) => no ?? slug)

async function goods(qty = 50) {
  const item = await f.item({ units: [{ unit: 'BOX', factor: 10 }] })
  await f.receive({ item: item.id, qty })
  return item
}

const pool = () => (app.payload.db as unknown as { pool: { query: (text: string) => Promise<{ rows: unknown[] }> } }).pool
const tables = [
  ...['quotes', 'orders', 'deliveries', 'invoices'].flatMap((table) => [table, `${table}_lines`]),
  ...['receipts', 'stock_entries', 'credit_entries', 'receivable_entries', 'progress_entries', 'stock_balances'],
]

/** Documents in every state a master may meet them in, of one customer, item, warehouse and terms. */
async function house() {
  const terms = await f.master('payment-terms', { code: `T${Date.now() % 100000}`, name: '30 天', kind: 'daysAfterInvoice', days: 30 })
  const customer = await f.customer({
    paymentTerms: terms.id,
    invoiceTitle: '甲公司',
    taxNo: '9144',
    addresses: [{ address: '工业路 1 号', main: true }],
  })
  const item = await goods()
  const lines = [{ item: item.id, qty: 4 }]
  done(await app.api.post('/quotes?depth=0', { token: f.clerk.token, body: { customer: customer.id, lines: [{ item: item.id, qty: 4 }] } }))
  const draft = await f.order(customer.id, [{ item: item.id, qty: 1, unit: 'BOX' }])
  const order = await f.approvedOrder(customer.id, lines)
  const issued = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 2 }] })
  await f.verb('deliveries', issued.id, 'approve')
  await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 1 }] })
  const invoice = await f.create('deliveries', issued.id, 'create-invoice', { lines: [{ deliveryLine: issued.lines[0].id, qty: 1 }] })
  await f.verb('invoices', invoice.id, 'approve')
  await f.create('deliveries', issued.id, 'create-invoice', { lines: [{ deliveryLine: issued.lines[0].id, qty: 1 }] })
  const receipt = done(await app.api.post('/receipts?depth=0', { token: f.boss.token, body: { customer: customer.id, amount: 30 } }))
  await f.verb('receipts', receipt.id, 'approve')
  /** Every document and every line of the books, as one figure per table. */
  const asTheyStand = async () => {
    const sums = tables.map((table) => `(select md5(string_agg(x::text, '|' order by x.id)) from ${table} x) as ${table}`)
    return (await pool().query(`select ${sums.join(', ')}`)).rows[0]
  }
  return { terms, customer, item, order, draft, issued, asTheyStand }
}

const verified = async () => {
  const req = await createLocalReq({}, app.payload)
  return inTransaction(req, () => verifyLedgers(req))
}

/** Another value of a field, of its own kind; undefined where a field holds nothing a document could depend on. */
function another(field: FlattenedField, value: unknown, records: Readonly<Record<string, number>>): unknown {
  if (field.type === 'number') return Number(value ?? 0) + 1
  if (field.type === 'checkbox') return !value
  if (field.type === 'select') {
    const values = field.options.map((option) => (typeof option === 'string' ? option : option.value))
    return values.find((option) => option !== value)
  }
  if (field.type === 'relationship' && typeof field.relationTo === 'string' && !field.hasMany) return records[field.relationTo]
  if (field.type === 'text') return field.name === 'currency' ? 'USD' : `${String(value ?? '')}x`
  return undefined
}

/** What the books are computed from beside the documents, as far as it may change. */
const dependedOn = new Set(['customers.paymentTerms', 'customers.taxCategory', 'customers.salesperson', 'items.taxRate', 'items.active'])

test('every field of every master × documents in every state: refused naming what uses it, or nothing moves and the books agree', async () => {
  const { terms, customer, item, asTheyStand } = await house()
  const other = await f.customer()
  const otherTerms = await f.master('payment-terms', { code: 'TX', name: '60 天', kind: 'endOfMonth', days: 60 })
  const categories = done(await app.api.get('/tax-categories?limit=10', { token: f.boss.token })).docs as Array<{
    id: number
    code: string
  }>
  const records: Record<string, number> = {
    customers: other.id,
    'payment-terms': otherTerms.id,
    'tax-categories': categories.find(({ code }) => code === 'VAT6')?.id ?? 0,
    users: f.boss.id,
    departments: (await f.master('departments', { code: 'DX', name: '外贸' })).id,
    'item-categories': (await f.master('item-categories', { code: 'ICX', name: '四合扣' })).id,
    'customer-categories': (await f.master('customer-categories', { code: 'KX', name: '其他' })).id,
  }
  const masters: Array<[string, number]> = [
    ['customers', customer.id],
    ['items', item.id],
    ['warehouses', f.warehouse.id],
    ['payment-terms', terms.id],
  ]
  const before = await asTheyStand()
  const told: Record<string, string> = {}
  for (const [slug, id] of masters) {
    const config = Object.values(app.payload.collections).find((collection) => collection.config.slug === slug)?.config
    const fields = (config?.flattenedFields ?? []).filter(
      (field) =>
        !['id', 'code', 'createdAt', 'updatedAt'].includes(field.name) &&
        !(field.admin && 'readOnly' in field.admin && field.admin.readOnly),
    )
    for (const field of fields) {
      const stored = await f.read(slug, id)
      const value = another(field, stored[field.name], records)
      if (value === undefined || value === 0) continue
      const answer = await patch(slug, id, { [field.name]: value })
      told[`${slug}.${field.name}`] = answer.status === 200 ? 'moves' : (codesOf(answer)[0] ?? String(answer.status))
      expect([`${slug}.${field.name}`, await asTheyStand()]).toEqual([`${slug}.${field.name}`, before])
      if (answer.status === 200) {
        // the books agree with the documents under the changed master
        if (dependedOn.has(`${slug}.${field.name}`)) expect([field.name, await verified()]).toEqual([field.name, []])
        done(await patch(slug, id, { [field.name]: stored[field.name] ?? null }))
      }
      if (answer.status !== 200) expect([`${slug}.${field.name}`, answer.status]).toEqual([`${slug}.${field.name}`, 409])
    }
  }
  expect(told).toMatchObject({
    'customers.billTo': 'DOWNSTREAM_EXISTS',
    'customers.paymentTerms': 'moves',
    'customers.taxCategory': 'moves',
    'customers.status': 'moves',
    'items.unit': 'DOWNSTREAM_EXISTS',
    'items.kind': 'DOWNSTREAM_EXISTS',
    'items.batchControlled': 'DOWNSTREAM_EXISTS',
    'items.taxRate': 'moves',
    'items.active': 'moves',
    'warehouses.kind': 'DOWNSTREAM_EXISTS',
    'warehouses.active': 'DOWNSTREAM_EXISTS',
    'payment-terms.days': 'DOWNSTREAM_EXISTS',
    'payment-terms.kind': 'DOWNSTREAM_EXISTS',
  })
})

test('payer, terms, tax data and address are fixed on the document and taken over by what follows', async () => {
  const { customer, order, draft, issued, terms, item } = await house()
  const fixed = {
    billTo: customer.id,
    invoiceTitle: '甲公司',
    taxNo: '9144',
    deliveryAddress: '工业路 1 号',
    paymentTerms: terms.id,
  }
  expect(order).toMatchObject(fixed)
  done(await patch('customers', customer.id, { invoiceTitle: '乙公司', taxNo: '9999', addresses: [{ address: '别处', main: true }] }))
  const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 1 }] })
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  expect([delivery, invoice, await f.read('deliveries', issued.id)]).toEqual([
    expect.objectContaining(fixed),
    expect.objectContaining(fixed),
    expect.objectContaining(fixed),
  ])
  const later = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  expect(later).toMatchObject({ ...fixed, invoiceTitle: '乙公司', taxNo: '9999', deliveryAddress: '别处' })
  const copy = await f.create('orders', draft.id, 'copy')
  expect(copy.invoiceTitle).toBe('乙公司')
})

test('who pays for a customer is finance’s to say, and not while open documents name the former payer', async () => {
  const payer = await f.customer()
  const customer = await f.customer()
  const item = await goods()
  const byClerk = await patch('customers', customer.id, { billTo: payer.id }, f.clerk)
  expect([byClerk.status, codesOf(byClerk)]).toEqual([403, ['NOT_YOUR_FIELD']])
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  const refused = await patch('customers', customer.id, { billTo: payer.id }, finance)
  expect([refused.status, documentsIn(refused)]).toEqual([409, [order.no]])
  await f.verb('orders', order.id, 'cancel', { reason: '客户取消' })
  done(await patch('customers', customer.id, { billTo: payer.id }, finance))
  const next = await f.order(customer.id, [{ item: item.id, qty: 2 }])
  expect(next.billTo).toBe(payer.id)
  expect([(await f.credit(payer.id)).buckets.orders, (await f.credit(customer.id)).buckets.orders]).toEqual([200, 0])
})

test.each(['customer', 'payer'] as const)(
  'a frozen %s: what left is invoiced, returned, credited and paid; what did not leave stays',
  async (who) => {
    const payer = await f.customer()
    const customer = await f.customer(who === 'payer' ? { billTo: payer.id } : {})
    const item = await goods()
    await f.settings('order-settings', { issueOnApprove: false })
    const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
    const line = order.lines[0].id
    const left = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: line, qty: 3 }] })
    for (const verb of ['approve', 'issue']) await f.verb('deliveries', left.id, verb)
    const ready = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: line, qty: 2 }] })
    await f.verb('deliveries', ready.id, 'approve')
    const draft = await f.order(customer.id, [{ item: item.id, qty: 2 }])
    done(await patch('customers', who === 'payer' ? payer.id : customer.id, { status: 'frozen' }))
    const frozen = ['CUSTOMER_FROZEN']
    expect(codesOf(await f.call('deliveries', ready.id, 'issue'))).toEqual(frozen)
    expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }]))).toEqual(frozen)
    expect(codesOf(await f.call('orders', order.id, 'create-delivery', { lines: [{ orderLine: line, qty: 1 }] }))).toEqual(frozen)
    await f.verb('orders', draft.id, 'submit')
    expect(codesOf(await f.call('orders', draft.id, 'approve'))).toEqual(frozen)
    const change = (qty: number) => f.call('orders', order.id, 'create-change', { reason: 'x', lines: [{ line, qty }] })
    expect(codesOf(await change(11))).toEqual(frozen)
    const less = done(await f.call('orders', order.id, 'create-change', { reason: 'x', lines: [{ line, qty: 8 }], dryRun: true }))
    expect(less).toBeTruthy()
    // what left goes its way
    const invoice = await f.create('deliveries', left.id, 'create-invoice')
    await f.verb('invoices', invoice.id, 'approve')
    const back = await f.create('deliveries', left.id, 'create-return', {
      kind: 'refund',
      lines: [{ deliveryLine: left.lines[0].id, qty: 1 }],
    })
    await f.verb('returns', back.id, 'approve')
    const note = await f.create('invoices', invoice.id, 'create-credit-note', { lines: [{ invoiceLine: invoice.lines[0].id, qty: 1 }] })
    await f.verb('invoices', note.id, 'approve')
    const receipt = done(await app.api.post('/receipts?depth=0', { token: f.boss.token, body: { customer: customer.id, amount: 200 } }))
    await f.verb('receipts', receipt.id, 'approve')
    await f.verb('deliveries', ready.id, 'unapprove')
    await f.verb('deliveries', ready.id, 'cancel', { reason: '客户冻结' })
    await f.verb('orders', order.id, 'short-close', { reason: '客户冻结' })
    await f.settings('order-settings', { issueOnApprove: true })
    expect(await verified()).toEqual([])
  },
)

test('a line nobody touches is not judged by today’s item: discontinued, or its unit gone', async () => {
  const customer = await f.customer()
  const [item, second] = [await goods(200), await goods(200)]
  const order = await f.order(customer.id, [
    { item: item.id, qty: 5, unit: 'BOX' },
    { item: second.id, qty: 5 },
  ])
  done(await patch('items', item.id, { units: [], active: false }, f.admin))
  expect(done(await app.api.get(`/items/${item.id}`, { token: f.admin.token })).active).toBe(false)
  const save = (lines: unknown[]) => patch('orders', order.id, { lines }, f.clerk)
  const [first, other] = order.lines
  const kept = done(await save([first, { ...other, qty: 6 }]))
  expect(kept.lines[0]).toMatchObject({ qty: 5, unit: 'BOX', stockQty: 50, price: first.price })
  expect(done(await save([{ ...first, qty: 3 }, other])).lines[0]).toMatchObject({ qty: 3, stockQty: 30 })
  expect(findingOf(await save([{ ...first, qty: 9 }, other]), 'INVALID_INPUT')).toMatchObject({ path: 'lines.0.item' })
  for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const again = await patch('items', item.id, { units: [{ unit: 'BOX', factor: 12 }] })
  expect(again.status).toBe(409)
})

test('another payer takes over what is open, weighed as one step: refused above the limit, then moved in documents and books', async () => {
  await f.settings('credit-settings', { action: 'forbid' })
  const { customer, order, item } = await house()
  const old = (await f.credit(customer.id)).buckets
  const total = Object.values(old as Record<string, number>).reduce((sum, amount) => sum + amount, 0)
  expect(old).toMatchObject({ receivable: 70 })
  const payer = await f.customer({ invoiceTitle: '丙公司', taxNo: '7788', credit: { control: true, limit: total - 0.01 } })
  const call = (body: Record<string, unknown>, by: Person = finance) => f.call('customers', customer.id, 'change-payer', body, by)
  const told = await patch('customers', customer.id, { billTo: payer.id }, finance)
  expect(findingOf(told, 'DOWNSTREAM_EXISTS')?.message).toMatch(/更换开票客户/)
  expect([(await call({ billTo: payer.id, reason: 'x' }, f.clerk)).status, (await call({ billTo: payer.id })).status]).toEqual([403, 400])
  expect(codesOf(await call({ billTo: 'NOBODY', reason: '集团付款' }))).toEqual(['INVALID_INPUT'])
  const over = await call({ billTo: payer.id, reason: '集团付款' })
  expect([over.status, codesOf(over)]).toEqual([400, ['CREDIT_LIMIT_EXCEEDED']])
  expect(findingOf(over, 'CREDIT_LIMIT_EXCEEDED')?.facts).toMatchObject({ excess: 0.01 })
  expect((await f.read('orders', order.id)).billTo).toBe(customer.id)
  done(await patch('customers', payer.id, { credit: { control: true, limit: total } }))
  const dry = await call({ billTo: payer.code, reason: '集团付款', dryRun: true })
  expect([dry.status, (await f.read('customers', customer.id)).billTo ?? null]).toEqual([200, null])
  const moved = done(await call({ billTo: payer.code, reason: '集团付款' }))
  expect(idOf(moved.billTo)).toBe(payer.id)
  expect([(await f.credit(payer.id)).buckets, (await f.credit(customer.id)).buckets]).toEqual([
    old,
    { orders: 0, deliveries: 0, unauditedInvoices: 0, receivable: 0 },
  ])
  const now = await f.read('orders', order.id)
  expect(now).toMatchObject({ billTo: payer.id, invoiceTitle: '丙公司', taxNo: '7788', version: order.version + 1 })
  const late = await patch('orders', order.id, { version: order.version, remark: 'x' }, f.clerk)
  expect(codesOf(late)).toEqual(['STALE_VERSION'])
  const { docs } = done(await app.api.get(`/invoices?depth=0&where[customer][equals]=${customer.id}`, { token: f.boss.token }))
  // what is audited is made out as it was; what is not is made out to who pays
  expect(docs.map(({ status, billTo, invoiceTitle }: Record<string, unknown>) => [status, billTo, invoiceTitle]).sort()).toEqual([
    ['approved', payer.id, '甲公司'],
    ['draft', payer.id, '丙公司'],
  ])
  const forecast = done(await app.api.get(`/reports/receivables-ageing?customer=${payer.id}`, { token: f.boss.token })).rows
  expect(forecast[0].total).toBe(70)
  expect(await verified()).toEqual([])
  // the money of the new payer settles it, and an audited invoice is taken back from him
  const open = docs.find(({ status }: { status: string }) => status === 'approved') as { id: number; openAmount: number }
  await f.verb('invoices', open.id, 'unapprove')
  await f.verb('invoices', open.id, 'approve')
  const receipt = done(await app.api.post('/receipts?depth=0', { token: f.boss.token, body: { customer: payer.id, amount: 100 } }))
  await f.verb('receipts', receipt.id, 'approve')
  await f.verb('receipts', receipt.id, 'allocate', { allocations: [{ invoice: open.id, amount: 40 }] })
  const back = await call({ billTo: null, reason: '改回' })
  expect([back.status, documentsIn(back).length]).toEqual([409, 1])
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }]))).toEqual([])
  await f.settings('credit-settings', { action: 'warn' })
  expect(await verified()).toEqual([])
})

test('a warehouse that a draft of any kind names stays in use until the draft is done with', async () => {
  const empty = await f.master('warehouses', { code: `E${Date.now() % 100000}`, name: '空仓', kind: 'goods' })
  const count = done(
    await app.api.post('/stock-counts?depth=0', { token: f.boss.token, body: { warehouse: empty.id, lines: [{ item: (await f.item()).id, countedQty: 3 }], reason: '盘点' } }), // prettier-ignore
  )
  const refused = await patch('warehouses', empty.id, { active: false })
  expect([refused.status, documentsIn(refused)]).toEqual([409, [count.no]])
  await f.verb('stock-counts', count.id, 'cancel', { reason: '重来' })
  expect((await patch('warehouses', empty.id, { active: false })).status).toBe(200)
})
