import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'
import { wordsOfPdf } from '../support/wordsOfPdf'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('pricing-settings', { methods: ['policy', 'list'], gradeDiscounts: { AA: 2 } })
})
afterAll(() => app.close())

test('the notice tells each customer what he pays before and after, and nothing of anybody else', async () => {
  const [item, other] = [await f.item({ name: '四合扣 12.5' }), await f.item({ name: '工字扣 17' })]
  const blue = await f.customer({
    name: '广州蓝鲸牛仔服饰有限公司',
    credit: { grade: 'AA' },
    contacts: [{ name: '陈生', email: 'chen@lanjing.example', main: true }],
  })
  const red = await f.customer({ name: '东莞红狮箱包厂', contacts: [{ name: '李生', email: 'li@hongshi.example' }] })
  const silent = await f.customer({ name: '佛山无邮箱厂' })
  done(await f.api.post('/price-policies', { token: f.boss.token, body: { item: other.id, customer: red.id, price: 55, currency: 'CNY' } }))
  const lines = [
    { item: item.id, customer: blue.id, newPrice: 105 },
    { item: item.id, customer: red.id, newPrice: 93.5 },
    { item: other.id, newPrice: 108 },
    { item: item.id, customer: silent.id, newPrice: 101 },
  ]
  const body = { effectiveFrom: '2026-04-01', reason: '铜价上涨', lines }
  const doc = done(await f.api.post('/price-adjustments?depth=0', { token: f.clerk.token, body }))
  const pdf = async (query: string, token = f.boss.token): Promise<{ status: number; text: string | null }> => {
    const { status, raw } = await f.api.get(`/price-adjustments/${doc.id}/print?${query}`, { token })
    return { status, text: status === 200 ? wordsOfPdf(Buffer.from(await raw.arrayBuffer())) : null }
  }
  const early = await f.api.post(`/price-adjustments/${doc.id}/mail`, { token: f.clerk.token, body: {} })
  expect(early.status).toBe(409)
  await f.verb('price-adjustments', doc.id, 'submit', {}, f.clerk)
  await f.verb('price-adjustments', doc.id, 'approve')
  const [whole, his, hers] = [
    await pdf('language=zh'),
    await pdf(`language=zh&customer=${blue.id}`),
    await pdf(`language=en&customer=${red.id}`),
  ]
  expect([whole.status, his.status, hers.status]).toEqual([200, 200, 200])
  if (whole.text !== null && his.text !== null && hers.text !== null) {
    for (const word of ['调价通知', '东莞红狮箱包厂', '93.50', '2026-04-01', '铜价上涨', '全部客户']) expect(whole.text).toContain(word)
    // 2 % of his grade come off both prices; the general price of the other item reaches him
    for (const word of ['广州蓝鲸牛仔服饰有限公司', '98.00', '102.90', '105.84', '+5 %']) expect(his.text).toContain(word)
    expect(his.text).not.toMatch(/红狮|93\.5/)
    // his own price of the other item outranks the general one: it is not told as changed
    for (const word of ['Price notice', '93.50', '-6.5 %']) expect(hers.text).toContain(word)
    expect(hers.text).not.toMatch(/蓝鲸|108\.00|55\.00/)
  }
  expect((await pdf('customer=987654')).status).toBe(404)
  const stranger = await f.person(['sales'])
  expect((await pdf('language=zh', stranger.token)).status).toBe(404)

  const sent = done(await f.api.post(`/price-adjustments/${doc.id}/mail`, { token: f.clerk.token, body: { language: 'zh' } }))
  expect(sent.mailed.map(({ to }) => to)).toEqual([['chen@lanjing.example'], ['li@hongshi.example']])
  expect(sent.skipped).toEqual([silent.code])
  const one = done(await f.api.post(`/price-adjustments/${doc.id}/mail`, { token: f.clerk.token, body: { customer: red.id } }))
  expect(one.mailed).toHaveLength(1)
  const none = await f.api.post(`/price-adjustments/${doc.id}/mail`, { token: f.clerk.token, body: { customer: silent.id } })
  expect(none.status).toBe(400)
  const toBoss = { to: 'boss@factory.example' }
  expect(codesOf(await f.call('price-adjustments', doc.id, 'mail', toBoss, f.clerk))).toEqual(['FOREIGN_ADDRESS'])
  const { body: named } = await f.call('price-adjustments', doc.id, 'mail', { ...toBoss, confirmed: true }, f.clerk)
  expect(named).toMatchObject({ mailed: { to: ['boss@factory.example'] } })
})
