import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type ApiAnswer, startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import { wordsOfPdf } from '../support/wordsOfPdf'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let customer: Told<'customers'>
let quote: Told<'quotes'>
const mailed = async () =>
  (await app.payload.find({ collection: 'outbox', sort: '-id', limit: 1, depth: 0, overrideAccess: true })).docs[0]!
const fates = async (id: number) => done(await f.api.get(`/quotes/${id}/mails`, { token: f.clerk.token })).mails
const send = (body: object): ReturnType<Factory['call']> => f.call('quotes', quote.id, 'mail', body as Record<string, unknown>, f.clerk)

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('company', { name: '德昌五金', nameEn: 'Dechang Hardware' })
  const item = await f.item({ name: '工字扣', listPrice: 12.5, availabilityMode: 'off' })
  const payer = await f.customer({ contacts: [{ name: '财务', email: 'pay@group.example' }] })
  customer = await f.customer({
    ...{ name: 'Blue Whale Ltd', language: 'en', billTo: payer.id },
    contacts: [
      { name: 'Ann', email: 'Ann@whale.example', main: true },
      { name: 'Bob', email: 'bob@whale.example' },
    ],
  })
  quote = done(await f.api.post('/quotes', { token: f.clerk.token, body: { customer: customer.id, lines: [{ item: item.id, qty: 2 }] } }))
  for (const verb of ['submit', 'approve']) await f.verb('quotes', quote.id, verb)
})
afterAll(() => app.close())

