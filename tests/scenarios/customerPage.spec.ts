// More than 300 lines: the page is told on one factory, which takes long to open.

import { createHash } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import pg from 'pg'
import sharp from 'sharp'

import type { Refused, Written } from '../support/answers'
import { type ApiAnswer, startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import { wordsOfPdf } from '../support/wordsOfPdf'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp({ environment: { SERVER_URL: 'https://gendan.example.com', PUBLIC_RATE_LIMIT: '80' } })
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
  await f.settings('company', { name: '星纹铆钉厂', phone: '+86 571 8888', email: 'sales@rivets.example' })
})
afterAll(() => app.close())

let visitors = 0
/** Each customer of these stories comes from an address of his own. */
const visitor = () => ({ 'x-client-address': `198.51.100.${(visitors += 1)}`, 'user-agent': 'Phone/1.0' })

type Confirmed = Refused & { grossTotal: number; order: { no: string }; list: { no: string } }
type Sent = { quote: Told<'quotes'>; token: string; path: string; url: string; answer: ApiAnswer<Written<Told<'quotes'>>> }

async function approvedQuote(body: Record<string, unknown>) {
  const made = done(await app.api.post('/quotes?depth=0', { token: f.clerk.token, body }))
  for (const verb of ['submit', 'approve']) await f.verb('quotes', made.id, verb)
  return f.read('quotes', made.id)
}

async function sentQuote(body: Record<string, unknown> = {}, verb = 'send'): Promise<Sent> {
  const customer = body['customer'] ?? (await f.customer({ language: 'zh' })).id
  const item = await f.item({ specification: 'Φ9', minPrice: 61.37 })
  const quote = await approvedQuote({ customer, lines: [{ item: item.id, qty: 10, price: 90 }], ...body })
  const answer = await f.call('quotes', quote.id, verb)
  done(answer)
  const { url } = answer.body.link
  const token = String(url).split('/').at(-1) as string
  return { quote, token, url, path: `/public/quotes/${token}`, answer }
}

const open = (path: string, headers: Record<string, string> = visitor(), query = '') => app.api.get(`${path}${query}`, { headers })
const text = async (answer: ApiAnswer): Promise<string> => answer.raw.clone().text()
const confirm = (path: string, body: object, headers: Record<string, string> = visitor()) =>
  app.api.send<Confirmed>('POST', `${path}/confirm`, { body, headers })
const sound = { name: '王芳', email: 'wang@buyer.example' }
const form = (path: string, fields: Array<[string, string]>) =>
  app.api.post(`${path}/confirm`, {
    raw: new URLSearchParams(fields).toString(),
    headers: { ...visitor(), 'Content-Type': 'application/x-www-form-urlencoded' },
  })
const ordersOf = async (customer: number) =>
  done(await app.api.get(`/orders?depth=0&where[customer][equals]=${customer}`, { token: f.boss.token })).docs

