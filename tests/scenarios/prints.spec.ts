import { afterAll, beforeAll, expect, test } from '@jest/globals'
import sharp from 'sharp'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'
import { wordsOfPdf } from '../support/wordsOfPdf'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await app.payload.updateGlobal({ slug: 'company', data: { name: '德昌五金', address: '广东省东莞市', phone: '0769-8888' } as never })
})
afterAll(() => app.close())

const pdfOf = async (
  path_: string,
  token = f.boss.token,
): Promise<{ status: number; type: string | null; name: string | null; file: Buffer }> => {
  const { status, headers, raw } = await f.api.get(path_, { token })
  return { status, type: headers.get('content-type'), name: headers.get('content-disposition'), file: Buffer.from(await raw.arrayBuffer()) }
}

test('an order prints as a PDF in both languages, with exact figures, dates and nothing of cost or minimum', async () => {
  const item = await f.item({ name: '四合扣 12.5', specification: '头大 12.5 mm', availabilityMode: 'off', taxRate: 13, minPrice: 61.7 })
  const customer = await f.customer({ name: '广州蓝鲸牛仔服饰有限公司' })
  const order = await f.approvedOrder(customer.id, [
    { item: item.id, qty: 3, price: 100, schedule: [{ date: '2026-12-01', qty: 1 }, { date: '2026-12-15', qty: 2 }] }, // prettier-ignore
  ])
  const zh = await pdfOf(`/orders/${order.id}/print?language=zh`)
  expect([zh.status, zh.type, zh.name]).toEqual([200, 'application/pdf', `inline; filename="${order.no}.pdf"`])
  expect(zh.file.subarray(0, 5).toString()).toBe('%PDF-')
  const [chinese, english] = [wordsOfPdf(zh.file), wordsOfPdf((await pdfOf(`/orders/${order.id}/print?language=en`)).file)]
  if (chinese !== null && english !== null) {
    for (const word of [
      '订单确认书',
      '德昌五金',
      '广州蓝鲸牛仔服饰有限公司',
      '四合扣 12.5',
      '2026-12-15 × 2',
      '265.49',
      '34.51',
      'CNY 300.00',
      order.no,
    ])
      expect(chinese).toContain(word)
    expect(english).toContain('Order confirmation')
    expect(chinese).not.toContain('61.7')
    expect(chinese).not.toContain('草稿')
  }
})

test('O-49: any revision of an order prints as it was agreed, with what it changed and why; an old one says by which it was replaced', async () => {
  const item = await f.item({ name: '工字扣 17', availabilityMode: 'off' })
  const order = await f.approvedOrder((await f.customer()).id, [{ item: item.id, qty: 10, price: 100 }])
  const change = await f.create('orders', order.id, 'create-change', {
    reason: '客户加量',
    lines: [{ line: order.lines[0].id, qty: 12, price: 90 }],
    freight: 45.2,
  })
  for (const verb of ['submit', 'approve']) await f.verb('order-changes', change.id, verb)
  const [first, second] = [
    await pdfOf(`/orders/${order.id}/print?revision=1&language=zh`),
    await pdfOf(`/orders/${order.id}/print?revision=2&language=en`),
  ]
  expect([first.status, second.name]).toEqual([200, `inline; filename="${order.no}-r2.pdf"`])
  const [old, now] = [wordsOfPdf(first.file), wordsOfPdf(second.file)]
  if (old !== null && now !== null) {
    for (const word of ['CNY 1,000.00', '工字扣 17']) expect(old).toContain(word)
    for (const word of ['CNY 1,125.20', '客户加量', 'Changes against the revision before', '90.00', 'Freight', '45.20'])
      expect(now).toContain(word)
  }
  const unknown = await f.api.get(`/orders/${order.id}/print?revision=3`, { token: f.boss.token })
  expect([unknown.status, codesOf(unknown)]).toEqual([400, ['INVALID_INPUT']])
  const stranger = await f.person(['sales'])
  expect((await pdfOf(`/orders/${order.id}/print?revision=1`, stranger.token)).status).toBe(404)
})

