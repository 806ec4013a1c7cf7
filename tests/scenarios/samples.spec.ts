// More than 300 lines: the cases of samples share one factory.

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import sharp from 'sharp'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let engineer: Person
let store: Told<'warehouses'>
let category: Told<'item-categories'>
let customer: Told<'customers'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  engineer = await f.person(['engineering'])
  store = await f.master('warehouses', { code: 'WS', name: '样板仓', kind: 'sample' })
  category = await f.master('item-categories', {
    code: 'RIVET',
    name: '撞钉',
    features: [
      { key: 'headSize', name: '头大', type: 'number', unit: 'mm', tolerance: 0.1, required: true },
      { key: 'thickness', name: '头厚', type: 'number', unit: 'mm', required: true },
      { key: 'colour', name: '颜色', type: 'choice', options: '青古铜, 枪色' },
    ],
  })
  customer = await f.customer()
})
afterAll(() => app.close())

const post = (slug: string, body: object, by: Person = f.clerk) => app.api.post(`/${slug}?depth=0`, { token: by.token, body })
const patch = (slug: string, id: number, body: object, by: Person) => app.api.patch(`/${slug}/${id}?depth=0`, { token: by.token, body })
const upload = async (slug: 'pictures' | 'drawings', by: Person = f.clerk) => {
  const form = new FormData()
  const bytes =
    slug === 'pictures'
      ? await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a07030' } })
          .jpeg()
          .toBuffer()
      : Buffer.from(
          '  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1015\n  0\nENDSEC\n  0\nSECTION\n  2\nENTITIES\n  0\nENDSEC\n  0\nEOF\n',
        )
  form.append('file', new Blob([new Uint8Array(bytes)]), slug === 'pictures' ? 'rivet.jpg' : 'rivet.dxf')
  form.append('_payload', '{}')
  return done(await app.api.post(`/${slug}`, { token: by.token, body: form }))
}
const sample = async (more: object = {}) =>
  done(
    await post('samples', {
      customer: customer.id,
      name: '平面撞钉',
      category: category.id,
      features: [
        { key: 'headSize', value: '12.5' },
        { key: 'thickness', value: '2.0' },
      ],
      ...more,
    }),
  )
const prepared = async (more: object = {}) => {
  const made = await sample(more)
  await f.verb('samples', made.id, 'submit', {}, f.clerk)
  await f.verb('samples', made.id, 'accept', {}, engineer)
  return f.verb('samples', made.id, 'ready', {}, engineer)
}
const round = async (id: number) => done(await post('feedback-rounds', { sample: id }))
const approved = async (more: object = {}) => {
  const made = await prepared({ drawings: [(await upload('drawings')).id], ...more })
  const open = await round(made.id)
  done(await patch('feedback-rounds', open.id, { pictures: [(await upload('pictures')).id] }, f.clerk))
  await f.verb('feedback-rounds', open.id, 'close', { status: 'approved' }, f.clerk)
  return f.read('samples', made.id)
}
const sampleOrder = async (item: number, qty: number, supply: string, more: object = {}) =>
  f.approvedOrder(customer.id, [{ item, qty, supply, free: true, price: 0, ...more }], { kind: 'sample' })

test('a sample takes its features from the template and makes its item', async () => {
  const made = await sample()
  expect(made.no).toMatch(/^SP\d{8}-\d{4}$/)
  expect(made.features).toMatchObject([
    { key: 'headSize', value: '12.5', unit: 'mm', type: 'number', tolerance: 0.1, required: true },
    { key: 'thickness', value: '2.0' },
    { key: 'colour', type: 'choice', required: false },
  ])
  expect(await f.read('items', Number(made['item']))).toMatchObject({ code: made.no, kind: 'sample', name: '平面撞钉' })
  const wrong = await post('samples', {
    customer: customer.id,
    name: 'x',
    category: category.id,
    features: [
      { key: 'headSize', value: 'broad' },
      { key: 'colour', value: 'pink' },
    ],
  })
  expect(codesOf(wrong)).toEqual(['INVALID_INPUT', 'INVALID_INPUT'])
})

test('the steps of a sample belong to sales and engineering', async () => {
  const made = await sample()
  expect(codesOf(await f.call('samples', made.id, 'accept', {}, engineer))).toEqual(['ILLEGAL_STEP'])
  await f.verb('samples', made.id, 'submit', {}, f.clerk)
  expect(codesOf(await f.call('samples', made.id, 'accept', {}, f.clerk))).toEqual(['FORBIDDEN'])
  expect(codesOf(await f.call('samples', made.id, 'refuse', {}, engineer))).toEqual(['INVALID_INPUT'])
  expect(await f.verb('samples', made.id, 'refuse', { reason: '模具太贵' }, engineer)).toMatchObject({ status: 'refused' })
  expect((await f.call('samples', made.id, 'mark-sent', {}, f.boss)).status).toBe(403)
})