describe('the link', () => {
  test('is made by sending, opens the page of this quote, and what opens it is written down nowhere', async () => {
    const { quote, url, token, path, answer } = await sentQuote()
    expect([answer.body.doc.status, url.startsWith('https://gendan.example.com/q/'), token.length]).toEqual(['sent', true, 64])
    expect(answer.body.link.expiresAt > `${quote.validUntil.slice(0, 10)}T`).toBe(true)
    expect((await open(path)).status).toBe(200)
    const again = await f.call('quotes', quote.id, 'send')
    expect([(await open(path)).status, (await open(`/public/quotes/${again.body.link.url.split('/').at(-1)}`)).status]).toEqual([404, 200])
    const client = new pg.Client({ connectionString: app.database.url })
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
    )
    for (const { name } of rows) {
      const found = await client.query(`select 1 from ${name} t where strpos(t::text, $1) > 0`, [token])
      expect([name, found.rowCount]).toEqual([name, 0])
    }
    await client.end()
  })

  test('a repetition of the request by its key is answered, and its stored answer holds no link', async () => {
    const { quote } = await sentQuote()
    const headers = { 'Idempotency-Key': 'send-once' }
    const first = await app.api.post(`/quotes/${quote.id}/issue-link`, { token: f.boss.token, body: {}, headers })
    const second = await app.api.post(`/quotes/${quote.id}/issue-link`, { token: f.boss.token, body: {}, headers })
    expect([first.status, second.body.link]).toEqual([200, first.body.link])
  })

  test('unknown, made up, malformed, revoked and expired: one answer, word for word, with how to reach the house', async () => {
    const [revoked, late] = [await sentQuote(), await sentQuote()]
    done(await f.call('quotes', revoked.quote.id, 'revoke-link'))
    const links = await app.payload.find({ collection: 'quote-links', where: { quote: { equals: late.quote.id } }, overrideAccess: true })
    await app.payload.update({
      collection: 'quote-links',
      id: links.docs[0]!.id,
      data: { expiresAt: '2026-01-01T00:00:00.000Z' },
      overrideAccess: true,
    })
    const forged = revoked.token.slice(0, 32) + late.token.slice(32)
    const tokens = [revoked.token, late.token, forged, `${late.token}A`, 'x', createHash('sha256').update('guess').digest('hex'), '%00', '../1'] // prettier-ignore
    const answers = []
    for (const token of tokens) {
      const answer = await open(`/public/quotes/${encodeURIComponent(token)}`)
      const own = new RegExp(`/q/[^"?]*`, 'g')
      answers.push([answer.status, (await text(answer)).replace(own, ''), (await confirm(`/public/quotes/${encodeURIComponent(token)}`, { ...sound, lines: [] })).status]) // prettier-ignore
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.[0]).toBe(404)
    expect(answers[0]?.[1]).toContain('+86 571 8888')
    expect(codesOf(await f.call('quotes', revoked.quote.id, 'revoke-link'))).toEqual(['ILLEGAL_STEP'])
  })

  test('who may not send a quote makes and revokes no link; nobody reads the links through their own door', async () => {
    const { quote } = await sentQuote()
    const keeper = await f.person(['finance'], { dataScope: 'all' })
    for (const verb of ['send', 'issue-link', 'revoke-link']) expect((await f.call('quotes', quote.id, verb, {}, keeper)).status).toBe(403)
    expect((await app.api.get('/quote-links', { token: f.boss.token })).status).toBe(403)
  })

  test('the sheet and the letter lead to the page while it is open, and only from who may send the quote', async () => {
    const { quote, url } = await sentQuote()
    const { printsOf } = await import('@/src/pdf/prints') // they read the environment, which is set by now
    const { printDocument } = await import('@/src/pdf/printDocument')
    const print = printsOf('quotes').find(({ name }) => name === 'quotation')!
    const page = async ({ id }: { id: number }): Promise<string | undefined> => {
      const user = await app.payload.findByID({ collection: 'users', id, overrideAccess: true })
      const req = await createLocalReq({ user: { ...user, collection: 'users' } }, app.payload)
      const printed = await printDocument({ req, print, id: quote.id, language: 'en', query: new URLSearchParams() })
      return printed ? (printed.sheet.page ?? printed.sheet.no) : undefined
    }
    const letter = async (): Promise<string> => {
      const body = { to: 'buyer@rivets.example', confirmed: true, message: 'Order here: {{link}}', subject: '{{no}}' }
      done(await f.call('quotes', quote.id, 'mail', body, f.clerk))
      return done(await app.api.get('/outbox?sort=-id&limit=1', { token: f.admin.token })).docs[0].text
    }
    const reader = await f.person(['finance'], { dataScope: 'all' })
    expect([await page(f.clerk), await page(reader)]).toEqual([url, quote.no])
    expect(await letter()).toContain(`Order here: ${url}`)
    const refused = await f.api.post('/globals/company', { token: f.boss.token, body: { texts: { quotationEn: 'Order at {{link}}' } } })
    expect(findingOf(refused, 'INVALID_INPUT')).toMatchObject({ facts: { value: '{{link}}' } })
    done(await f.call('quotes', quote.id, 'revoke-link'))
    expect(await page(f.clerk)).toBe(quote.no)
    expect(await letter()).not.toContain('/q/')
  })
})

