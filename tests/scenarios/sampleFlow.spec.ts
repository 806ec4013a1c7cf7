import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory
let engineer: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  engineer = await f.person(['engineering'])
  await f.master('warehouses', { code: 'WS', name: '样板仓', kind: 'sample' })
})
afterAll(() => app.close())

const flow = async (slug: string, id: number, by: Person = f.boss) => done(await f.api.get(`/trace/${slug}/${id}`, { token: by.token }))
type Chain = Awaited<ReturnType<typeof flow>>
const names = ({ nodes }: Chain): string[] => nodes.map(({ slug, id }) => `${slug}/${id}`).sort()
const hops = ({ edges }: Chain): string[] => edges.map(({ from, to, qty }) => `${from.slug} → ${to.slug} ${qty ?? '-'}`).sort()

test('sample → quote, sample → order → work order, delivery → round: one chain from every document, by line', async () => {
  const customer = await f.customer()
  const sample = done(await f.api.post('/samples?depth=0', { token: f.clerk.token, body: { customer: customer.id, name: '撞钉' } }))
  await f.verb('samples', sample.id, 'submit', {}, f.clerk)
  await f.verb('samples', sample.id, 'accept', {}, engineer)
  await f.verb('samples', sample.id, 'ready', {}, engineer)
  const { item } = await f.read('samples', sample.id)
  const goods = await f.item({ availabilityMode: 'off' })
  const quote = await f.create('samples', sample.id, 'create-quote', { qty: 1000, price: 0.35 }, f.clerk)
  const order = await f.approvedOrder(
    customer.id,
    [
      { item, qty: 5, supply: 'production', free: true, price: 0 },
      { item: goods.id, qty: 7, supply: 'finishedStock', free: true, price: 0 },
    ],
    { kind: 'sample' },
  )
  const work = order.lines[0].workOrder
  await f.verb('sample-work-orders', work, 'start', {}, engineer)
  await f.verb('sample-work-orders', work, 'complete', { qty: 5 }, engineer)
  const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 5 }] })
  await f.verb('deliveries', delivery.id, 'approve')
  const round = done(await f.api.get(`/feedback-rounds?where[sample][equals]=${sample.id}&depth=0`, { token: f.boss.token })).docs[0]

  const chain = await flow('samples', sample.id)
  expect(names(chain)).toEqual(
    [
      `samples/${sample.id}`,
      `quotes/${quote.id}`,
      `orders/${order.id}`,
      `sample-work-orders/${work}`,
      `deliveries/${delivery.id}`,
      `feedback-rounds/${round.id}`,
    ].sort(),
  )
  expect(hops(chain)).toEqual(
    [
      'samples → quotes 1000',
      'samples → orders 5',
      'orders → sample-work-orders 5',
      'orders → deliveries 5',
      'deliveries → feedback-rounds 5',
    ].sort(),
  )
  for (const [slug, id] of [
    ['feedback-rounds', round.id],
    ['sample-work-orders', work],
    ['deliveries', delivery.id],
    ['quotes', quote.id],
  ] as const)
    expect(names(await flow(slug, id))).toEqual(names(chain))
  expect(chain.nodes.find(({ slug }: { slug: string }) => slug === 'samples')).toMatchObject({
    no: sample.no,
    status: 'sent',
    statusLabel: '已送样',
  })
  expect(chain.nodes.find(({ slug }: { slug: string }) => slug === 'feedback-rounds')).toMatchObject({ statusLabel: '等待答复' })
})

test('what a person may not see is not in the chain; a foreign sample is not there at all', async () => {
  const stranger = await f.person(['sales'], { editPrice: true })
  const customer = await f.customer()
  const sample = done(await f.api.post('/samples?depth=0', { token: f.clerk.token, body: { customer: customer.id, name: '四合扣' } }))
  expect((await f.api.get(`/trace/samples/${sample.id}`, { token: stranger.token })).status).toBe(404)
  const round = done(await f.api.post('/feedback-rounds?depth=0', { token: f.clerk.token, body: { sample: sample.id } }))
  expect(names(await flow('feedback-rounds', round.id, f.clerk))).toEqual([`feedback-rounds/${round.id}`, `samples/${sample.id}`])
  const { item } = await f.read('samples', sample.id)
  const theirs = await f.customer({ salesperson: stranger.id })
  const body = { customer: theirs.id, salesperson: stranger.id, lines: [{ item, qty: 10, price: 1 }] }
  const quote = done(await f.api.post('/quotes?depth=0', { token: stranger.token, body }))
  expect(names(await flow('quotes', quote.id, stranger))).toEqual([`quotes/${quote.id}`])
  expect(names(await flow('samples', sample.id, f.clerk))).not.toContain(`quotes/${quote.id}`)
})

test('who may not type prices quotes a sample at the price the rules give; without one he is told what would give it', async () => {
  const customer = await f.customer()
  const sample = done(await f.api.post('/samples?depth=0', { token: f.clerk.token, body: { customer: customer.id, name: '撞钉' } }))
  await f.verb('samples', sample.id, 'submit', {}, f.clerk)
  await f.verb('samples', sample.id, 'accept', {}, engineer)
  await f.verb('samples', sample.id, 'ready', {}, engineer)
  const seller = await f.person(['sales'], { dataScope: 'all' })
  expect(codesOf(await f.call('samples', sample.id, 'create-quote', { qty: 1000 }, seller))).toEqual(['PRICE_UNKNOWN'])
  expect(codesOf(await f.call('samples', sample.id, 'create-quote', { qty: 1000, price: 0.4 }, seller))).toEqual(['PRICE_LOCKED'])
  const { item } = await f.read('samples', sample.id)
  done(await f.api.patch(`/items/${item}?depth=0`, { token: f.admin.token, body: { listPrice: 0.36 } }))
  const quote = await f.create('samples', sample.id, 'create-quote', { qty: 1000 }, seller)
  expect(quote.lines[0]).toMatchObject({ qty: 1000, price: 0.36 })
})