describe('a quote is mailed', () => {
  test('only to people of its customer, unless that is confirmed, and then the log says so', async () => {
    for (const body of [{ to: 'ann@whale.example, spy@rival.example' }, { cc: 'spy@rival.example' }, { bcc: 'spy@rival.example' }]) {
      const refused = await send(body)
      expect([refused.status, codesOf(refused)]).toEqual([409, ['FOREIGN_ADDRESS']])
      expect(findingOf(refused, 'FOREIGN_ADDRESS')).toMatchObject({ facts: { addresses: 'spy@rival.example', customer: 'Blue Whale Ltd' } })
    }
    expect(await fates(quote.id)).toEqual([])
    done(await send({ to: 'ANN@whale.example；bob@whale.example', cc: 'pay@group.example' }))
    expect(await mailed()).toMatchObject({ to: 'ANN@whale.example, bob@whale.example', cc: 'pay@group.example', sentBy: f.clerk.id })
    done(await send({ to: 'ann@whale.example', bcc: 'agent@trade.example', confirmed: true }))
    const boss = done(await f.api.get(`/quotes/${quote.id}/mails`, { token: f.boss.token })).mails[0]
    expect([(await fates(quote.id))[0].bcc, boss.bcc]).toEqual(['agent@trade.example', '']) // a blind copy is told to who sent it
    const log = done(await f.api.get(`/audit-log?where[verb][equals]=mail&sort=-id&limit=1`, { token: f.boss.token })).docs[0]
    expect(log.changes).toEqual([
      { path: 'quotation', before: null, after: 'ann@whale.example', words: { zh: '报价单', en: 'Quotation' } },
      { path: 'bcc', before: null, after: 'agent@trade.example', words: { zh: '密送', en: 'Bcc' } },
      {
        path: 'confirmed',
        before: null,
        after: 'agent@trade.example',
        words: { zh: '确认的外部地址', en: 'Confirmed addresses of others' },
      },
    ])
  })

  test('its fate is told beside the quote: queued, sent, by whom, to whom, or why not', async () => {
    const { runDueJobs } = await import('../support/runDueJobs') // it reads the environment, which is set by now
    await runDueJobs(app)
    const [copy, first] = await fates(quote.id)
    expect(first).toMatchObject({
      ...{ status: 'sent', to: 'ANN@whale.example, bob@whale.example', cc: 'pay@group.example', sheet: 'Quotation', error: null },
      by: f.clerk.email,
    })
    expect([copy.status, first.sentAt === null]).toEqual(['sent', false])
    done(await send({}))
    expect((await fates(quote.id))[0]).toMatchObject({ status: 'queued', to: 'Ann@whale.example', sentAt: null })
    const { id } = await mailed()
    await app.payload.update({ collection: 'outbox', id, data: { status: 'failed', lastError: '550 no such user' }, overrideAccess: true })
    expect((await fates(quote.id))[0]).toMatchObject({ status: 'failed', error: '550 no such user' })
    const [stranger, nobody] = [await f.person(['sales']), await f.api.get(`/quotes/${quote.id}/mails`)]
    expect((await f.api.get(`/quotes/${quote.id}/mails`, { token: stranger.token })).status).toBe(404)
    expect(nobody.status).toBe(401)
    // statements are mailed about a customer, and told there
    done(await f.call('customers', customer.id, 'mail', {}, f.clerk))
    const told = done(await f.api.get(`/customers/${customer.id}/mails`, { token: f.boss.token })).mails
    expect(told).toMatchObject([{ sheet: 'Statement of account', to: 'Ann@whale.example', status: 'queued' }])
  })

  test('with the letter of its kind in the language of the customer, filled in and never HTML of somebody else', async () => {
    await f.settings('company', {
      texts: { mailEn: 'General {{no}}', quotationMailEn: 'Dear {{contact}},\n{{title}} {{no}} <b>over</b> {{currency}} {{total}}.', subjectEn: '{{company}}: {{no}}' }, // prettier-ignore
    })
    done(await send({}))
    expect(await mailed()).toMatchObject({
      subject: `Dechang Hardware: ${quote.no}`,
      text: `Dear Ann,\nQuotation ${quote.no} <b>over</b> CNY 25.00.`,
      html: `<p>Dear Ann,</p><p>Quotation ${quote.no} &lt;b&gt;over&lt;/b&gt; CNY 25.00.</p>`,
    })
    done(await send({ subject: 'Our {{no}}', message: '{{客户}} please see\nthe sheet' }))
    expect(await mailed()).toMatchObject({ subject: `Our ${quote.no}`, text: 'Blue Whale Ltd please see\nthe sheet\n\nDechang Hardware' })
    const rich = { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'See {{no}}', format: 1 }] }] } }
    done(await send({ message: rich }))
    expect((await mailed()).html).toBe(`<p><strong>See ${quote.no}</strong></p>`)
    for (const body of [{ message: 'at {{cost}}' }, { subject: '{{cost}}' }])
      expect(findingOf(await send(body), 'INVALID_INPUT')).toMatchObject({ facts: { value: '{{cost}}' } })
    for (const body of [{ to: 'x' }, { cc: '' }, { message: 7 }, { confirmed: 'yes' }])
      expect(codesOf(await send(body))).toEqual(['INVALID_INPUT'])
    await f.settings('company', { texts: { mailEn: null, quotationMailEn: null, subjectEn: null } })
  })

  test('before it is written: whom it goes to, whom it may go to, and what it says where nothing is typed; nothing is sent by looking or trying', async () => {
    const sent = (await fates(quote.id)).length
    const before = (token: string, more = '') => f.api.get(`/quotes/${quote.id}/letter?name=quotation${more}`, { token })
    const letter = done(await before(f.clerk.token))
    expect(letter).toMatchObject({ to: ['Ann@whale.example'], language: 'en', subject: `Quotation ${quote.no} · Dechang Hardware` })
    expect(letter.contacts.map(({ email }: { email: string }) => email)).toEqual([
      'Ann@whale.example',
      'bob@whale.example',
      'pay@group.example',
    ])
    expect(done(await before(f.clerk.token, '&language=zh')).text).toContain('德昌五金')
    const [stranger, keeper] = [await f.person(['sales']), await f.person(['warehouse'], { dataScope: 'all' })]
    expect([(await before(stranger.token)).status, (await before(keeper.token)).status]).toEqual([404, 403])
    done(await send({ dryRun: true }))
    expect(codesOf(await send({ dryRun: true, to: 'spy@rival.example' }))).toEqual(['FOREIGN_ADDRESS'])
    expect(await fates(quote.id)).toHaveLength(sent)
    // the house's own letter, begun with and changed, is signed once
    done(await send({ message: `Dear Ann,\n${letter.text}` }))
    expect((await mailed()).text?.split('Dechang Hardware').length).toBe(letter.text.split('Dechang Hardware').length)
  })

  test('once it is sent, its letter leads to the page of its customer by a click, without anybody having written one', async () => {
    const { link } = (await f.call('quotes', quote.id, 'send', {}, f.clerk)).body
    done(await send({}))
    const letter = await mailed()
    expect([letter.text?.includes(`\n${link.url}\n`), letter.html?.includes(`<a href="${link.url}">`)]).toEqual([true, true])
    done(await f.call('quotes', quote.id, 'revoke-link', {}, f.clerk))
    done(await send({}))
    expect((await mailed()).text).not.toContain('/q/')
  })
})