describe('the page', () => {
  test('speaks the customer’s language or the one asked for, needs no script, no cookie and no other host, and weighs little', async () => {
    await f.settings('company', { nameEn: 'Star Rivets Ltd', addressEn: '8 Canal Road, Hangzhou' })
    const customer = await f.customer({ name: 'Buyer Ltd', language: 'en' })
    const { path, quote } = await sentQuote({ customer: customer.id })
    const page = await open(path)
    const [english, chinese] = [await text(page), await text(await open(path, visitor(), '?language=zh'))]
    expect([english.includes('Confirm the order'), english.includes(quote.no), chinese.includes('确认订购')]).toEqual([true, true, true])
    expect([english.includes('Star Rivets Ltd'), english.includes('8 Canal Road'), english.includes('星纹铆钉厂')]).toEqual([
      true,
      true,
      false,
    ])
    expect([chinese.includes('星纹铆钉厂'), chinese.includes('Star Rivets')]).toEqual([true, false])
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src 'self' data:/)
    expect([page.headers.get('set-cookie'), page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([null, 'no-store', 'no-referrer']) // prettier-ignore
    expect(english).not.toMatch(/<script|https?:\/\/|_next|payload|\son\w+=|style="/)
    expect(Buffer.byteLength(english)).toBeLessThan(50_000)
    const sheet = /<style>([\s\S]*)<\/style>/.exec(english)?.[1] ?? ''
    expect(page.headers.get('content-security-policy')).toContain(createHash('sha256').update(sheet).digest('base64'))
  })

  test('shows the quote and nothing else of the house: no cost, minimum, margin, inner remark, other customer; markup stays text', async () => {
    const other = await f.customer({ name: '别人的客户' })
    await sentQuote({ customer: other.id })
    const customer = await f.customer({ name: '<b>甲</b>方', remark: '内部：难缠' })
    const item = await f.item({ name: '铆钉 <img src=x onerror=alert(1)>', minPrice: 61.37, minMarginRate: 17.93 })
    await f.receive({ item: item.id, qty: 3, cost: 47.53 })
    const lines = [{ item: item.id, qty: 10, price: 90.25, remark: '内部备注行' }]
    const { path } = await sentQuote({ customer: customer.id, remark: '内部备注头', lines })
    const page = await text(await open(path))
    for (const secret of ['47.53', '61.37', '17.93', '内部', '难缠', '别人的客户', '<b>', '<img src=x', f.clerk.email, f.boss.email])
      expect(page).not.toContain(secret)
    expect([page.includes('90.25'), page.includes('902.50'), page.includes('&lt;b&gt;甲')]).toEqual([true, true, true])
  })

  test('shows the picture of what it offers, and of nothing else', async () => {
    const picture = async (colour: string): Promise<number> => {
      const body = new FormData()
      const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
        .jpeg()
        .toBuffer()
      body.append('file', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), `${colour}.jpg`)
      return done(await app.api.post('/pictures', { token: f.boss.token, body })).id
    }
    const item = await f.item({ pictures: [await picture('red')] })
    const mine = await sentQuote({ lines: [{ item: item.id, qty: 1, price: 5 }] })
    const theirs = await sentQuote()
    const shown = await open(`${mine.path}/pictures/${mine.quote.lines[0].id}`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await text(await open(mine.path))).includes(`/pictures/${mine.quote.lines[0].id}"`)).toBe(true)
    expect((await open(`${theirs.path}/pictures/${mine.quote.lines[0].id}`)).status).toBe(404)
    expect((await open(`/public/quotes/x/pictures/${mine.quote.lines[0].id}`)).status).toBe(404)
  })

  test('whoever opens it is written down, with when and from where, and shown to the house; its own people are not', async () => {
    const { path, quote } = await sentQuote()
    await open(path, { 'x-client-address': '203.0.113.9', 'user-agent': 'Phone/2.0' })
    await app.api.get(path, { token: f.boss.token })
    const told = done(await app.api.get(`/customer-page/quotes/${quote.id}`, { token: f.clerk.token }))
    expect(told.openings).toMatchObject([{ client: '203.0.113.9 Phone/2.0' }])
    expect(told.link.url).toBe(`https://gendan.example.com/q/${path.split('/').at(-1)}`)
    const stranger = await f.person(['sales'])
    expect((await app.api.get(`/customer-page/quotes/${quote.id}`, { token: stranger.token })).status).toBe(404)
  })

  test('is asked so often by one address, and no more often', async () => {
    const { path } = await sentQuote()
    const headers = visitor()
    const statuses = []
    for (let time = 0; time < 12; time += 1) statuses.push((await confirm(path, { ...sound, lines: [] }, headers)).status)
    expect(statuses).toEqual([...Array<number>(10).fill(400), 429, 429])
  })
})

