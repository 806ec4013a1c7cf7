import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import { wordsOfPdf } from '../support/wordsOfPdf'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let english: Told<'customers'>
let chinese: Told<'customers'>
let rivet: Told<'items'>
let button: Told<'items'>
let template: Told<'quote-templates'>

const saying = (text: string): object => expect.objectContaining({ root: expect.objectContaining({ children: [expect.objectContaining({ children: [expect.objectContaining({ text })] })] }) }) // prettier-ignore

const paperOf = async (slug: string, id: number, language: string): Promise<string | null> => {
  const { raw } = await f.api.get(`/${slug}/${id}/print?language=${language}`, { token: f.boss.token })
  return wordsOfPdf(Buffer.from(await raw.arrayBuffer()))?.replaceAll(/[ \t]+/g, ' ') ?? null
}

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  english = await f.customer({ name: 'Blue Whale Ltd', language: 'en', taxMode: 'exclusive' })
  chinese = await f.customer({ name: '广州蓝鲸' })
  rivet = await f.item({ name: '工字扣', listPrice: 12.5, availabilityMode: 'off' })
  button = await f.item({ name: '四合扣', listPrice: 3, availabilityMode: 'off' })
  template = await f.master('quote-templates', {
    name: '牛仔五金首单',
    validityDays: 15,
    remark: '含模具费',
    terms: '{{客户}}：定金 30%，报价 {{单号}} 有效期至 {{有效期至}}',
    termsEn: 'Dear {{customer}}: 30 % deposit',
    lines: [
      { item: rivet.id, qty: 1000, discountRate: 0, breaks: [{ qty: 5000 }] },
      { item: button.id, qty: 500, description: '四合扣 17 mm', remark: '哑银' },
    ],
  })
})
afterAll(() => app.close())

