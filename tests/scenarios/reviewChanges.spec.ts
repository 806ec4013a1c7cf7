import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let people: Record<'sales' | 'pmc' | 'rd' | 'engineering', Person>
let general: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('order-settings', { reviewRequired: true, fourEyes: true })
  people = {
    sales: await f.person(['salesManager'], { dataScope: 'all' }),
    pmc: await f.person(['pmc']),
    rd: await f.person(['rd']),
    engineering: await f.person(['engineering']),
  }
  general = await f.person(['generalManager'])
})
afterAll(() => app.close())

const departments = ['sales', 'pmc', 'rd', 'engineering'] as const
type Department = (typeof departments)[number]

const submitted = async (kind: 'standard' | 'trial' | 'sample' = 'trial', line: Record<string, unknown> = {}) => {
  const item = await f.item({ availabilityMode: 'off' })
  const changes = kind === 'trial' ? ['newMaterial'] : []
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 10, changes, ...line }], f.clerk, { kind })
  await f.verb('orders', order.id, 'submit', {}, f.clerk)
  return f.read('orders', order.id)
}
const answer = (order: { id: number }, department: Department, opinion = 'agree', more: Record<string, unknown> = {}) =>
  f.call('orders', order.id, 'review', { department, opinion, ...more }, people[department])
const allAgree = async (order: { id: number }, who: readonly Department[] = departments): Promise<void> => {
  for (const department of who) done(await answer(order, department))
}
const edit = async (order: Told<'orders'>, header: Record<string, unknown>, line: Record<string, unknown> = {}) => {
  const now = await f.read('orders', order.id)
  return app.api.patch(`/orders/${order.id}?depth=0`, {
    token: f.clerk.token,
    body: { ...header, ...(Object.keys(line).length > 0 ? { lines: [{ ...now.lines[0], ...line }] } : {}) },
  })
}
const rowsOf = async (order: { id: number }) =>
  (await app.api.get(`/order-reviews?where[order][equals]=${order.id}&limit=99&depth=0&sort=id`, { token: general.token })).body.docs
const asked = async (order: { id: number }): Promise<string[]> =>
  (await rowsOf(order))
    .filter(({ status }) => status === 'open')
    .map(({ department }) => department)
    .sort()
const facts = async (order: { id: number }): Promise<unknown[]> => {
  const { status, reviewStatus, reviewVersion } = await f.read('orders', order.id)
  return [status, reviewStatus, reviewVersion]
}

test('R-07: after review a new price asks sales again, a new quantity or date PMC, a new drawing or item R&D and engineering', async () => {
  const other = await f.item({ availabilityMode: 'off' })
  const cases: Array<[object, Department[]]> = [
    [{ price: 90, priceSource: 'manual' }, ['sales']],
    [{ qty: 12 }, ['pmc']],
    [{ schedule: [{ date: '2027-01-05', qty: 10 }] }, ['pmc']],
    [{ description: '头部改为平头' }, ['engineering', 'rd']],
    [{ item: other.id }, ['engineering', 'rd']],
  ]
  for (const [line, who] of cases) {
    const order = await submitted()
    await allAgree(order)
    expect(await facts(order)).toEqual(['reviewed', 'passed', 1])
    done(await edit(order, {}, line as Record<string, unknown>))
    const again = await asked(order)
    expect([line, again.filter((department) => who.includes(department as Department))]).toEqual([line, who])
    expect(await facts(order)).toEqual(['inReview', 'inReview', 2])
    const early = await f.call('orders', order.id, 'approve', {}, people.sales)
    expect(early.status).toBe(409)
    await allAgree(order, again as Department[])
    expect(await facts(order)).toEqual(['reviewed', 'passed', 2])
  }
})

test('R-07: during review the same; a remark asks nobody; opinions that stand are not asked again', async () => {
  const order = await submitted()
  await allAgree(order, ['sales', 'pmc', 'rd'])
  done(await edit(order, { remark: '请尽快' }))
  expect([await asked(order), await facts(order)]).toEqual([['engineering'], ['inReview', 'inReview', 1]])
  done(await edit(order, {}, { schedule: [{ date: '2027-02-01', qty: 10 }] }))
  expect([await asked(order), await facts(order)]).toEqual([
    ['engineering', 'pmc'],
    ['inReview', 'inReview', 2],
  ])
  await allAgree(order, ['engineering', 'pmc'])
  expect(await facts(order)).toEqual(['reviewed', 'passed', 2])
  expect((await rowsOf(order)).filter(({ department }) => department === 'pmc').map(({ status, opinion }) => [status, opinion])).toEqual([
    ['void', 'agree'],
    ['answered', 'agree'],
  ])
})