test('S-01 pieces of engineering leave the sample warehouse without production and without revenue', async () => {
  const made = await prepared()
  await f.receive({ item: made.item, qty: 5, warehouse: store.id, cost: 1 })
  const order = await sampleOrder(made.item, 2, 'engineeringStock')
  expect(order.lines[0]).toMatchObject({ warehouse: store.id })
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  expect(await f.stock(made.item, store.id)).toMatchObject({ onHand: 3 })
  expect(done(await app.api.get(`/sample-work-orders?where[order][equals]=${order.id}`, { token: f.boss.token })).docs).toEqual([])
  expect(await f.read('deliveries', delivery.id)).toMatchObject({ kind: 'sample', grossTotal: 0 })
  const { docs } = done(await app.api.get(`/feedback-rounds?where[sample][equals]=${made.id}&depth=0`, { token: f.clerk.token }))
  expect(docs).toMatchObject([{ round: 1, status: 'awaiting', delivery: delivery.id }])
  expect(await f.read('samples', made.id)).toMatchObject({ status: 'sent' })
})

test('S-02 finished stock is checked like any goods', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 2 })
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 3, supply: 'finishedStock', free: true, price: 0 }], f.clerk, {
    kind: 'sample',
  })
  expect(findingOf(refused, 'NOT_AVAILABLE')?.facts).toMatchObject({ item: item.code, required: 3, available: 2 })
})

