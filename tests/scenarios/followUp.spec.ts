import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'

import type { BoardGroup } from '@/src/questions/orders/followUpBoard'

import { accountDoors } from '../support/accountDoors'
import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory
const { rowsOf } = accountDoors(() => app)

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

type Key = 'belowMinimum' | 'creditAlarms' | 'unbilledDeliveries' | 'orderChanges' | 'overdue' | 'myReviews' | 'toRule' | 'toApprove'
type Groups = Record<Key, BoardGroup>
const board = async (by: Person, language: 'zh' | 'en' = 'zh') =>
  Object.fromEntries(done(await f.api.get('/follow-up', { token: by.token, language })).groups.map((group) => [group.key, group])) as Groups

test('IC-13: late lines, credit alarms, sales below minimum, reviews and long unbilled deliveries, each with its documents', async () => {
  await f.settings('order-settings', { reviewRequired: false, fourEyes: false, unbilledAfterDays: 7 })
  const item = await f.item({ minPrice: 50 })
  await f.receive({ item: item.id, qty: 100 })
  const customer = await f.customer()
  const late = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5, schedule: [{ date: '2026-01-05', qty: 5 }] }])
  await f.settings('pricing-settings', { minimumPriceMode: 'warn', minimumPriceMoment: 'save' })
  const cheap = await f.order(customer.id, [{ item: item.id, qty: 1, price: 40 }])
  await f.settings('credit-settings', { action: 'release', moment: 'save' })
  const poor = await f.customer({ credit: { control: true, limit: 100 } })
  const alarmed = await f.order(poor.id, [{ item: item.id, qty: 2 }])
  await f.settings('order-settings', { reviewRequired: true })
  const reviewed = await f.order(customer.id, [{ item: item.id, qty: 1, price: 60 }])
  await f.verb('orders', reviewed.id, 'submit', {}, f.clerk)

  const told = await board(f.boss)
  expect(told.overdue).toMatchObject({ count: 1, urgent: true, rows: [{ slug: 'orders', id: late.id, date: '2026-01-05' }] })
  expect(told.belowMinimum.rows.map(({ no }: { no: string }) => no)).toEqual([cheap.no])
  expect(told.creditAlarms.rows.map(({ no }: { no: string }) => no)).toEqual([alarmed.no])
  expect(told.myReviews).toMatchObject({ count: 1, rows: [{ slug: 'orders', id: reviewed.id, no: reviewed.no }], link: '/reviews' })
  expect(told.unbilledDeliveries.count).toBe(0)
  expect(told.creditAlarms.label).toBe('超信用订单')
  expect((await board(f.boss, 'en')).creditAlarms.label).toBe('Credit alarms')

  // the way to all of them opens exactly the documents that were counted
  const { link } = told.creditAlarms
  const listed = done(await f.api.get(`/orders?${link.split('?')[1]}`, { token: f.boss.token }))
  expect(listed.docs.map(({ id }: { id: number }) => id)).toEqual([alarmed.id])
})

test('IC-13: changes after approval: open ones and those of the last week, none that were given up, each opened from the board', async () => {
  await f.settings('order-settings', { reviewRequired: false })
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer()
  const change = async (qty: number) => {
    const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
    return f.create('orders', order.id, 'create-change', { reason: '客户加量', lines: [{ line: order.lines[0].id, qty }] })
  }
  const [open, applied, rejected, cancelled] = [await change(11), await change(12), await change(13), await change(14)]
  for (const { id } of [applied, rejected]) await f.verb('order-changes', id, 'submit')
  await f.verb('order-changes', applied.id, 'approve')
  await f.verb('order-changes', rejected.id, 'reject', { reason: '不同意' })
  await f.verb('order-changes', cancelled.id, 'cancel', { reason: '不改了' })
  const { orderChanges } = await board(f.boss)
  expect([orderChanges.label, orderChanges.count, orderChanges.rows.map(({ no }: { no: string }) => no)]).toEqual([
    '审核后变更',
    2,
    [applied.no, open.no],
  ])
  const listed = done(await f.api.get(`/order-changes?${orderChanges.link.split('?')[1]}&depth=0`, { token: f.boss.token }))
  expect(listed.docs.map(({ id }: { id: number }) => id)).toEqual([applied.id, open.id])
  expect((await board(await f.person(['pmc']))).orderChanges.count).toBe(2)
  expect((await board(await f.person(['sales']))).orderChanges.count).toBe(0)
  expect((await board(await f.person(['warehouse']))).orderChanges).toBeUndefined()
  await f.settings('order-settings', { reviewRequired: true })
})