test('R-07: while a ruling is awaited the date PMC disagreed with is changed: PMC is asked again and may agree; new terms need a new ruling', async () => {
  const order = await submitted()
  await allAgree(order, ['sales', 'rd', 'engineering'])
  done(await answer(order, 'pmc', 'disagree', { remark: '交期太紧' }))
  expect((await facts(order))[0]).toBe('awaitingRuling')
  done(await edit(order, {}, { schedule: [{ date: '2027-03-01', qty: 10 }] }))
  expect([await asked(order), (await facts(order))[0]]).toEqual([['pmc'], 'inReview'])
  done(await answer(order, 'pmc'))
  expect((await facts(order))[0]).toBe('reviewed')

  const ruled = await submitted()
  await allAgree(ruled, ['sales', 'rd', 'engineering'])
  done(await answer(ruled, 'pmc', 'disagree'))
  done(await f.call('orders', ruled.id, 'rule', { decision: 'accept', text: '接' }, general))
  done(await edit(ruled, {}, { price: 80, priceSource: 'manual' }))
  expect([(await f.read('orders', ruled.id)).ruling, await asked(ruled)]).toEqual([null, ['sales']])
  done(await answer(ruled, 'sales'))
  expect((await facts(ruled))[0]).toBe('awaitingRuling')
})

test('a department that need not answer any more keeps nobody waiting', async () => {
  const order = await submitted()
  await allAgree(order, ['sales', 'pmc', 'rd'])
  done(await edit(order, { kind: 'standard' }, { changes: [] }))
  expect([await asked(order), await facts(order)]).toEqual([[], ['reviewed', 'passed', 2]])
})

test('R-12: a sample order is reviewed by sales, PMC and engineering', async () => {
  const order = await submitted('sample', { supply: 'finishedStock' })
  expect(await asked(order)).toEqual(['engineering', 'pmc', 'sales'])
  await allAgree(order, ['sales', 'pmc', 'engineering'])
  expect((await facts(order))[0]).toBe('reviewed')
})

test('R-08: before the review is passed nothing is set aside, delivered or made', async () => {
  const order = await submitted()
  const line = order.lines[0].id
  const tried = [
    await f.call('orders', order.id, 'reserve', { lines: [{ line, qty: 1 }] }),
    await f.call('orders', order.id, 'create-delivery'),
    await app.api.post('/deliveries', { token: f.boss.token, body: { customer: order.customer, lines: [{ orderLine: line, qty: 1 }] } }),
  ]
  expect(tried.map((refused) => [refused.status, codesOf(refused)])).toEqual(Array(3).fill([409, ['ILLEGAL_STEP']]))
})

test('race: four departments answer at the same instant: four opinions, one outcome, told once', async () => {
  for (const opinions of [
    ['agree', 'agree', 'agree', 'agree'],
    ['agree', 'disagree', 'agree', 'agree'],
  ]) {
    const order = await submitted()
    const answers = await Promise.all(departments.map((department, i) => answer(order, department, opinions[i])))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const rows = await rowsOf(order)
    expect(rows.map(({ department, status, opinion }) => [department, status, opinion])).toEqual(
      departments.map((department, i) => [department, 'answered', opinions[i]]),
    )
    const mixed = opinions.includes('disagree')
    expect((await facts(order))[0]).toBe(mixed ? 'awaitingRuling' : 'reviewed')
    const told = (
      await app.api.get(`/notifications?where[kind][equals]=${mixed ? 'rulingAsked' : 'reviewClosed'}&limit=200&depth=0`, {
        token: (mixed ? general : f.clerk).token,
      })
    ).body.docs.filter((row) => Number((row.related as { id?: number } | null)?.id) === order.id)
    expect(told).toHaveLength(1)
  }
})