test('S-03 production opens one work order; only what is made may leave', async () => {
  const made = await prepared()
  const order = await sampleOrder(made.item, 5, 'production')
  const { docs } = done(await app.api.get(`/sample-work-orders?where[order][equals]=${order.id}&depth=0`, { token: f.boss.token }))
  expect(docs).toMatchObject([{ qty: 5, completed: 0, sample: made.id, orderLine: order.lines[0].id, status: 'open' }])
  expect(order.lines[0].workOrder).toBe(docs[0].id)
  const early = await f.call('orders', order.id, 'create-delivery')
  expect(codesOf(early)).toContain('NOT_PRODUCED')
  expect(findingOf(early, 'NOT_PRODUCED')?.facts).toMatchObject({ required: 5, completed: 0 })
  expect(codesOf(await f.call('sample-work-orders', docs[0].id, 'complete', { qty: 3 }, engineer))).toEqual(['ILLEGAL_STEP'])
  await f.verb('sample-work-orders', docs[0].id, 'start', {}, engineer)
  expect(await f.verb('sample-work-orders', docs[0].id, 'complete', { qty: 3, scrapped: 1 }, engineer)).toMatchObject({
    status: 'inWork',
    completed: 3,
    scrapped: 1,
  })
  expect(await f.stock(made.item, store.id)).toMatchObject({ onHand: 3 })
  expect(codesOf(await f.call('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 4 }] }))).toContain(
    'NOT_PRODUCED',
  )
  const first = await f.create('orders', order.id, 'create-delivery')
  expect(first.lines[0].qty).toBe(3)
  await f.verb('deliveries', first.id, 'approve')
  expect(codesOf(await f.call('sample-work-orders', docs[0].id, 'complete', { qty: 3 }, engineer))).toEqual(['INVALID_INPUT'])
  expect(await f.verb('sample-work-orders', docs[0].id, 'complete', { qty: 2 }, engineer)).toMatchObject({ status: 'completed' })
  const second = await f.create('orders', order.id, 'create-delivery')
  expect(second.lines[0].qty).toBe(2)
  expect(codesOf(await f.call('orders', order.id, 'unapprove'))).toEqual(['DOWNSTREAM_EXISTS'])
})

test('S-04 S-05 the approved sample becomes one item, and only its remark may change afterwards', async () => {
  const made = await approved()
  const item = await f.create('samples', made.id, 'convert', { code: 'F-1001' }, engineer)
  expect(item).toMatchObject({ code: 'F-1001', kind: 'goods', sample: made.id, drawings: made.drawings })
  expect(item.features).toMatchObject([
    { key: 'headSize', value: '12.5', unit: 'mm' },
    { key: 'thickness', value: '2.0' },
  ])
  expect(item.pictures).toEqual(made.approvalPictures)
  expect(await f.read('samples', made.id)).toMatchObject({ status: 'converted', formalItem: item.id })
  const again = await f.call('samples', made.id, 'convert', { code: 'F-1002' }, engineer)
  expect([again.status, findingOf(again, 'ALREADY_CONVERTED')?.facts['item']]).toEqual([409, 'F-1001'])
  expect(codesOf(await patch('samples', made.id, { name: '别名' }, f.clerk))).toEqual(['ILLEGAL_STEP'])
  expect(done(await patch('samples', made.id, { remark: '留样一份' }, f.clerk))).toMatchObject({ remark: '留样一份' })
})

test('S-05 two conversions at once make one item', async () => {
  const made = await approved()
  const answers = await Promise.all(['F-2001', 'F-2002', 'F-2003'].map((code) => f.call('samples', made.id, 'convert', { code }, engineer)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  const { totalDocs } = done(await app.api.get(`/items?where[sample][equals]=${made.id}`, { token: f.boss.token }))
  expect(totalDocs).toBe(1)
})

test('S-06 everything missing is listed at once', async () => {
  const made = await approved({ drawings: [], features: [{ key: 'headSize', value: '12.5' }] })
  const refused = await f.call('samples', made.id, 'convert', {}, engineer)
  expect(findingOf(refused, 'CONVERSION_INCOMPLETE')?.facts['missing']).toEqual(['thickness', 'drawing', 'code'])
  done(
    await patch(
      'samples',
      made.id,
      {
        features: [
          { key: 'headSize', value: '12.5' },
          { key: 'thickness', value: '2' },
        ],
      },
      engineer,
    ),
  )
  await f.settings('sample-settings', { drawingRequired: false })
  await f.verb('samples', made.id, 'convert', { code: 'F-3001' }, engineer)
  await f.settings('sample-settings', { drawingRequired: true })
})

test('S-08 rounds are numbered without gaps, one open at a time', async () => {
  const made = await prepared()
  const first = await round(made.id)
  const refused = await post('feedback-rounds', { sample: made.id })
  expect([refused.status, codesOf(refused), findingOf(refused, 'ROUND_OPEN')?.facts['round']]).toEqual([409, ['ROUND_OPEN'], 1])
  await f.verb('feedback-rounds', first.id, 'close', { status: 'changeRequested', remark: '头再大一点' }, f.clerk)
  expect(await f.read('samples', made.id)).toMatchObject({ status: 'changeRequested' })
  await f.verb('samples', made.id, 'accept', {}, engineer)
  expect(await round(made.id)).toMatchObject({ round: 2, status: 'awaiting' })
  const both = await Promise.all([post('feedback-rounds', { sample: made.id }), post('feedback-rounds', { sample: made.id })])
  expect(both.map(({ status }) => status)).toEqual([409, 409])
  await f.verb('samples', made.id, 'cancel', { reason: '客户取消' }, f.clerk)
  const { docs } = done(await app.api.get(`/feedback-rounds?where[sample][equals]=${made.id}&sort=round`, { token: f.clerk.token }))
  expect(docs.map(({ round: no, status }) => [no, status])).toEqual([
    [1, 'changeRequested'],
    [2, 'withdrawn'],
  ])
})

test('S-09 sales and engineering write their own fields', async () => {
  const made = await prepared()
  const open = await round(made.id)
  const technical = [{ feature: 'headSize', required: '12.5', measured: 12.62 }]
  expect(codesOf(await patch('feedback-rounds', open.id, { technical }, f.clerk))).toEqual(['NOT_YOUR_FIELD'])
  expect(codesOf(await patch('feedback-rounds', open.id, { status: 'approved' }, engineer))).toEqual(['NOT_YOUR_FIELD'])
  expect(codesOf(await patch('feedback-rounds', open.id, { remark: '很好' }, engineer))).toEqual(['NOT_YOUR_FIELD'])
  expect(codesOf(await f.call('feedback-rounds', open.id, 'close', { status: 'approved' }, engineer))).toEqual(['NOT_YOUR_FIELD'])
  expect(done(await patch('feedback-rounds', open.id, { technical }, engineer)).technical).toMatchObject([
    { measured: '12.62', deviation: '+0.12', judgement: 'out' },
  ])
  expect(done(await patch('feedback-rounds', open.id, { remark: '客户周五答复' }, f.clerk))).toMatchObject({ remark: '客户周五答复' })
  const { docs } = await app.payload.find({
    collection: 'notifications' as never,
    where: { kind: { in: ['sampleMeasured', 'sampleFeedback'] } },
    overrideAccess: true,
  })
  expect(docs.length).toBeGreaterThanOrEqual(2)
})

test('S-10 an approval needs its picture while the setting asks for it', async () => {
  const made = await prepared()
  const open = await round(made.id)
  expect(codesOf(await f.call('feedback-rounds', open.id, 'close', { status: 'approved' }, f.clerk))).toEqual(['APPROVAL_PICTURE_REQUIRED'])
  const picture = await upload('pictures')
  done(await patch('feedback-rounds', open.id, { pictures: [picture.id] }, f.clerk))
  await f.verb('feedback-rounds', open.id, 'close', { status: 'approved' }, f.clerk)
  expect(await f.read('samples', made.id)).toMatchObject({ status: 'approvedByCustomer', approvalPictures: [picture.id] })
  const other = await f.person(['sales'])
  expect((await app.api.get(picture.url.replace('/api', ''), { token: f.clerk.token })).status).toBe(200)
  expect((await app.api.get(picture.url.replace('/api', ''), { token: other.token })).status).toBeGreaterThanOrEqual(403)
  expect((await app.api.get(`/samples/${made.id}`, { token: other.token })).status).toBe(404)
})

test('S-11 a chargeable sample is billed, a lent one comes back and costs nothing', async () => {
  const made = await prepared()
  await f.receive({ item: made.item, qty: 10, warehouse: store.id, cost: 1 })
  const order = await f.approvedOrder(customer.id, [{ item: made.item, qty: 5, supply: 'engineeringStock', price: 50, taxRate: 13 }], {
    kind: 'sample',
  })
  const charged = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 3 }] })
  expect(charged).toMatchObject({ kind: 'sample', grossTotal: 150, netTotal: 132.74, taxTotal: 17.26 })
  const body = { kind: 'sample', customer: customer.id, loan: true, lines: [{ orderLine: order.lines[0].id, qty: 2 }] }
  expect(codesOf(await post('deliveries', { ...body, dueBack: '2020-01-01' }, f.boss))).toEqual(['INVALID_PERIOD'])
  const loan = done(await post('deliveries', body, f.boss))
  expect(loan).toMatchObject({ grossTotal: 0, loan: true })
  expect(loan.dueBack).toMatch(/^\d{4}-\d{2}-\d{2}/)
  await f.verb('deliveries', loan.id, 'approve')
  expect(await f.stock(made.item, store.id)).toMatchObject({ onHand: 8 })
})

