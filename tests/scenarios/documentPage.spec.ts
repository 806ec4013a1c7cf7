import { afterAll, beforeAll, expect, test } from '@jest/globals'

import type { Applied } from '@/src/domain/grid/remedies'
import { remediesOf } from '@/src/domain/grid/remedies'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, findingOf, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'control', moment: 'save' })
})
afterAll(() => app.close())

type Entry = { at: string; by: string; what: string; reason: string | null; changes: Array<Record<string, string>> }

test('the history tells who changed what in the words of the screen, without technical names, and as far as the reader may know', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const other = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer()
  const order = await f.order(customer.id, [{ item: item.id, qty: 1000, price: 1.5 }])
  const [line] = order.lines
  const lines = [
    { ...line, qty: 1200, price: 1.25 },
    { item: other.id, qty: 7, price: 2 },
  ]
  const { version } = await f.read('orders', order.id)
  done(
    await app.api.patch(`/orders/${order.id}`, {
      token: f.boss.token,
      body: { version, lines, deliveryAddress: '东莞', headerDiscount: 1234.5 },
    }),
  )
  await f.verb('orders', order.id, 'cancel', { reason: '客户取消' })
  const read = async (token: string, language: 'zh' | 'en' = 'zh'): Promise<Entry[]> =>
    (done(await app.api.get(`/history/orders/${order.id}`, { token, language })) as { entries: Entry[] }).entries
  const [cancelled, changed, created] = await read(f.boss.token)
  expect(cancelled).toMatchObject({ what: '取消订单', reason: '客户取消' })
  expect(created?.what).toBe('新建')
  expect(changed?.at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  const find = (entry: Entry | undefined, where: string, what: string) =>
    entry?.changes.find((each) => each['where'] === where && each['what'] === what)
  expect(find(changed, '第 1 行', '数量')).toMatchObject({ before: '1,000', after: '1,200' })
  expect(find(changed, '第 1 行', '单价')).toMatchObject({ before: '1.5', after: '1.25' })
  expect(find(changed, '', '整单折扣额')).toMatchObject({ after: '1,234.50' })
  expect(find(changed, '', '送货地址')).toMatchObject({ before: '—', after: '东莞' })
  expect(find(changed, '第 2 行', '新增')?.['after']).toContain(other.code)
  // of one line, whatever its place: what was done to it and nothing else
  const of = async (row: unknown): Promise<Entry[]> =>
    (done(await app.api.get(`/history/orders/${order.id}?row=${String(row)}`, { token: f.boss.token })) as { entries: Entry[] }).entries
  const mine = await of(line?.id)
  expect(mine.map(({ what }) => what)).toEqual([changed?.what, '新建'])
  expect(mine[0]?.changes.map(({ what }) => what)).toEqual(expect.arrayContaining(['数量', '单价']))
  expect(JSON.stringify(mine[0])).not.toMatch(/送货地址|新增/)
  expect(await of('nothing')).toEqual([])
  const english = await read(f.boss.token, 'en')
  expect(find(english[1], 'Line 1', 'Quantity')).toMatchObject({ before: '1,000', after: '1,200' })
  // no name of a field and no id in anything that is told
  for (const entry of [...english, ...(await read(f.boss.token))])
    for (const { where, what } of entry.changes) expect(`${where} ${what}`).not.toMatch(/[a-z][A-Z]|lines|undefined|null/)

  const keeper = await f.person(['warehouse'], { dataScope: 'all' })
  const hidden = JSON.stringify(await read(keeper.token))
  expect(hidden).toContain('1,200')
  for (const secret of ['1.25', '1,234.50', '单价']) expect(hidden).not.toContain(secret)
  const stranger = await f.person(['sales'], { dataScope: 'own' })
  expect((await app.api.get(`/history/orders/${order.id}`, { token: stranger.token })).status).toBe(404)
  expect((await app.api.get('/history/nothing/1', { token: f.boss.token })).status).toBe(404)
})

test('the remedies of a refusal pass when they are applied: the missing part from another warehouse, the lowest permitted price', async () => {
  const item = await f.item({ minPrice: 81.86, taxRate: 13 })
  await f.receive({ item: item.id, qty: 20 })
  const [here, there] = [await f.master('warehouses', { code: 'RW1', name: '一仓', kind: 'goods' }), await f.master('warehouses', { code: 'RW2', name: '二仓', kind: 'goods' })] // prettier-ignore
  await f.receive({ item: item.id, qty: 20, warehouse: here.id })
  await f.receive({ item: item.id, qty: 500, warehouse: there.id })
  const customer = await f.customer()
  const line = { item: item.id, qty: 60, price: 50, warehouse: here.id }
  const check = async (lines: object[]) =>
    app.api.post('/orders/check', { token: f.boss.token, body: { customer: customer.id, date: '2026-11-29', lines } })
  await f.settings('pricing-settings', { minimumPriceMode: 'forbid', minimumPriceMoment: 'save' })
  const answer = await check([line])
  const offered = (code: string): Applied[] => {
    const finding = findingOf(answer, code)
    return finding
      ? remediesOf({
          finding,
          line,
          checked: answer.body.lines[0],
          head: { taxMode: 'inclusive', exchangeRate: 1, headerDiscount: 0 },
          open: new Set(['qty', 'price', 'warehouse', 'batchNo']),
          mayPrice: true,
        })
      : []
  }
  const split = offered('NOT_AVAILABLE').find(({ beneath }) => beneath?.typed['warehouse'] === 'RW2')
  const [price] = offered('BELOW_MINIMUM_PRICE')
  expect([split?.label.en, price?.label.en]).toEqual(['Take 40 from RW2', 'Use 92.5018'])
  const cured = { ...line, ...price?.values }
  const healed = await check([
    { ...cured, ...split?.values },
    { ...cured, ...split?.beneath?.values, warehouse: there.id },
  ])
  expect(healed.body.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([])
})

test('the head says what the document waits for, and whom, to everybody who sees it', async () => {
  await f.settings('order-settings', { reviewRequired: true })
  const item = await f.item({ availabilityMode: 'off' })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 1, price: 100 }])
  const pmc = await f.person(['pmc'], { dataScope: 'all' })
  const head = async (token: string) => done(await app.api.get(`/orders/${order.id}/verbs`, { token })).next
  expect(await head(f.clerk.token)).toMatchObject({ who: { zh: expect.stringContaining('业务员') }, isMine: true })
  expect(await head(pmc.token)).toMatchObject({ isMine: false })
  await f.verb('orders', order.id, 'submit')
  expect(await head(pmc.token)).toMatchObject({
    verb: { en: expect.stringMatching(/review/i) },
    who: { zh: expect.stringContaining('生管') },
    isMine: true,
  })
  // whoever sells is asked for no opinion, whoever entered it for none of his own
  expect(await head(f.clerk.token)).toMatchObject({ isMine: false })
  expect(await head(f.boss.token)).toMatchObject({ isMine: true })
  const own = await f.order((await f.customer()).id, [{ item: item.id, qty: 1, price: 100 }], f.boss)
  await f.verb('orders', own.id, 'submit')
  expect(done(await app.api.get(`/orders/${own.id}/verbs`, { token: f.boss.token })).next).toMatchObject({ isMine: false })
})