test('race: one department answers twice at the same instant: both are kept, the order is decided once', async () => {
  const order = await submitted('standard')
  done(await answer(order, 'sales'))
  const answers = await Promise.all([answer(order, 'pmc'), answer(order, 'pmc', 'agree', { remark: '再次确认' })])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await rowsOf(order)).filter(({ opinion }) => opinion)).toHaveLength(2)
})

test('race: an order is approved while its content changes: either it is approved as it was reviewed, or it is reviewed again', async () => {
  for (let round = 0; round < 4; round++) {
    const order = await submitted('standard')
    await allAgree(order, ['sales', 'pmc'])
    const [approval, change] = await Promise.all([
      f.call('orders', order.id, 'approve', {}, people.sales),
      edit(order, {}, { qty: 11 + round }),
    ])
    const now = await f.read('orders', order.id)
    if (approval.status === 200) expect([change.status, now.status, now.lines[0].qty]).toEqual([409, 'approved', 10])
    else expect([approval.status, change.status, now.status, now.lines[0].qty]).toEqual([409, 200, 'inReview', 11 + round])
  }
})

test('race: an answer meets a change of what it answers: no opinion on the old content counts for the new one', async () => {
  for (let round = 0; round < 4; round++) {
    const order = await submitted('standard')
    done(await answer(order, 'sales'))
    const [said, changed] = await Promise.all([answer(order, 'pmc'), edit(order, {}, { qty: 20 + round })])
    expect(changed.status).toBe(200)
    const now = await f.read('orders', order.id)
    const last = (await rowsOf(order)).findLast(({ department, status }) => department === 'pmc' && status !== 'void')
    // answered before the change: void and asked again; after it: it is an answer to the new content
    expect([said.status, now.status, last?.status, last?.reviewVersion]).toEqual([
      200,
      ...(last?.status === 'open' ? ['inReview', 'open'] : ['reviewed', 'answered']),
      2,
    ])
  }
})

test('race: a change is approved while goods leave, while the order is closed, and while it is unapproved', async () => {
  await f.settings('order-settings', { reviewRequired: false, fourEyes: false })
  const item = await f.item()
  await f.receive({ item: item.id, qty: 1000 })
  const customer = await f.customer()
  const ready = async () => {
    const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
    const change = await f.create('orders', order.id, 'create-change', { reason: '减', lines: [{ line: order.lines[0].id, qty: 6 }] })
    await f.verb('order-changes', change.id, 'submit')
    return { order, change }
  }
  for (let round = 0; round < 3; round++) {
    const { order, change } = await ready()
    const delivery = await f.create('orders', order.id, 'create-delivery')
    const [changed, left] = await Promise.all([f.call('order-changes', change.id, 'approve'), f.call('deliveries', delivery.id, 'approve')])
    const line = (await f.read('orders', order.id)).lines[0]
    expect([changed.status, left.status].filter((status) => status === 200)).toHaveLength(1)
    expect([line.qty, line.deliveredQty]).toEqual(left.status === 200 ? [10, 10] : [6, 0])
  }
  for (const rival of ['short-close', 'unapprove', 'cancel'] as const) {
    const { order, change } = await ready()
    const answers = await Promise.all([
      f.call('order-changes', change.id, 'approve'),
      f.call('orders', order.id, rival, rival === 'unapprove' ? {} : { reason: '不做' }),
    ])
    expect(answers.map(({ status }) => status)).not.toContain(500)
    expect(answers.some(({ status }) => status === 200)).toBe(true)
  }
  for (let round = 0; round < 3; round++) {
    const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
    const [undone, made] = await Promise.all([f.call('orders', order.id, 'unapprove'), f.call('orders', order.id, 'create-delivery')])
    expect([undone.status, made.status].filter((status) => status === 200)).toHaveLength(1)
    const draft = await f.create('orders', (await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])).id, 'create-delivery')
    const [closed, left] = await Promise.all([
      f.call('orders', draft.lines[0].order, 'short-close', { reason: '结束' }),
      f.call('deliveries', draft.id, 'approve'),
    ])
    expect([closed.status, left.status].filter((status) => status === 200)).toHaveLength(1)
  }
})

test('after all of this the books agree with the documents', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