describe('a quote from a template', () => {
  test('takes lines, terms in the language of the customer, remark and validity; prices are those of the day', async () => {
    const answer = await f.call('quote-templates', template.id, 'create-quote', { customer: english.id, date: '2026-11-20' }, f.clerk)
    expect(answer.status).toBe(200)
    const quote = await f.read('quotes', answer.body.created.id)
    expect(quote).toMatchObject({
      ...{ template: template.id, customer: english.id, status: 'draft', remark: '含模具费', taxMode: 'exclusive' },
      terms: saying('Dear {{customer}}: 30 % deposit'),
      lines: [
        { item: rivet.id, qty: 1000, price: 12.5, priceSource: 'auto', breaks: [{ qty: 5000, price: 12.5 }] },
        { item: button.id, qty: 500, price: 3, description: '四合扣 17 mm', remark: '哑银' },
      ],
    })
    expect(quote.validUntil.slice(0, 10)).toBe('2026-12-05')
    await app.payload.update({ collection: 'items', id: rivet.id, data: { listPrice: 13 }, overrideAccess: true, depth: 0 })
    const later = await f.create('quote-templates', template.id, 'create-quote', { customer: chinese.id }, f.clerk)
    expect(later).toMatchObject({
      lines: [{ price: 13 }, { price: 3 }],
      terms: saying('{{客户}}：定金 30%，报价 {{单号}} 有效期至 {{有效期至}}'),
    })
  })

  test('named in a document, it fills what was left empty and nothing else', async () => {
    const own = done(
      await f.api.post('/quotes?depth=0', {
        token: f.clerk.token,
        body: { customer: chinese.id, template: template.id, validUntil: '2027-01-31', lines: [{ item: button.id, qty: 7 }] },
      }),
    )
    expect(own).toMatchObject({ remark: '含模具费', lines: [{ item: button.id, qty: 7 }] })
    expect(own.lines).toHaveLength(1)
    expect(own.validUntil.slice(0, 10)).toBe('2027-01-31')
    const whole = done(
      await f.api.post('/quotes?depth=0', { token: f.clerk.token, body: { customer: chinese.id, template: template.id, remark: '急' } }),
    )
    expect(whole).toMatchObject({ remark: '急', lines: [{ item: rivet.id }, { item: button.id }] })
    // a later change of the template changes nothing that was made
    done(await f.api.patch(`/quote-templates/${template.id}`, { token: f.boss.token, body: { remark: '新' } }))
    expect((await f.read('quotes', whole.id)).remark).toBe('急')
    done(await f.api.patch(`/quote-templates/${template.id}`, { token: f.boss.token, body: { remark: '含模具费' } }))
  })

  test('a try changes nothing; twice with one key is one quote', async () => {
    const count = async (): Promise<number> => (await app.payload.count({ collection: 'quotes', overrideAccess: true })).totalDocs
    const before = await count()
    const tried = await f.call('quote-templates', template.id, 'create-quote', { customer: chinese.id, dryRun: true }, f.clerk)
    expect([tried.status, await count()]).toEqual([200, before])
    const ask = { token: f.clerk.token, body: { customer: chinese.id }, headers: { 'Idempotency-Key': crypto.randomUUID() } }
    const [one, two] = [
      await f.api.post(`/quote-templates/${template.id}/create-quote`, ask),
      await f.api.post(`/quote-templates/${template.id}/create-quote`, ask),
    ]
    expect(two.body).toEqual(one.body)
    expect(await count()).toBe(before + 1)
  })

  test('whoever sells makes one, for his own customers; templates are kept by the manager', async () => {
    const stranger = await f.person(['sales'])
    const unseen = await f.call('quote-templates', template.id, 'create-quote', { customer: chinese.id }, stranger)
    expect([unseen.status, codesOf(unseen)]).toEqual([400, ['INVALID_INPUT']])
    const storeman = await f.person(['warehouse'])
    expect((await f.call('quote-templates', template.id, 'create-quote', { customer: chinese.id }, storeman)).status).toBe(403)
    expect((await f.api.post('/quote-templates', { token: f.clerk.token, body: { name: 'x', lines: [] } })).status).toBe(403)
    expect((await f.call('quote-templates', 99_999, 'create-quote', { customer: chinese.id }, f.clerk)).status).toBe(404)
    expect((await f.api.post(`/quote-templates/${template.id}/create-quote`, { body: { customer: chinese.id } })).status).toBe(401)
    for (const body of [{}, { customer: 'x' }, { customer: chinese.id, date: '2026-02-31' }])
      expect(codesOf(await f.call('quote-templates', template.id, 'create-quote', body, f.clerk))).toEqual(['INVALID_INPUT'])
  })

  test('one put away makes no new quotes, by no way, and one that is used is not deleted', async () => {
    const old = await f.master('quote-templates', { name: '旧', active: false, lines: [{ item: rivet.id, qty: 1 }] })
    for (const answer of [
      await f.call('quote-templates', old.id, 'create-quote', { customer: chinese.id }, f.clerk),
      await f.api.post('/quotes', { token: f.clerk.token, body: { customer: chinese.id, template: old.id } }),
    ]) {
      expect(codesOf(answer)).toEqual(['INVALID_INPUT'])
      expect(findingOf(answer, 'INVALID_INPUT')).toMatchObject({ path: 'template', facts: { value: '旧' } })
    }
    expect((await f.api.delete(`/quote-templates/${template.id}`, { token: f.admin.token })).status).toBe(409)
    expect((await f.api.delete(`/quote-templates/${old.id}`, { token: f.admin.token })).status).toBe(200)
  })
})

test('an order from a template is an order like any other', async () => {
  const monthly = await f.master('order-templates', { name: '月单', terms: '送货上门', lines: [{ item: rivet.id, qty: 20 }] })
  const order = await f.create('order-templates', monthly.id, 'create-order', { customer: chinese.id }, f.clerk)
  expect(order).toMatchObject({ template: monthly.id, status: 'draft', terms: saying('送货上门'), lines: [{ item: rivet.id, qty: 20, price: 13 }] }) // prettier-ignore
  await f.verb('orders', order.id, 'submit')
  await f.verb('orders', order.id, 'approve')
})

test('what a text leaves to the document is on a list; anything else is refused by its name, wherever it is written', async () => {
  const wrong = [
    await f.api.post('/quote-templates', { token: f.boss.token, body: { name: '错', lines: [{ item: rivet.id, qty: 1 }], terms: '价 {{单价}} {{no}}' } }), // prettier-ignore
    await f.api.post('/globals/company', { token: f.admin.token, body: { texts: { quotationEn: 'of {{gross}}' } } }),
    await f.api.post('/globals/company', { token: f.admin.token, body: { texts: { subjectZh: '{{ 编号 }}' } } }),
    await f.api.post('/quotes', { token: f.clerk.token, body: { customer: chinese.id, lines: [{ item: rivet.id, qty: 1 }], terms: '{{x}}' } }), // prettier-ignore
  ]
  expect(wrong.map(({ status }) => status)).toEqual([400, 400, 400, 400])
  expect(wrong.map((answer) => findingOf(answer, 'INVALID_INPUT')?.facts['value'])).toEqual(['{{单价}}', '{{gross}}', '{{编号}}', '{{x}}'])
  expect(findingOf(wrong[0], 'INVALID_INPUT')?.message).toContain('{{有效期至}}')
})