test('sending a quote with an address mails it in the same step; a stranger’s address takes back both', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const made = done(
    await f.api.post('/quotes', { token: f.clerk.token, body: { customer: customer.id, lines: [{ item: item.id, qty: 1 }] } }),
  )
  for (const verb of ['submit', 'approve']) await f.verb('quotes', made.id, verb)
  const refused = await f.call('quotes', made.id, 'send', { to: 'spy@rival.example' }, f.clerk)
  expect([codesOf(refused), (await f.read('quotes', made.id)).status]).toEqual([['FOREIGN_ADDRESS'], 'approved'])
  const sent = await f.call(
    'quotes',
    made.id,
    'send',
    { to: 'ann@whale.example', cc: 'bob@whale.example', text: 'As agreed: {{no}}' },
    f.clerk,
  )
  expect(sent.body).toMatchObject({ doc: { status: 'sent' }, mailed: { to: ['ann@whale.example'] } })
  expect(await mailed()).toMatchObject({ cc: 'bob@whale.example', text: `As agreed: ${made.no}\n\nDechang Hardware`, status: 'queued' })
  expect(await fates(made.id)).toHaveLength(1)
})

test('the settings show a real document with texts that are not saved yet, to whoever may write them', async () => {
  const company = { name: '新名', texts: { quotationZh: '预览条款 {{单号}}', quotationMailZh: '预览信 {{客户}}', footZh: '预览脚' } }
  const ask = (body: object, token = f.boss.token) => f.api.post('/texts-preview', { token, body })
  const paper = await ask({ kind: 'quotation', language: 'zh', form: 'pdf', company, id: quote.id })
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const words = wordsOfPdf(Buffer.from(await paper.raw.arrayBuffer()))?.replaceAll(/[ \t]+/g, ' ')
  if (words) for (const said of ['新名', `预览条款 ${quote.no}`, '预览脚']) expect(words).toContain(said)
  const letter = await ask({ kind: 'quotation', language: 'zh', form: 'mail', company, id: quote.id })
  expect(letter.body).toMatchObject({ no: quote.no, html: '<p>预览信 Blue Whale Ltd</p>' })
  expect((await ask({ kind: 'creditNote', language: 'zh', form: 'pdf' })).status).toBe(204)
  expect((await ask({ kind: 'creditNote', language: 'zh', form: 'pdf', id: 99_999 })).status).toBe(404)
  expect((await ask({ kind: 'quotation', language: 'zh', form: 'pdf' }, f.clerk.token)).status).toBe(403)
  expect(codesOf(await ask({ kind: 'nothing', language: 'zh', form: 'pdf' }))).toEqual(['INVALID_INPUT'])
  const stored = done(await f.api.get('/globals/company', { token: f.admin.token }))
  expect([stored.name, (stored['texts'] as { quotationZh?: string } | undefined)?.quotationZh ?? null]).toEqual(['德昌五金', null])
})