test('credit beside a document: what it uses already is told apart, in base currency, to whoever sees it', async () => {
  await f.settings('credit-settings', { moment: 'save' })
  await f.master('exchange-rates', { currency: 'EUR', date: '2026-01-01', rate: 8 })
  const customer = await f.customer({ currency: 'EUR' })
  const lines = [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 10, price: 5 }]
  const order = await f.order(customer.id, lines)
  const asked = async (token: string, document: string) =>
    done(await app.api.get(`/credit/customers/${customer.id}?document=${document}`, { token }))
  expect(await asked(f.clerk.token, `orders/${order.id}`)).toMatchObject({ exposure: 400, own: 400 })
  expect(await asked(f.clerk.token, 'orders/999999')).toMatchObject({ exposure: 400, own: 0 })
  expect(await asked(f.clerk.token, 'users/1')).toMatchObject({ own: 0 })
  type Checked = { totals: { grossTotal: number }; exchangeRate: number }
  const { body } = await app.api.send<Checked>('POST', '/orders/check', { token: f.clerk.token, body: { customer: customer.id, lines } })
  expect(body).toMatchObject({ totals: { grossTotal: 50 }, exchangeRate: 8 })
})

test('notes hang on their document: whoever sees it reads them, whoever is named is told once, next steps stand on the board until done', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer()
  const order = await f.order(customer.id, [{ item: item.id, qty: 1, price: 100 }])
  const pmc = await f.person(['pmc'], { dataScope: 'all' })
  const stranger = await f.person(['sales'], { dataScope: 'own' })
  const at = `/notes/orders/${order.id}` as const
  const body = { text: '@生管 客户催货', mentions: [pmc.id, stranger.id], due: '2026-01-02', assignee: pmc.id }
  const write = (given: object, token = f.boss.token) => app.api.post(at, { token, body: given })
  expect((await write(body)).status).toBe(201)
  const { notes } = done(await app.api.get(at, { token: pmc.token }))
  expect(notes).toMatchObject([{ text: '@生管 客户催货', step: { due: '2026-01-02', isMine: true, done: null } }])

  // told in the app and by mail; who may not open the order is told nothing
  const { docs: notices } = await app.payload.find({
    collection: 'notifications',
    where: { kind: { in: ['mention', 'nextStep'] } },
    depth: 0,
    overrideAccess: true,
  })
  expect(notices.map(({ user, kind }) => [user, kind])).toEqual([[pmc.id, 'nextStep']])
  const { docs: mails } = await app.payload.find({
    collection: 'outbox',
    where: { to: { equals: pmc.email } },
    depth: 0,
    overrideAccess: true,
  })
  expect(mails).toHaveLength(1)

  const due = async (token: string) =>
    (done(await app.api.get('/follow-up', { token })).groups as Array<{ key: string; rows: unknown[] }>).find(
      ({ key }) => key === 'dueSteps',
    )?.rows
  expect(await due(pmc.token)).toEqual([{ slug: 'orders', id: order.id, no: order.no, text: '@生管 客户催货', date: '2026-01-02' }])
  expect(await due(f.boss.token)).toEqual([])
  const settle = (token: string) => app.api.post(`/notes/${notes[0].id}/done`, { token, body: { done: true } })
  expect((await settle(f.clerk.token)).status).toBe(404)
  done(await settle(pmc.token))
  expect(await due(pmc.token)).toEqual([])

  // no way around the order's own rights, and no half steps
  const auditor = await f.person(['auditor'], { dataScope: 'all' })
  expect((await app.api.get(at, { token: stranger.token })).status).toBe(404)
  expect((await write(body, stranger.token)).status).toBe(404)
  expect((await write(body, auditor.token)).status).toBe(403)
  for (const token of [f.boss.token, f.admin.token]) expect((await app.api.get('/document-notes', { token })).status).toBe(403)
  for (const wrong of [
    { text: ' ' },
    { text: 'x', due: '2026-01-02' },
    { text: 'x', assignee: pmc.id },
    { text: 'x', mentions: [999_999] },
    { text: 'x', due: 'soon', assignee: pmc.id },
  ])
    expect((await write(wrong)).status).toBe(400)
  expect((await app.api.get('/notes/nothing/1', { token: f.boss.token })).status).toBe(404)
})