test('a colleague sees only his own documents and only the groups of his roles; nobody without log-in', async () => {
  const stranger = await f.person(['sales'])
  const his = await board(stranger)
  expect([his.overdue.count, his.creditAlarms.count, his.belowMinimum.count]).toEqual([0, 0, 0])
  expect([his.myReviews, his.toRule, his.toApprove]).toEqual([undefined, undefined, undefined])
  const planner = await board(await f.person(['pmc']))
  expect([planner.myReviews.count, planner.creditAlarms, planner.belowMinimum]).toEqual([1, undefined, undefined])
  expect((await f.api.get('/follow-up')).status).toBe(401)
})

test('the morning mail goes once a day to whoever asked for it, in his language and with his own rights', async () => {
  const { tasks } = await import('@/src/server/jobs/tasks')
  const reader = await f.person(['sales'], { language: 'en', dailyDigest: true })
  const seller = await f.person(['sales'], { dataScope: 'all', dailyDigest: true })
  await f.person(['sales'], { dailyDigest: false })
  const run = (): Promise<void> =>
    Promise.resolve(tasks['dailyDigest']?.({ payload: f.payload, input: {}, last: false } as never)).then(() => undefined)
  await run()
  await run()
  const { docs } = await f.payload.find({
    collection: 'outbox',
    where: { key: { like: 'digest-' } },
    pagination: false,
    overrideAccess: true,
  })
  const mails = new Map(docs.map((mail) => [mail.to, mail]))
  expect([...mails.keys()].sort()).toEqual([reader.email, seller.email].sort())
  expect(docs.length).toBe(2)
  expect(mails.get(reader.email)?.text).toContain('Nothing waits for you today.')
  expect(mails.get(seller.email)?.text).toMatch(/逾期未出货 \(1\)\n {2}SO\d{8}-\d{4}/)
})

test('a report view goes by mail to those it names, each with his own rows and in his language; whoever may not open it gets none', async () => {
  const { tasks } = await import('@/src/server/jobs/tasks')
  const own = await f.person(['sales'], { language: 'en' })
  const all = await f.person(['generalManager'], { dataScope: 'all' })
  const stores = await f.person(['warehouse'])
  const view = await f.master('report-views', {
    name: '每日执行',
    report: 'order-execution',
    question: '_sort=-gross',
    mail: 'daily',
    recipients: [own.id, all.id, stores.id],
  })
  const run = (): Promise<void> =>
    Promise.resolve(tasks['mailReports']?.({ payload: f.payload, input: {}, last: false } as never)).then(() => undefined)
  await run()
  await run()
  const { docs } = await f.payload.find({
    collection: 'outbox',
    where: { key: { like: `report-${view.id}-` } },
    pagination: false,
    overrideAccess: true,
  })
  const titled = new Map(docs.map(({ to, subject }) => [to, subject]))
  expect([titled.size, docs.length, titled.get(own.email), titled.get(all.email)]).toEqual([
    2,
    2,
    expect.stringContaining('Order execution'),
    expect.stringContaining('订单执行'),
  ])
  const rowsTo = async (email: string): Promise<unknown> => {
    const [file] = docs.find(({ to }) => to === email)?.attachments as { base64: string }[]
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Uint8Array.from(Buffer.from(file!.base64, 'base64')).buffer)
    return book.worksheets[0]?.getCell('B5').value
  }
  expect(await rowsTo(own.email)).toBe(0)
  expect(await rowsTo(all.email)).toBeGreaterThan(0)
})