test('what one may not see cannot be printed, and what does not exist neither', async () => {
  const order = await f.order((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
  const stranger = await f.person(['sales'])
  expect((await pdfOf(`/orders/${order.id}/print`, stranger.token)).status).toBe(404)
  expect((await f.api.get(`/orders/${order.id}/print`)).status).toBe(401)
  expect((await pdfOf(`/orders/${order.id}/print?name=nothing`)).status).toBe(404)
  expect((await pdfOf('/orders/999999/print')).status).toBe(404)
})

test('four hundred lines print on many pages; the delivery note has pictures and no prices', async () => {
  const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#884422' } })
    .png()
    .toBuffer()
  const made = await app.payload.create({
    collection: 'pictures',
    data: {} as never,
    file: { data: picture, mimetype: 'image/png', name: '扣子.png', size: picture.length },
    overrideAccess: true,
  })
  const item = await f.item({ pictures: [made.id], listPrice: 123.45 })
  await f.receive({ item: item.id, qty: 5000 })
  const customer = await f.customer()
  const order = await f.approvedOrder(
    customer.id,
    Array.from({ length: 400 }, () => ({ item: item.id, qty: 1 })),
  )
  const large = await pdfOf(`/orders/${order.id}/print`)
  expect([large.status, large.file.length > 20_000]).toEqual([200, true])
  const small = await f.approvedOrder(customer.id, [{ item: item.id, qty: 2 }])
  const delivery = await f.create('orders', small.id, 'create-delivery')
  const draft = await pdfOf(`/deliveries/${delivery.id}/print`)
  await f.verb('deliveries', delivery.id, 'approve')
  const issued = await pdfOf(`/deliveries/${delivery.id}/print`)
  expect(issued.file.includes('/Subtype /Image')).toBe(true)
  const words = wordsOfPdf(issued.file)
  if (words !== null) {
    expect(words).toContain('客户签收')
    expect(words).not.toContain('123.45')
  }
  expect(draft.file.length).not.toBe(issued.file.length)
})

test('a mail goes to the main contact with the PDF attached, once per key, and is in the audit log; drafts are not sent', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer({
    contacts: [
      { name: '王', email: 'wang@customer.example' },
      { name: '李', email: 'li@customer.example', main: true },
    ],
  })
  const draft = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  const refused = await f.call('orders', draft.id, 'mail')
  expect([refused.status, codesOf(refused)]).toEqual([409, ['ILLEGAL_STEP']])
  const sheet = async () => done(await f.api.get(`/orders/${draft.id}/verbs`, { token: f.boss.token })).prints
  expect(await sheet()).toMatchObject([{ name: 'confirmation', mail: false }])
  await f.verb('orders', draft.id, 'submit')
  await f.verb('orders', draft.id, 'approve')
  expect(await sheet()).toMatchObject([{ name: 'confirmation', mail: true }])
  const key = crypto.randomUUID()
  for (let time = 0; time < 2; time += 1)
    expect(
      done(
        await f.api.post(`/orders/${draft.id}/mail`, {
          token: f.boss.token,
          body: { message: '请确认' },
          headers: { 'Idempotency-Key': key },
        }),
      ).mailed.to,
    ).toEqual(['li@customer.example'])
  const { docs } = await app.payload.find({
    collection: 'outbox',
    where: { and: [{ relatedSlug: { equals: 'orders' } }, { relatedId: { equals: String(draft.id) } }, { key: { like: 'print-' } }] },
    overrideAccess: true,
    showHiddenFields: true,
  })
  expect(docs.map(({ to, text }) => [to, text])).toEqual([['li@customer.example', '请确认\n\n德昌五金']])
  const [attachment] = docs[0]?.attachments as Array<{ filename: string; base64: string }>
  expect([
    attachment?.filename,
    Buffer.from(attachment?.base64 ?? '', 'base64')
      .subarray(0, 5)
      .toString(),
  ]).toEqual([`${draft.no}.pdf`, '%PDF-'])
  const read = done(await f.api.get(`/outbox/${docs[0]?.id}`, { token: f.boss.token }))
  expect(read).not.toHaveProperty('attachments')
  const audit = done(await f.api.get(`/audit-log?where[verb][equals]=mail`, { token: f.boss.token })).docs
  expect(audit).toMatchObject([{ slug: 'orders', documentId: String(draft.id) }])
  const wrong = await f.api.post(`/orders/${draft.id}/mail`, { token: f.boss.token, body: { to: 'not an address' } })
  expect([wrong.status, codesOf(wrong)]).toEqual([400, ['INVALID_INPUT']])
  const nobody = await f.approvedOrder((await f.customer()).id, [{ item: item.id, qty: 1 }])
  expect(codesOf(await f.call('orders', nobody.id, 'mail'))).toEqual(['INVALID_INPUT'])
})

test('the house writes its own terms and covering letter: they stand on paper and in the mail, filled from the document', async () => {
  const words = (text: string, format = 0) => ({ type: 'text', text, format, detail: 0, mode: 'normal', style: '', version: 1 })
  const element = (type: string, children: unknown[], more: object = {}) => ({
    type,
    children,
    format: '',
    indent: 0,
    version: 1,
    direction: null,
    ...more,
  })
  const item = (text: string, value: number) => element('listitem', [words(text)], { value })
  const confirmationZh = {
    root: element('root', [
      element('paragraph', [words('本确认书 {{no}} 一式两份，', 1), words('另附 除外')], { textFormat: 0, textStyle: '' }),
      element('list', [item('质量异议七日内提出', 1), item('逾期视为接受', 2)], { listType: 'number', start: 1, tag: 'ol' }),
    ]),
  }
  const saved = await f.api.post('/globals/company', {
    token: f.admin.token,
    body: { texts: { confirmationZh, mailZh: '{{customer}}：\n请查收 <{{no}}>。' } },
  })
  expect({ status: saved.status, told: saved.body.errors }).toEqual({ status: 200, told: undefined })

  const goods = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer({ name: '佛山新光', contacts: [{ name: '李', email: 'li@customer.example', main: true }] })
  const order = await f.approvedOrder(customer.id, [{ item: goods.id, qty: 1, price: 10 }])
  const paper = wordsOfPdf((await pdfOf(`/orders/${order.id}/print?language=zh`)).file)
  if (paper !== null)
    for (const said of [`本确认书 ${order.no} 一式两份`, '另附 除外', '1. 质量异议七日内提出', '2. 逾期视为接受'])
      expect(paper.replace(/[ \t]+/g, ' ')).toContain(said)

  done(await f.api.post(`/orders/${order.id}/mail`, { token: f.boss.token, body: { language: 'zh' } }))
  const { docs } = done(
    await f.api.get(`/outbox?where[relatedId][equals]=${order.id}&where[relatedSlug][equals]=orders`, { token: f.boss.token }),
  )
  expect(docs[0]).toMatchObject({
    text: `佛山新光：\n请查收 <${order.no}>。`,
    html: `<p>佛山新光：</p><p>请查收 &lt;${order.no}&gt;。</p>`,
  })
  await app.payload.updateGlobal({ slug: 'company', data: { texts: { confirmationZh: null, mailZh: null } }, depth: 0 })
})