describe('what people write with marks', () => {
  test('a note keeps them: bold, lists, addresses; or takes a rich text', async () => {
    const write = (text: unknown) => f.api.post(`/notes/quotes/${quote.id}`, { token: f.clerk.token, body: { text } })
    expect((await write('客户要 **镀金**\n- 头大 12.5\n- 见 https://a.example/x')).status).toBe(201)
    const rich = { root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: '粗', format: 1 }] }] } }
    expect((await write(rich)).status).toBe(201)
    const { notes } = done(await f.api.get(`/notes/quotes/${quote.id}`, { token: f.clerk.token }))
    expect(notes.map(({ text }) => text)).toEqual(['粗', '客户要 镀金\n- 头大 12.5\n- 见 https://a.example/x'])
    expect(notes[0].blocks).toEqual([{ kind: 'paragraph', runs: [{ text: '粗', bold: true }] }])
    expect(notes[1].blocks[1]).toMatchObject({ kind: 'list', ordered: false })
    for (const text of ['', '  ', {}, { root: { children: [] } }, 7, 'x'.repeat(5001)])
      expect(codesOf(await write(text))).toEqual(['INVALID_INPUT'])
  })

  test('what is no rich text is refused by the name of its field at every door; the least of one is completed', async () => {
    const rooted = (...children: unknown[]) => ({ root: { children } })
    const words = { type: 'text', text: '字', format: 1 }
    const link = { type: 'paragraph', children: [{ type: 'link', children: [words] }] }
    const none = [
      7,
      {},
      { root: 'x' },
      { root: { children: 'x' } },
      rooted(null),
      rooted(words),
      rooted({ type: 'upload', value: 1 }),
      rooted(link),
    ]
    const draft = await f.create('quotes', quote.id, 'copy', {}, f.clerk)
    const doors: Array<[string, (text: unknown) => Promise<ApiAnswer>]> = [
      ['terms', (terms) => f.api.patch(`/quotes/${draft.id}?depth=0`, { token: f.clerk.token, body: { terms } })],
      ['termsEn', (termsEn) => f.api.post('/order-templates', { token: f.boss.token, body: { name: '坏', lines: [], termsEn } })],
      ['texts.headEn', (headEn) => f.api.post('/globals/company', { token: f.admin.token, body: { texts: { headEn } } })],
      ['text', (text) => f.api.post(`/notes/quotes/${quote.id}`, { token: f.clerk.token, body: { text } })],
    ]
    for (const [path, ask] of doors)
      for (const text of none) {
        const refused = await ask(text)
        expect([path, text, refused.status, findingOf(refused, 'INVALID_INPUT')?.path]).toEqual([path, text, 400, path])
      }
    const kept = done(
      await f.api.patch(`/quotes/${draft.id}?depth=0`, {
        token: f.clerk.token,
        body: { terms: rooted({ type: 'paragraph', children: [words] }) },
      }),
    )
    expect(kept.terms).toMatchObject({ root: { type: 'root', direction: null, children: [{ textFormat: 0, children: [{ mode: 'normal', version: 1 }] }] } }) // prettier-ignore
  })

  test('feedback and technical notes of a sample are rich, owned, and stand on its approval sheet', async () => {
    const engineer = await f.person(['engineering'], { dataScope: 'all' })
    const sample = done(await f.api.post('/samples?depth=0', { token: f.clerk.token, body: { customer: customer.id, name: '新样' } }))
    await f.verb('samples', sample.id, 'submit', {}, f.clerk)
    await f.verb('samples', sample.id, 'accept', {}, engineer)
    await f.verb('samples', sample.id, 'ready', {}, engineer)
    const round = await f.api.post('/feedback-rounds?depth=0', {
      token: f.clerk.token,
      body: { sample: sample.id, details: '第一行\n第二行' },
    })
    const { id } = done(round)
    const foreign = await f.api.patch(`/feedback-rounds/${id}`, { token: engineer.token, body: { details: '别的' } })
    expect([foreign.status, codesOf(foreign)]).toEqual([403, ['NOT_YOUR_FIELD']])
    done(await f.api.patch(`/feedback-rounds/${id}`, { token: engineer.token, body: { technicalNotes: '镀层 3 μm' } }))
    await f.verb('feedback-rounds', id, 'close', { status: 'changeRequested', remark: '再浅一点' }, f.clerk)
    const { raw } = await f.api.get(`/samples/${sample.id}/print?language=zh`, { token: f.clerk.token })
    const words = wordsOfPdf(Buffer.from(await raw.arrayBuffer()))
    if (words) for (const said of ['再浅一点', '第一行', '第二行', '镀层 3 μm']) expect(words).toContain(said)
  })
})