describe('how people are told', () => {
  let order = 0
  beforeAll(async () => {
    order = (await f.order((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])).id
  })
  const tell = async (key: string, people: readonly { id: number; email: string }[]): Promise<void> => {
    const { notify } = await import('@/src/usecases/control/notify')
    const { createLocalReq } = await import('payload')
    const { inTransaction } = await import('@/src/db/transaction')
    const req = await createLocalReq({}, app.payload)
    const named = people.map(({ id, email }) => ({ id, email, language: 'zh' as const }))
    const text = { zh: `甲 ${key}`, en: `A ${key}` }
    await inTransaction(req, () => notify({ req, people: named, kind: 'orderApproved', key, title: text, text, related: { slug: 'orders', id: order } })) // prettier-ignore
  }
  /** What reached a person: notices in the application, and mails, by their titles. */
  const reached = async ({ id, email }: { id: number; email: string }) => {
    const inside = await rowsOf<{ title: string }>(
      `select title from notifications where user_id = $1 and kind <> 'security' order by id`,
      [id],
    )
    const mails = await rowsOf<{ subject: string; text: string }>(
      `select subject, text from outbox where "to" = $1 and text not like '%/collections/users/%' and text !~ '若与您所知不符|not what you know of' order by id`,
      [email],
    ) // whose account was changed, his own as well, is another story
    return { inside: inside.map(({ title }) => title), mails: mails.map(({ subject }) => subject), texts: mails.map(({ text }) => text) }
  }
  const morning = async (): Promise<void> => {
    const { noticeDigest } = await import('@/src/server/jobs/tasks/noticeDigest')
    await noticeDigest({ payload: app.payload, input: {}, attempt: 1, last: false })
  }

  test('each by his choice for the kind and in his language; nobody who has left, may not open it, or wants none', async () => {
    const choose = (orderApproved: string, more: Record<string, unknown> = {}) => f.person(['generalManager'], { noticeChoices: { orderApproved }, ...more }) // prettier-ignore
    const people = {
      asEver: await f.person(['generalManager']),
      none: await choose('none'),
      app: await choose('app'),
      mail: await choose('mail', { language: 'en' }),
      daily: await choose('daily', { language: 'en' }),
      weekly: await choose('weekly'),
      noMail: await choose('daily', { emailNotifications: false }),
      left: await choose('mail'),
      stranger: await f.person(['sales'], { noticeChoices: { orderApproved: 'mail' } }),
      leaves: await choose('daily'),
      loses: await choose('daily'),
    }
    done(await app.api.patch(`/users/${people.left.id}`, { token: f.admin.token, body: { disabled: true } }))
    await tell('k1', Object.values(people))
    await tell('k2', Object.values(people))
    const both = (words: string) => [`${words} k1`, `${words} k2`]
    const nothing = { inside: [], mails: [] }
    for (const [name, told] of Object.entries({
      asEver: { inside: both('甲'), mails: both('甲') },
      none: nothing,
      app: { inside: both('甲'), mails: [] },
      mail: { inside: both('A'), mails: both('A') },
      daily: { inside: both('A'), mails: [] },
      noMail: { inside: both('甲'), mails: [] },
      left: nothing,
      stranger: nothing,
    }))
      expect([name, await reached(people[name as keyof typeof people])]).toEqual([name, expect.objectContaining(told)])
    done(await app.api.patch(`/users/${people.leaves.id}`, { token: f.admin.token, body: { disabled: true } }))
    done(await app.api.patch(`/users/${people.loses.id}`, { token: f.admin.token, body: { roles: ['sales'], dataScope: 'own' } }))
    await rowsOf(`update held_notices set rhythm = 'daily' where user_id = $1`, [people.weekly.id]) // Monday
    await morning()
    await morning()
    expect((await reached(people.daily)).mails).toEqual(['Your notices of the day (2 notices)'])
    expect((await reached(people.daily)).texts[0]).toContain(`/admin/collections/orders/${order}`)
    expect((await reached(people.weekly)).mails).toEqual(['每日通知摘要 (2 条)'])
    for (const name of ['leaves', 'loses', 'noMail', 'app'] as const)
      expect([name, (await reached(people[name])).mails]).toEqual([name, []])
  })

  test('one chooses for himself, kinds and ways there are', async () => {
    const person = await f.person(['sales'])
    const choose = (noticeChoices: unknown, by: { token: string } = person) =>
      app.api.patch(`/users/${person.id}`, { token: by.token, body: { noticeChoices } })
    expect(done(await choose({ mention: 'daily' })).noticeChoices).toEqual({ mention: 'daily' })
    for (const wrong of [{ nothing: 'mail' }, { mention: 'pigeon' }, { security: 'none' }, ['mail'], 'mail']) expect((await choose(wrong)).status).toBe(400) // prettier-ignore
    expect((await choose({ mention: 'none' }, f.clerk)).status).toBe(403)
    const read = await app.api.get(`/users/${person.id}`, { token: f.clerk.token })
    expect(read.body.noticeChoices).toBeUndefined()
  })
})