test('S-13 goods of an unapproved sample are not ordered, unless the general manager waives it', async () => {
  const made = await prepared()
  const refused = await f.tryOrder(customer.id, [{ item: made.item, qty: 100, price: 1 }])
  expect(codesOf(refused)).toContain('SAMPLE_NOT_APPROVED')
  expect(codesOf(await f.tryOrder(customer.id, [{ item: made.item, qty: 100, price: 1 }], f.clerk, { sampleWaiver: '急单' }))).toEqual([
    'NOT_YOUR_FIELD',
  ])
  await f.receive({ item: made.item, qty: 500, cost: 1 })
  done(await f.tryOrder(customer.id, [{ item: made.item, qty: 100, price: 1 }], f.boss, { sampleWaiver: '急单' }))
  expect((await f.call('samples', made.id, 'waive', { reason: '客户口头认可' }, f.clerk)).status).toBe(403)
  await f.verb('samples', made.id, 'waive', { reason: '客户口头认可' })
  done(await f.tryOrder(customer.id, [{ item: made.item, qty: 100, price: 1 }]))
  const log = done(
    await app.api.get(`/audit-log?where[slug][equals]=samples&where[documentId][equals]=${made.id}&where[verb][equals]=waive`, {
      token: f.boss.token,
    }),
  )
  expect(log.docs).toMatchObject([{ reason: '客户口头认可' }])
})

test('a sample makes its order and its quote; the books agree', async () => {
  const made = await prepared()
  expect(await f.create('samples', made.id, 'create-order', { qty: 3 }, f.clerk)).toMatchObject({
    kind: 'sample',
    lines: [{ item: made.item, qty: 3, supply: 'production', free: true }],
  })
  const quote = await f.create('samples', made.id, 'create-quote', { qty: 1000, price: 0.35 }, f.clerk)
  expect(quote).toMatchObject({ customer: customer.id, lines: [{ item: made.item, qty: 1000, price: 0.35 }] })
  const { drawings, pictures } = await f.read('samples', made.id)
  expect(quote.attachments.map(({ value }: { value: number }) => value)).toEqual([...drawings, ...pictures])
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