describe('texts are sealed with the document, as its prices are', () => {
  const texts = (body: object): Promise<void> => f.settings('company', { texts: body })
  const without = { quotationZh: null, confirmationZh: null, deliveryZh: null, invoiceZh: null, headZh: null, footZh: null }

  test('an approved quote keeps its terms, head and foot whatever becomes of company, template and names', async () => {
    await texts({ quotationZh: '付款按 {{公司}} 规定，合计 {{价税合计}}', headZh: '旧址 {{联系人}}', footZh: '旧脚' })
    const buyer = await f.customer({ name: '旧名', contacts: [{ name: '王', main: true }] })
    const [own, house] = [
      await f.create('quote-templates', template.id, 'create-quote', { customer: buyer.id }, f.clerk),
      done(await f.api.post('/quotes', { token: f.clerk.token, body: { customer: buyer.id, lines: [{ item: rivet.id, qty: 2 }] } })),
    ]
    for (const { id } of [own, house]) for (const verb of ['submit', 'approve']) await f.verb('quotes', id, verb)
    await texts({ quotationZh: '新条款', headZh: '新址', footZh: '新脚' })
    done(await f.api.patch(`/customers/${buyer.id}`, { token: f.boss.token, body: { name: '新名' } }))
    done(await f.api.patch(`/quote-templates/${template.id}`, { token: f.boss.token, body: { terms: '别的' } }))
    const [ownPaper, housePaper] = [await paperOf('quotes', own.id, 'zh'), await paperOf('quotes', house.id, 'zh')]
    if (ownPaper !== null && housePaper !== null) {
      for (const said of [`旧名：定金 30%，报价 ${own.no} 有效期至`, '旧址 王', '旧脚']) expect(ownPaper).toContain(said)
      expect(housePaper).toContain('合计 26.00')
      for (const paper of [ownPaper, housePaper]) expect(paper).not.toMatch(/新条款|新址|新脚|别的/)
    }
    // a draft says what is said today
    const draft = done(await f.api.post('/quotes', { token: f.clerk.token, body: { customer: buyer.id, lines: [{ item: rivet.id, qty: 2 }] } })) // prettier-ignore
    const paper = await paperOf('quotes', draft.id, 'zh')
    if (paper !== null) for (const said of ['新条款', '新址', '新脚']) expect(paper).toContain(said)
    await texts(without)
  })

  test('with nothing said at approval nothing is said later; who takes the approval back opens it', async () => {
    const order = await f.approvedOrder(chinese.id, [{ item: rivet.id, qty: 1 }])
    await texts({ confirmationZh: '后来的条款', deliveryZh: '送货须知 {{价税合计}}。' })
    const sealed = await paperOf('orders', order.id, 'zh')
    if (sealed !== null) expect(sealed).not.toContain('后来的条款')
    await f.verb('orders', order.id, 'unapprove', { reason: '改' })
    expect((await f.read('orders', order.id)).sealedTexts).toBeNull()
    await f.verb('orders', order.id, 'approve')
    const again = await paperOf('orders', order.id, 'zh')
    if (again !== null) expect(again).toContain('后来的条款')
    const delivery = await f.create('orders', order.id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    const note = await paperOf('deliveries', delivery.id, 'zh')
    if (note !== null) expect(note).toContain('送货须知 。') // what leaves with goods tells no prices
    const storeman = await f.person(['warehouse'], { dataScope: 'all' })
    expect(await f.read('orders', order.id, storeman)).not.toHaveProperty('sealedTexts')
    await texts(without)
  })

  test('an order takes the terms of its quote along; a copy and a revision too', async () => {
    const quote = done(
      await f.api.post('/quotes', { token: f.clerk.token, body: { customer: chinese.id, lines: [{ item: rivet.id, qty: 5 }], terms: '只此一份 {{no}}' } }), // prettier-ignore
    )
    for (const verb of ['submit', 'approve']) await f.verb('quotes', quote.id, verb)
    const same = { terms: saying('只此一份 {{no}}') }
    expect(await f.create('quotes', quote.id, 'copy')).toMatchObject(same)
    const order = await f.create('quotes', quote.id, 'create-order')
    expect(order).toMatchObject(same)
    const csv = await f.api.get('/lists/quotes/export?columns=no,terms&format=csv', { token: f.boss.token })
    expect(await csv.raw.text()).toContain(`${quote.no},只此一份 {{no}}`) // lists and their files tell what a rich text says
    const history = done(await f.api.get(`/audit-log?where[slug][equals]=quotes&where[documentId][equals]=${quote.id}&limit=50`, { token: f.boss.token })).docs // prettier-ignore
    expect(JSON.stringify(history)).toContain('"只此一份 {{no}}"')
    expect(JSON.stringify(history)).not.toMatch(/sealedTexts|"root"/)
  })
})

describe('whoever reads English reads English', () => {
  test('terms, items, units, warehouses, house and texts on every sheet, on the customer’s page and in the letter', async () => {
    await f.settings('company', { name: '德昌五金', nameEn: 'Dechang Hardware', address: '东莞', addressEn: 'Dongguan, China' })
    const terms = await f.master('payment-terms', { code: 'EN30', name: '月结 30 天', nameEn: '30 days net', kind: 'daysAfterInvoice', days: 30 }) // prettier-ignore
    const stud = await f.item({ name: '撞钉', nameEn: 'Stud', unit: '个', listPrice: 2, availabilityMode: 'off' })
    const store = await f.master('warehouses', { code: 'WEN', name: '出口仓', nameEn: 'Export store', kind: 'goods' })
    const seller = await f.person(['sales', 'salesManager', 'generalManager'], { name: 'May Lin', dataScope: 'all' })
    const buyer = await f.customer({ name: 'Orca Ltd', language: 'en', paymentTerms: terms.id, salesperson: seller.id, contacts: [{ name: 'Ann', email: 'ann@orca.example' }] }) // prettier-ignore
    const body = { customer: buyer.id, deliveryAddress: 'Leeds', lines: [{ item: stud.id, qty: 10, warehouse: store.id, breaks: [{ qty: 100, price: 1.5 }] }] } // prettier-ignore
    const quote = done(await f.api.post('/quotes?depth=0', { token: f.boss.token, body }))
    for (const verb of ['submit', 'approve']) await f.verb('quotes', quote.id, verb)
    const sent = await f.call('quotes', quote.id, 'send')
    const path = `/public/quotes/${String(sent.body.link.url).split('/').at(-1)}`
    const page = async (language: string): Promise<string> => (await app.api.get(`${path}?language=${language}`)).raw.text()
    expect((await page('en')).replace('>中文</a>', '').match(/.*\p{Script=Han}.*/gu)).toBeNull()
    expect(await page('zh')).toMatch(/德昌五金[\s\S]*月结 30 天[\s\S]*撞钉/)
    const order = await f.create('quotes', quote.id, 'create-order')
    for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
    const delivery = await f.create('orders', order.id, 'create-delivery')
    const papers = await Promise.all(
      ([['quotes', quote.id], ['orders', order.id], ['deliveries', delivery.id], ['customers', buyer.id]] as const).map(([slug, id]) => paperOf(slug, id, 'en')), // prettier-ignore
    )
    for (const paper of papers.filter((each) => each !== null)) expect(paper.match(/.*\p{Script=Han}.*/gu)).toBeNull()
    if (papers[0] !== null) expect(papers[0]).toMatch(/30 days net[\s\S]*Stud[\s\S]*pcs/)
    const company = { texts: { quotationMailEn: 'We ask {{paymentTerms}}, {{company}}', headEn: 'All of us', quotationHeadEn: 'Export desk', quotationFootZh: '仅报价' } } // prettier-ignore
    const asked = { kind: 'quotation', language: 'en', id: quote.id, company }
    const letter = done(await f.api.post('/texts-preview', { token: f.admin.token, body: { ...asked, form: 'mail' } }))
    expect(letter.html).toContain('We ask 30 days net, Dechang Hardware')
    // a sheet may have a head and a foot of its own; the others keep those of all sheets
    const previewed = async (more: object): Promise<string | null> => {
      const { raw } = await f.api.post('/texts-preview', { token: f.admin.token, body: { ...asked, form: 'pdf', ...more } })
      return wordsOfPdf(Buffer.from(await raw.arrayBuffer()))
    }
    const [ours, foot, theirs] = [await previewed({}), await previewed({ language: 'zh' }), await previewed({ kind: 'confirmation', id: order.id })] // prettier-ignore
    if (ours !== null) expect(ours).toContain('Export desk')
    if (ours !== null) expect(ours).not.toContain('All of us')
    if (foot !== null) expect(foot).toContain('仅报价')
    if (theirs !== null) expect(theirs).toContain('All of us')
  })
})