describe('the confirmation', () => {
  test('becomes a sealed list and a draft order at the quoted price, tells the salesperson, and sends the customer his copy', async () => {
    const { path, quote, url } = await sentQuote()
    const line = { quoteLine: quote.lines[0].id, qty: 4, date: '2027-01-15' }
    const answer = await confirm(path, { ...sound, name: '王\u0000芳', remark: '请尽快', lines: [line] })
    expect([answer.status, answer.body.grossTotal]).toEqual([200, 360])
    const [order] = await ordersOf(quote.customer)
    expect(order).toMatchObject({
      no: answer.body.order.no,
      status: 'draft',
      grossTotal: 360,
      remark: '请尽快',
      salesperson: quote.salesperson,
    })
    expect(order.lines[0]).toMatchObject({ quoteLine: quote.lines[0].id, qty: 4, price: 90, schedule: [{ qty: 4 }] })
    expect(order.lines[0].schedule[0].date.slice(0, 10)).toBe('2027-01-15')
    expect(await f.read('quotes', quote.id)).toMatchObject({ status: 'partlyOrdered', confirmedBy: '王芳 <wang@buyer.example>' })
    const told = done(await app.api.get(`/customer-page/orders/${order.id}`, { token: f.clerk.token }))
    const changes = [{ kind: 'qty', before: 10, after: 4 }, { kind: 'date', after: '2027-01-15' }] // prettier-ignore
    expect(told.lists).toMatchObject([{ name: '王芳', remark: '请尽快', changes }])
    const notices = done(await app.api.get('/notifications?where[kind][equals]=customerConfirmed&sort=-id', { token: f.clerk.token }))
    expect(notices.docs[0].title).toContain(order.no)
    const { runDueJobs } = await import('../support/runDueJobs')
    await runDueJobs(app)
    const mails = done(await app.api.get('/outbox?where[to][equals]=wang@buyer.example&sort=-id', { token: f.admin.token }))
    expect([mails.docs[0].status, mails.docs[0].subject.includes(answer.body.list.no)]).toEqual(['sent', true])
    const pdf = await open(`${path}/pdf`)
    expect(wordsOfPdf(Buffer.from(await pdf.raw.arrayBuffer())) ?? order.no).toContain(order.no)
    expect(await text(await open(path))).toContain(order.no)
    const list = (await app.payload.find({ collection: 'order-lists', where: { quote: { equals: quote.id } }, overrideAccess: true }))
      .docs[0]!
    // the code on his copy leads to his page, as long as that is open
    const { orderListPdf } = await import('@/src/pdf/orderListPdf')
    const { readDocument } = await import('@/src/engine/documents/readDocument')
    const req = await createLocalReq({}, app.payload)
    const read = { req, list: await readDocument({ req, slug: 'order-lists', id: list.id, overrideAccess: true }), language: 'zh' } as const
    expect((await orderListPdf(read)).sheet.page).toBe(url)
    done(await f.call('quotes', quote.id, 'revoke-link'))
    expect((await orderListPdf(read)).sheet).not.toHaveProperty('page')
    await expect(
      app.payload.update({ collection: 'order-lists', id: list.id, data: { name: 'x' }, overrideAccess: true }),
    ).rejects.toThrow()
  })

  test('Q-19: sent twice, at once, from two tabs, with other wishes: one order, and it answers', async () => {
    const { path, quote } = await sentQuote()
    const body = (qty: number) => ({ ...sound, lines: [{ quoteLine: quote.lines[0].id, qty }] })
    const answers = await Promise.all([1, 2, 3, 4].map((qty) => confirm(path, body(qty))))
    answers.push(await confirm(path, body(9)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(answers.map(({ body: { order } }) => order.no)).size).toBe(1)
    expect(await ordersOf(quote.customer)).toHaveLength(1)
  })

  test('Q-19: without name or e-mail it is refused, and whatever else is wrong is named beside it; nothing is ordered', async () => {
    const { path, quote } = await sentQuote()
    const line = { quoteLine: quote.lines[0].id, qty: 11, date: '2020-01-01' }
    const refused = await confirm(path, { lines: [line, { quoteLine: 'nothing', qty: 1 }], email: 'no address', language: 'en' })
    expect([refused.status, codesOf(refused)]).toEqual([400, Array<string>(5).fill('INVALID_INPUT')])
    const paths = refused.body.errors[0].data.errors.map(({ path: where }) => where)
    expect(paths).toEqual(['lines.0.qty', 'lines.0.date', 'lines.1.quoteLine', 'name', 'email'])
    expect(findingOf(refused, 'INVALID_INPUT')?.message).toBe('Quantity: at most 10')
    for (const raw of ['', '[]', '{', '"x"']) expect((await app.api.post(`${path}/confirm`, { raw, headers: { ...visitor(), 'Content-Type': 'application/json' } })).status).toBe(400) // prettier-ignore
    expect(await ordersOf(quote.customer)).toHaveLength(0)
  })

  test('by the form of the page, without a script: worked out, refused with what was typed kept, taken, and led back to the page', async () => {
    const { path, quote } = await sentQuote({ taxMode: 'exclusive' })
    const id = quote.lines[0].id
    const typed: Array<[string, string]> = [['take', id], [`qty.${id}`, '3'], [`date.${id}`, '2027-02-01'], ['name', 'Ann <Lee>'], ['remark', 'soon'], ['language', 'en']] // prettier-ignore
    const wrong = await form(path, [...typed, ['email', '']])
    expect([wrong.status, (await text(wrong)).includes('value="Ann &lt;Lee&gt;"'), (await text(wrong)).includes('please fill in')]).toEqual(
      [400, true, true],
    )
    const worked = await form(path, [...typed.filter(([name]) => name !== 'name'), ['email', ''], ['preview', '1']])
    expect([worked.status, (await text(worked)).includes('270.00')]).toEqual([200, true])
    expect(await ordersOf(quote.customer)).toHaveLength(0)
    const taken = await form(path, [...typed, ['email', 'ann@buyer.example'], ['confirm', '1']])
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `/q/${path.split('/').at(-1)}?language=en`])
    expect((await ordersOf(quote.customer))[0].lines[0]).toMatchObject({ qty: 3, price: 90 })
  })

  test('a quantity under a break is ordered at its price, beyond what the line offered first, and its draft keeps it', async () => {
    const item = await f.item()
    const breaks = [{ qty: 500, price: 7 }, { qty: 100, price: 8 }] // prettier-ignore
    const { path, quote } = await sentQuote({ lines: [{ item: item.id, qty: 10, price: 9.5, breaks }] })
    expect((await confirm(path, { ...sound, lines: [{ quoteLine: quote.lines[0].id, qty: 501 }] })).status).toBe(400)
    const answer = await confirm(path, { ...sound, lines: [{ quoteLine: quote.lines[0].id, qty: 120 }] })
    expect([answer.status, answer.body.grossTotal]).toEqual([200, 960])
    const [order] = await ordersOf(quote.customer)
    expect(order.lines[0]).toMatchObject({ qty: 120, price: 8, quoteBreak: 100 })
    const edited = done(await app.api.patch(`/orders/${order.id}?depth=0`, { token: f.clerk.token, body: { lines: [{ ...order.lines[0], qty: 130, schedule: [] }] }})) // prettier-ignore
    expect([edited.grossTotal, edited.lines[0].price]).toEqual([1040, 8])
    const unknown = await app.api.patch(`/orders/${order.id}?depth=0`, { token: f.clerk.token, body: { lines: [{ ...order.lines[0], quoteBreak: 77 }] }}) // prettier-ignore
    expect(unknown.status === 400 || unknown.body.doc.lines[0].quoteBreak === 100).toBe(true)
    const told = done(await app.api.get(`/customer-page/orders/${order.id}`, { token: f.clerk.token }))
    expect(told.lists[0].changes.map(({ kind, after }: { kind: string; after: unknown }) => [kind, after])).toEqual([
      ['qty', 120],
      ['price', 8],
    ])
  })

  test('what our guards find is kept with the draft for the house; the customer is neither refused nor told', async () => {
    await f.settings('availability-settings', { mode: 'control', moment: 'save', checkOrder: true })
    await f.settings('pricing-settings', { minimumPriceMode: 'forbid', minimumPriceMoment: 'save' })
    const customer = await f.customer()
    const item = await f.item({ minPrice: 50 })
    const quote = await approvedQuote({ customer: customer.id, lines: [{ item: item.id, qty: 10, price: 90, warehouse: f.warehouse.id }] })
    const answer = await f.call('quotes', quote.id, 'send')
    const clerks = await f.call('quotes', quote.id, 'create-order')
    expect(codesOf(clerks)).toContain('NOT_AVAILABLE')
    const path = `/public/quotes/${answer.body.link.url.split('/').at(-1)}`
    const confirmed = await confirm(path, { ...sound, lines: [{ quoteLine: quote.lines[0].id, qty: 10 }] })
    expect([confirmed.status, JSON.stringify(confirmed.body).includes('NOT_AVAILABLE')]).toEqual([200, false])
    const [order] = await ordersOf(customer.id)
    expect([order.status, order.checks.map(({ code }: { code: string }) => code)]).toEqual(['draft', ['NOT_AVAILABLE']])
    await f.settings('availability-settings', { mode: 'off' })
    await f.settings('pricing-settings', { minimumPriceMode: 'off' })
  })

  test('a frozen customer is told to call, and not why; nothing is ordered and the house finds it on record', async () => {
    const customer = await f.customer()
    const { path, quote } = await sentQuote({ customer: customer.id })
    done(await app.api.patch(`/customers/${customer.id}`, { token: f.boss.token, body: { status: 'frozen' } }))
    const refused = await confirm(path, { ...sound, lines: [{ quoteLine: quote.lines[0].id, qty: 1 }] })
    expect([refused.status, codesOf(refused), JSON.stringify(refused.body).includes('FROZEN')]).toEqual([409, [], false])
    expect([await ordersOf(customer.id), (await f.read('quotes', quote.id)).status]).toEqual([[], 'sent'])
    const { docs } = done(
      await app.api.get(`/audit-log?where[documentId][equals]=${quote.id}&where[verb][equals]=refused`, { token: f.admin.token }),
    )
    expect(docs[0].reason).toContain('CUSTOMER_FROZEN')
  })
})

