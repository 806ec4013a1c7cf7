import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { query, sql } from '@/src/ledger/query'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'
import { wordsOfPdf } from '../support/wordsOfPdf'
import type { ToldFinding } from '../support/told'

/* The record of a customer: what it takes from its category, to whom its invoices are made out, what else may be the same. */

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(async () => app?.close())

const patch = (slug: string, id: number, body: Record<string, unknown>, by: Person = f.boss) =>
  app.api.patch(`/${slug}/${id}?depth=0`, { token: by.token, body })
const post = (path: string, body: Record<string, unknown>, by: Person = f.boss) => app.api.post(path, { token: by.token, body })
let numbered = 0
const category = (more: Record<string, unknown>) =>
  f.master('customer-categories', { code: `T${(numbered += 1)}`, name: `类别${numbered}`, ...more })
const terms = (days: number) =>
  f.master('payment-terms', { code: `D${(numbered += 1)}`, name: `${days} 天`, kind: 'daysAfterInvoice', days })

describe('terms that follow the category', () => {
  test('a customer follows the nearest category, shows from where, has its own where one is entered, and gives it back', async () => {
    const [month, week] = [await terms(30), await terms(7)]
    const world = await category({ defaults: { paymentTerms: month.id, currency: 'CNY', priceLevel: 'A', creditLimit: 5000 } })
    const europe = await category({ parent: world.id })
    const customer = await f.customer({ category: europe.id, currency: undefined, taxMode: undefined })
    const shown = async () => {
      const { paymentTerms, priceLevel, taxMode, credit, inherits } = await f.read('customers', customer.id)
      return { paymentTerms, priceLevel, taxMode, limit: credit.limit, inherits: (inherits as unknown[]).length }
    }
    expect(await shown()).toEqual({ paymentTerms: month.id, priceLevel: 'A', taxMode: 'inclusive', limit: 5000, inherits: 7 })
    const { rows } = done(await app.api.get(`/customer-categories/${europe.id}/terms`, { token: f.boss.token }))
    expect(rows).toContainEqual({
      field: 'paymentTerms',
      value: month.id,
      text: '30 天',
      from: { id: world.id, code: world.code, name: world.name },
    })
    // a clerk is not told the limit
    const told = done(await app.api.get(`/customer-categories/${europe.id}/terms`, { token: f.clerk.token })).rows
    expect(told.map(({ field }: { field: string }) => field)).not.toContain('creditLimit')
    // the category says something else: its customers follow, and their history says so
    done(await patch('customer-categories', europe.id, { defaults: { paymentTerms: week.id } }))
    expect(await shown()).toMatchObject({ paymentTerms: week.id, priceLevel: 'A' })
    const { docs } = done(
      await app.api.get(`/audit-log?where[slug][equals]=customers&where[documentId][equals]=${customer.id}&sort=-id&depth=0`, {
        token: f.admin.token,
      }),
    )
    expect(docs[0]).toMatchObject({ verb: 'update', reason: `${europe.code} ${europe.name}` })
    expect(docs[0].changes).toEqual([{ path: 'paymentTerms', before: month.id, after: week.id }])
    // its own from now on, whatever the category says
    const own = await terms(99)
    done(await patch('customers', customer.id, { paymentTerms: own.id }))
    done(
      await patch('customer-categories', world.id, {
        defaults: { paymentTerms: month.id, currency: 'USD', priceLevel: 'B', creditLimit: 6000 },
      }),
    )
    expect(await shown()).toMatchObject({ paymentTerms: own.id, priceLevel: 'B', limit: 6000, inherits: 6 })
    // given back
    done(await patch('customers', customer.id, { paymentTerms: null }))
    expect(await shown()).toMatchObject({ paymentTerms: week.id, inherits: 7 })
    // another place in the tree is another parent
    const far = await category({ defaults: { priceLevel: 'Z' } })
    done(await patch('customer-categories', europe.id, { parent: far.id }))
    expect(await shown()).toEqual({ paymentTerms: week.id, priceLevel: 'Z', taxMode: 'inclusive', limit: null, inherits: 7 })
  })

  test('a new customer belongs to the department of its salesperson unless another is named, so that its manager sees whose the orders are', async () => {
    const [sales, export_] = [
      await f.master('departments', { code: 'DS', name: '内销部' }),
      await f.master('departments', { code: 'DX', name: '外销部' }),
    ]
    const seller = await f.person(['sales'], { department: sales.id })
    const manager = await f.person(['salesManager'], { department: sales.id })
    const customer = await f.customer({ salesperson: seller.id })
    expect(await f.read('customers', customer.id, manager)).toMatchObject({ department: sales.id })
    expect(await f.customer({ salesperson: seller.id, department: export_.id })).toMatchObject({ department: { id: export_.id } })
    const file = new FormData()
    file.append('file', new Blob([`code,name,salesperson\nDEP-1,Party,${seller.email}\n`]), 'file.csv')
    expect(done(await app.api.post('/import/customers', { token: f.admin.token, body: file }))).toMatchObject({ created: 1, errors: [] })
    const { docs } = done(await app.api.get('/customers?where[code][equals]=DEP-1&depth=0', { token: manager.token }))
    expect(docs).toMatchObject([{ department: sales.id }])
  })

  test('a document takes what is in force on the day it is made, and keeps it', async () => {
    const [month, week] = [await terms(30), await terms(7)]
    const own = await category({ defaults: { paymentTerms: month.id } })
    const customer = await f.customer({ category: own.id })
    const item = await f.item({ availabilityMode: 'off' })
    const before = await f.order(customer.id, [{ item: item.id, qty: 1 }])
    done(await patch('customer-categories', own.id, { defaults: { paymentTerms: week.id } }))
    const after = await f.order(customer.id, [{ item: item.id, qty: 1 }])
    expect([(await f.read('orders', before.id)).paymentTerms, after.paymentTerms]).toEqual([month.id, week.id])
  })

  test('no category stands below itself, also when two are put under each other at one moment, and no tree is deeper than 20', async () => {
    const [a, b] = [await category({}), await category({})]
    const both = await Promise.all([
      patch('customer-categories', a.id, { parent: b.id }),
      patch('customer-categories', b.id, { parent: a.id }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
    let parent = (await category({})).id
    for (let level = 2; level <= 20; level += 1) parent = (await category({ parent })).id
    const deeper = await post('/customer-categories', { code: 'DEEP', name: '太深', parent })
    expect(findingOf(deeper, 'INVALID_INPUT')).toMatchObject({ path: 'parent', facts: { levels: 21 } })
  })

  test('nobody gets more credit by another category, or by giving a limit back, who may not give it himself', async () => {
    const [small, large] = [await category({ defaults: { creditLimit: 100 } }), await category({ defaults: { creditLimit: 9000 } })]
    const customer = await f.customer({ category: small.id })
    const refused = await patch('customers', customer.id, { category: large.id }, f.clerk)
    expect([refused.status, findingOf(refused, 'NOT_YOUR_FIELD')?.path]).toEqual([403, 'category'])
    await f.settings('order-settings', { fourEyes: true })
    const alone = await patch('customers', customer.id, { category: large.id })
    expect(codesOf(alone)).toEqual(['FOUR_EYES'])
    await f.settings('order-settings', { fourEyes: false })
    done(await patch('customers', customer.id, { credit: { limit: 50 } }))
    const back = await patch('customers', customer.id, { inherits: ['creditLimit'] }, f.clerk)
    expect([back.status, (await f.read('customers', customer.id)).credit.limit]).toEqual([403, 50])
    done(await patch('customers', customer.id, { category: large.id }))
    expect((await f.read('customers', customer.id)).credit.limit).toBe(50)
  })
})

describe('invoice titles', () => {
  test('an invoice is made out to the default title, or to the one it chooses, and keeps what it said', async () => {
    const customer = await f.customer({
      invoiceTitles: [
        { title: '蓝鲸制衣厂', taxNo: '9144-A', bank: '工行', bankAccount: '6222', address: '长安镇', phone: '0769-1' },
        { title: '蓝鲸贸易公司', taxNo: '9144-B', address: '虎门镇', main: true },
      ],
    })
    expect(await f.read('customers', customer.id)).toMatchObject({
      invoiceTitle: '蓝鲸贸易公司',
      taxNo: '9144-B',
      invoiceAddress: '虎门镇',
    })
    const item = await f.item({ availabilityMode: 'off' })
    const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 1 }])
    const delivery = await f.create('orders', order.id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
    expect(invoice).toMatchObject({ invoiceTitle: '蓝鲸贸易公司', taxNo: '9144-B', invoiceAddress: '虎门镇', chosenTitle: null })
    const unknown = await patch('invoices', invoice.id, { chosenTitle: '别人的公司' })
    expect(findingOf(unknown, 'INVALID_INPUT')).toMatchObject({ path: 'chosenTitle' })
    const chosen = done(await patch('invoices', invoice.id, { chosenTitle: '蓝鲸制衣厂' }))
    expect(chosen).toMatchObject({
      invoiceTitle: '蓝鲸制衣厂',
      taxNo: '9144-A',
      bank: '工行',
      bankAccount: '6222',
      invoiceAddress: '长安镇',
      invoicePhone: '0769-1',
    })
    // back to what it came with, and chosen again
    expect(done(await patch('invoices', invoice.id, { chosenTitle: null }))).toMatchObject({ invoiceTitle: '蓝鲸贸易公司', bank: null })
    done(await patch('invoices', invoice.id, { chosenTitle: chosen.chosenTitle }))
    // sealed: the record changes, the invoice does not, saved or approved
    const { invoiceTitles } = await f.read('customers', customer.id)
    done(await patch('customers', customer.id, { invoiceTitles: invoiceTitles.map((row: object) => ({ ...row, taxNo: '0000-X' })) }))
    done(await patch('invoices', invoice.id, { remark: '照旧' }))
    await f.verb('invoices', invoice.id, 'approve')
    expect(await f.read('invoices', invoice.id)).toMatchObject({ invoiceTitle: '蓝鲸制衣厂', taxNo: '9144-A', bankAccount: '6222' })
    const note = await f.create('invoices', invoice.id, 'create-credit-note', { lines: [{ invoiceLine: invoice.lines[0].id, qty: 1 }] })
    expect(note).toMatchObject({ invoiceTitle: '蓝鲸制衣厂', taxNo: '9144-A', invoiceAddress: '长安镇' })
  })

  test('what is chosen on a quote its order, delivery and invoice say, also when the customer has that title no more; nobody else’s title is taken', async () => {
    const titles = [
      { title: '甲', main: true },
      { title: '乙', taxNo: 'T-2' },
    ]
    const [customer, other] = [await f.customer({ invoiceTitles: titles }), await f.customer({ invoiceTitles: [{ title: '丙' }] })]
    const item = await f.item({ availabilityMode: 'off' })
    const body = { customer: customer.id, lines: [{ item: item.id, qty: 4 }] }
    const foreign = await post('/quotes?depth=0', { ...body, chosenTitle: '丙' })
    expect(findingOf(foreign, 'INVALID_INPUT')).toMatchObject({ path: 'chosenTitle', facts: { accepted: '甲, 乙' } })
    const quote = done(await post('/quotes?depth=0', { ...body, chosenTitle: '乙' }))
    expect(quote).toMatchObject({ invoiceTitle: '乙', taxNo: 'T-2' })
    for (const verb of ['submit', 'approve']) await f.verb('quotes', quote.id, verb)
    const { titles: offered } = done(await app.api.get(`/customers/${customer.id}/invoice-titles`, { token: f.clerk.token }))
    expect(offered).toMatchObject([
      { title: '甲', main: true },
      { title: '乙', taxNo: 'T-2', id: quote.chosenTitle },
    ])
    const half = { lines: [{ quoteLine: quote.lines[0].id, qty: 2 }] }
    const first = await f.create('quotes', quote.id, 'create-order', half)
    done(await patch('customers', customer.id, { invoiceTitles: [{ title: '甲', main: true }] }))
    const second = await f.create('quotes', quote.id, 'create-order', half)
    const [copy, revised] = [await f.create('orders', second.id, 'copy'), await f.create('quotes', quote.id, 'copy')]
    expect([first, second, copy, revised].map(({ invoiceTitle, taxNo }) => [invoiceTitle, taxNo])).toEqual([['乙', 'T-2'], ['乙', 'T-2'], ['甲', null], ['甲', null]]) // prettier-ignore
    expect(done(await patch('orders', first.id, { chosenTitle: null }))).toMatchObject({ invoiceTitle: '甲', taxNo: null })
    for (const verb of ['submit', 'approve']) await f.verb('orders', second.id, verb)
    const delivery = await f.create('orders', second.id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
    expect([delivery, invoice]).toMatchObject([{ invoiceTitle: '乙' }, { invoiceTitle: '乙', taxNo: 'T-2', chosenTitle: null }])
    const moved = await patch('orders', copy.id, { customer: other.id, chosenTitle: '甲' })
    expect(findingOf(moved, 'INVALID_INPUT')?.path).toBe('chosenTitle')
    const printed = await app.api.get(`/invoices/${invoice.id}/print?language=zh`, { token: f.boss.token })
    const words = wordsOfPdf(Buffer.from(await printed.raw.arrayBuffer()))
    if (words !== null) expect(words).toMatch(/发票抬头\s+乙\s+税号\s+T-2/)
  })

  test('record and default title say the same, whichever is changed; two defaults are refused', async () => {
    const titles = [{ title: '甲', main: true }, { title: '乙' }]
    const customer = await f.customer({ invoiceTitles: titles })
    done(await patch('customers', customer.id, { taxNo: 'T-1' }))
    const { invoiceTitles } = await f.read('customers', customer.id)
    expect(invoiceTitles).toMatchObject([
      { title: '甲', taxNo: 'T-1', main: true },
      { title: '乙', main: false },
    ])
    const two = await patch('customers', customer.id, { invoiceTitles: titles.map((row) => ({ ...row, main: true })) })
    expect(findingOf(two, 'INVALID_INPUT')?.path).toBe('invoiceTitles.1.main')
    done(await patch('customers', customer.id, { invoiceTitles: [{ title: '甲' }, { title: '乙', taxNo: 'T-2', main: true }] }))
    expect(await f.read('customers', customer.id)).toMatchObject({ invoiceTitle: '乙', taxNo: 'T-2' })
  })
})

describe('customers that may be one', () => {
  const warned = async (body: Record<string, unknown>, by: Person = f.boss): Promise<Array<[string, string[]]>> => {
    const made = done(await post('/customers?depth=0', { code: `U${(numbered += 1)}`, category: f.category.id, ...body }, by))
    return (made['checks'] as ToldFinding[]).map(({ path, facts }) => [String(path), facts['codes'] as string[]])
  }
  const report = async (by: Person, query = '') => {
    const { rows } = done(await app.api.get(`/reports/customer-duplicates?${query}`, { token: by.token }))
    return rows.map((row) => `${row.kind} ${row.customerCode}`)
  }

  test('whoever saves one is told by name, tax number and phone, whatever the writing; nothing is forbidden', async () => {
    const first = await f.customer({
      name: '廣州遠航鈕扣（集團）有限公司',
      taxNo: '91440101-ma59 xyz1',
      contacts: [{ name: '王', phone: '+86 138-0013-8111' }],
    })
    expect(await warned({ name: '远航钮扣有限责任公司' })).toEqual([['name', [first.code]]])
    expect(await warned({ name: '东莞远航钮扣有限公司' })).toEqual([['name', [`U${numbered - 1}`]]])
    expect(await warned({ name: '别的公司', taxNo: '91440101MA59XYZ1' })).toEqual([['taxNo', [first.code]]])
    expect(await warned({ name: '又一家', addresses: [{ address: '长安镇', phone: '13800138111' }] })).toEqual([
      ['addresses.0.phone', [first.code]],
    ])
    // its own record is none of the others; a new name ends the warning
    const { checks } = done(await patch('customers', first.id, { remark: '老客户' }))
    expect(checks).toMatchObject([{ path: 'name' }, { path: 'taxNo' }, { path: 'contacts.0.phone' }])
  })

  test('nobody is told of a customer that is gone: what it was recognised by went with it', async () => {
    const gone = await f.customer({ name: '已删除的纽扣厂', taxNo: '91440101MA00GONE00' })
    expect(await warned({ name: '已删除的纽扣厂', taxNo: '91440101MA00GONE00' })).toEqual([
      ['name', [gone.code]],
      ['taxNo', [gone.code]],
    ])
    for (const code of [gone.code, `U${numbered}`]) {
      const [{ id } = { id: 0 }] = done(await app.api.get(`/customers?where[code][equals]=${code}`, { token: f.boss.token })).docs
      done(await app.api.delete(`/customers/${id}`, { token: f.boss.token }))
    }
    const req = await createLocalReq({}, app.payload)
    expect(
      await inTransaction(req, () =>
        query(req, sql`select k.key from customer_keys k where not exists (select from customers c where c.id = k.customer_id)`),
      ),
    ).toEqual([])
    expect(await warned({ name: '已删除的纽扣厂', taxNo: '91440101MA00GONE00' })).toEqual([])
  })

  test('a colleague’s customer is not told of, neither on saving nor in the list of the whole book', async () => {
    const [mine, theirs] = [await f.person(['sales']), await f.person(['sales'])]
    const hidden = await f.customer({ name: '星辉服饰有限公司', salesperson: theirs.id })
    expect(await warned({ name: '星辉服饰', salesperson: mine.id }, mine)).toEqual([])
    const own = `U${numbered}`
    expect((await report(mine)).filter((row: string) => row.includes(hidden.code) || row.includes(own))).toEqual([])
    const all = await report(f.boss, 'by=name')
    expect(all).toEqual(expect.arrayContaining([`名称 ${hidden.code}`, `名称 ${own}`]))
  })
})