describe('an offer that is over says so, and takes nothing', () => {
  const attempt = async ({ path, quote }: Pick<Sent, 'path' | 'quote'>) => {
    const page = await open(path)
    const refused = await confirm(path, { ...sound, lines: [{ quoteLine: quote.lines[0].id, qty: 1 }] })
    return { status: page.status, page: await text(page), refused: [refused.status, codesOf(refused)] }
  }
  test('Q-03: expired, by its day or by the clock', async () => {
    const late = await sentQuote({ date: '2026-01-01', validUntil: '2026-01-31' })
    const { status, page, refused } = await attempt(late)
    expect([status, page.includes('2026-01-31'), page.includes('sales@rivets.example'), page.includes('90.00')]).toEqual([
      410,
      true,
      true,
      false,
    ])
    expect(refused).toEqual([400, ['QUOTE_EXPIRED']])
  })
  test('Q-15: superseded by a revision, whose own link opens the new one', async () => {
    const old = await sentQuote()
    const revision = await f.create('quotes', old.quote.id, 'revise')
    for (const verb of ['submit', 'approve']) await f.verb('quotes', revision.id, verb)
    expect((await open(old.path)).status).toBe(200)
    const sent = await f.call('quotes', revision.id, 'send')
    const { status, page, refused } = await attempt(old)
    expect([status, page.includes(revision.no), refused]).toEqual([410, true, [400, ['QUOTE_SUPERSEDED']]])
    expect((await open(`/public/quotes/${sent.body.link.url.split('/').at(-1)}`)).status).toBe(200)
  })
  test('lost, and ordered by the house meanwhile', async () => {
    const [lost, taken] = [await sentQuote(), await sentQuote()]
    await f.verb('quotes', lost.quote.id, 'lose', { reason: '价格' })
    await f.create('quotes', taken.quote.id, 'create-order')
    expect(await attempt(lost)).toMatchObject({ status: 410, refused: [409, ['ILLEGAL_STEP']] })
    expect(await attempt(taken)).toMatchObject({ status: 410, refused: [400, ['NOTHING_OPEN']] })
  })
  test('revoked after it was ordered: the order stands, the page is closed', async () => {
    const { path, quote } = await sentQuote()
    done(await confirm(path, { ...sound, lines: [{ quoteLine: quote.lines[0].id, qty: 10 }] }))
    done(await f.call('quotes', quote.id, 'revoke-link'))
    expect([(await open(path)).status, (await open(`${path}/pdf`)).status, (await ordersOf(quote.customer)).length]).toEqual([404, 404, 1])
  })
})
