// More than 300 lines: what leaves the house by mail, and by calls of programs and robots.

import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { accountDoors } from '../support/accountDoors'
import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import { wordsOfPdf } from '../support/wordsOfPdf'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let customer: Told<'customers'>
let quote: Told<'quotes'>
const { rowsOf } = accountDoors(() => app)

type Heard = { path: string; body: string; headers: IncomingHttpHeaders }
const heard: Heard[] = []
let answer: (one: Heard) => { status: number; body: string; location?: string } = () => ({ status: 200, body: 'ok' })
/** A program outside. */
const receiver: Server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => void (body += chunk.toString()))
  request.on('end', () => {
    const one = { path: request.url ?? '', body, headers: request.headers }
    heard.push(one)
    const { status, body: said, location } = answer(one)
    response.writeHead(status, location ? { Location: location } : {}).end(said)
  })
})

const mailed = async () =>
  (await app.payload.find({ collection: 'outbox', sort: '-id', limit: 1, depth: 0, overrideAccess: true })).docs[0]!
const fates = async (id: number) => done(await f.api.get(`/quotes/${id}/mails`, { token: f.clerk.token })).mails
const send = (body: object): ReturnType<Factory['call']> => f.call('quotes', quote.id, 'mail', body as Record<string, unknown>, f.clerk)

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  app = await startApp({ environment: { WEBHOOK_ADDRESSES: '127.0.0.0/8' } })
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
afterAll(async () => {
  receiver.close()
  await app.close()
})

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
      { path: 'quotation', before: null, after: 'ann@whale.example' },
      { path: 'bcc', before: null, after: 'agent@trade.example' },
      { path: 'confirmed', before: null, after: 'agent@trade.example' },
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
  expect((await ask({ kind: 'creditNote', language: 'zh', form: 'pdf' })).status).toBe(404)
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

describe('programs and robots outside', () => {
  const here = (path: string): string => `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}${path}`
  /** A minute later. */
  const round = async (): Promise<void> => {
    const { chainAudit } = await import('@/src/server/jobs/tasks/chainAudit')
    const { callOut } = await import('@/src/server/jobs/tasks/callOut')
    const job = { payload: app.payload, input: {}, attempt: 1, last: false }
    await chainAudit(job)
    await callOut(job)
  }
  const newSecret = 'a secret of sixteen'
  const given = (more: Record<string, unknown> = {}) => ({ name: 'ERP', kind: 'webhook', address: here('/erp'), newSecret, events: ['orders.create', 'orders.submit', 'orders.approve'], ...more }) // prettier-ignore
  const subscribe = async (more: Record<string, unknown> = {}): Promise<number> => {
    heard.length = 0
    return done(await app.api.post('/webhooks', { token: f.admin.token, body: given(more) })).id
  }
  const patch = (id: number, body: Record<string, unknown>, by = f.admin) =>
    app.api.patch(`/webhooks/${id}?depth=0`, { token: by.token, body })
  const stop = async (id: number) => done(await patch(id, { active: false }))
  const order = async (department?: number) =>
    f.order((await f.customer(department ? { department } : {})).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
  const logOf = async (id: number): Promise<{ event: string; status: string; what: string }[]> =>
    done(await app.api.get(`/webhooks/${id}/calls`, { token: f.admin.token })).calls
  const due = (id: number) => rowsOf('update calls set next_at = now() where webhook_id = $1', [id])
  const eventsHeard = (): string[] => heard.map(({ body }) => JSON.parse(body).event)

  test('a program is told the steps it chose, signed, once, and never a figure', async () => {
    const before = await order()
    const id = await subscribe({ events: ['orders.submit', 'orders.approve'] })
    const { id: orderId, no } = await order()
    for (const verb of ['submit', 'approve']) await f.verb('orders', orderId, verb)
    await round()
    await round()
    expect(eventsHeard()).toEqual(['orders.submit', 'orders.approve'])
    const event = JSON.parse(heard[1]?.body ?? '')
    expect(Object.keys(event).sort()).toEqual(['at', 'by', 'documentId', 'event', 'id', 'link', 'no', 'slug', 'version'])
    expect(event).toMatchObject({ slug: 'orders', documentId: String(orderId), no })
    for (const { headers, body } of heard)
      expect(headers['x-gendan-signature']).toBe(`v1=${createHmac('sha256', newSecret).update(`${String(headers['x-gendan-timestamp'])}.${body}`).digest('hex')}`) // prettier-ignore
    expect((await logOf(id)).map(({ status, what }) => [status, what.split(' · ')[0]])).toEqual([['sent', `销售订单 ${no}：审核`], ['sent', `销售订单 ${no}：提交评审`]]) // prettier-ignore
    // what happens while it is off is not sent after it
    await f.verb('orders', before.id, 'submit')
    await stop(id)
    done(await patch(id, { active: true }))
    await f.verb('orders', before.id, 'approve')
    heard.length = 0
    await round()
    expect(eventsHeard()).toEqual(['orders.approve'])
    await stop(id)
    expect(codesOf(await app.api.post(`/webhooks/${id}/calls/resend`, { token: f.admin.token, body: {} }))).toEqual(['ILLEGAL_STEP'])
  })

  test('a receiver that is not there is tried again; its document waits in order, others go on; what is given up is sent again by hand', async () => {
    const id = await subscribe()
    const [one, two] = [await order(), await order()]
    await f.verb('orders', one.id, 'submit')
    const ofOne = () => heard.filter(({ body }) => body.includes(`"documentId":"${one.id}"`))
    answer = ({ body }) => (body.includes(`"documentId":"${one.id}"`) ? { status: 503, body: 'away' } : { status: 200, body: '' })
    await round()
    await round() // not before its time
    expect([ofOne().length, heard.length - ofOne().length]).toEqual([1, 1])
    answer = () => ({ status: 302, body: '', location: here('/elsewhere') })
    await rowsOf(
      `update calls set attempts = 11, next_at = now() where webhook_id = $1 and status = 'queued' and body->>'event' = 'orders.create'`,
      [id],
    )
    await round()
    expect(heard.some(({ path }) => path === '/elsewhere')).toBe(false)
    const given = (await logOf(id)).find(({ status }) => status === 'failed')
    expect(given).toMatchObject({ event: 'orders.create', attempts: 12, answer: expect.stringContaining('302') })
    expect(done(await app.api.get('/system', { token: f.admin.token })).calls).toMatchObject({ failed: 1 })
    answer = () => ({ status: 200, body: 'ok' })
    heard.length = 0
    expect((await app.api.post(`/webhooks/${id}/calls/resend`, { token: f.clerk.token, body: {} })).status).toBe(404)
    expect(done(await app.api.post(`/webhooks/${id}/calls/resend`, { token: f.admin.token, body: {} }))).toEqual({ queued: 1 })
    await due(id)
    await round()
    expect(eventsHeard()).toEqual(['orders.create', 'orders.submit'])
    await stop(id)
    expect(two.id).toBeGreaterThan(one.id)
  })

  test('robots hear of the documents of their department, in the way of each; what they refuse with 200 was not taken', async () => {
    const [ours, theirs] = [
      await f.master('departments', { code: 'D1', name: '一部' }),
      await f.master('departments', { code: 'D2', name: '二部' }),
    ]
    const ids: number[] = []
    for (const [kind, path] of [['wecom', '/wecom?key=k'], ['dingtalk', '/dingtalk?access_token=t'], ['feishu', '/feishu']]) // prettier-ignore
      ids.push(await subscribe({ kind, address: here(path ?? ''), events: ['orders.submit'], department: ours.id, ...(kind === 'wecom' ? { newSecret: '' } : {}) })) // prettier-ignore
    answer = ({ path }) => ({ status: 200, body: path.startsWith('/feishu') ? '{"code":19021,"msg":"sign match fail"}' : '{"errcode":0}' })
    const [mine, other] = [await order(ours.id), await order(theirs.id)]
    for (const { id } of [mine, other]) await f.verb('orders', id, 'submit')
    await round()
    const at = (kind: string) => heard.filter(({ path }) => path.startsWith(`/${kind}`))
    for (const kind of ['wecom', 'dingtalk', 'feishu'])
      expect([kind, at(kind).length, at(kind)[0]?.body.includes(`销售订单 ${mine.no}：提交评审`)]).toEqual([kind, 1, true])
    const ding = new URL(at('dingtalk')[0]?.path ?? '', 'http://x').searchParams
    expect([ding.get('access_token'), ding.get('sign')]).toEqual(['t', createHmac('sha256', newSecret).update(`${String(ding.get('timestamp'))}\n${newSecret}`).digest('base64')]) // prettier-ignore
    const lark = JSON.parse(at('feishu')[0]?.body ?? '{}')
    expect(lark.sign).toBe(createHmac('sha256', `${lark.timestamp}\n${newSecret}`).update('').digest('base64'))
    expect((await logOf(ids[2] ?? 0))[0]).toMatchObject({ status: 'queued', attempts: 1, answer: '19021 sign match fail' })
    for (const id of ids) await stop(id)
    answer = () => ({ status: 200, body: 'ok' })
  })

  test('no inner machine is called, a secret is not read again, and only administrators subscribe', async () => {
    const urls = ['http://169.254.169.254/latest', 'http://[::ffff:10.0.0.1]/', 'http://0xa000001/', 'http://10.1/', 'ftp://x.example/', 'nonsense'] // prettier-ignore
    for (const [more, code] of [
      ...urls.map((address) => [{ address }, 'INVALID_INPUT'] as const),
      [{ events: ['users.login'] }, 'INVALID_INPUT'],
      [{ newSecret: 'short' }, 'INVALID_INPUT'],
      [{ newSecret: '' }, 'INVALID_INPUT'],
      [{ address: '' }, 'INVALID_INPUT'],
      [{ newAddress: 'http://10.1/' }, 'INVALID_INPUT'],
    ] as const)
      // prettier-ignore
      expect([more, codesOf(await app.api.post('/webhooks', { token: f.admin.token, body: given(more) }))]).toEqual([more, [code]])
    for (const by of [f.boss, f.clerk]) expect((await app.api.post('/webhooks', { token: by.token, body: given() })).status).toBe(403)
    const id = await subscribe({ address: here('/erp?key=kept-to-itself') })
    const read = await app.api.get(`/webhooks/${id}`, { token: f.admin.token })
    const [row] = await rowsOf<{ secret: string }>('select * from webhooks where id = $1', [id])
    const log = await rowsOf(`select changes from audit_log where slug = 'webhooks'`)
    for (const told of [read.body, row, log]) expect(JSON.stringify(told)).not.toContain(newSecret)
    expect([JSON.stringify(read.body).includes(row?.secret ?? 'none'), JSON.stringify(log).includes('kept-to-itself')]).toEqual([
      false,
      false,
    ])
    // an address is written and never read again, neither as a field nor by looking for it; what is left out stays
    for (const body of [{ newSecret: 'another secret of the house' }, { language: 'en' }]) done(await patch(id, body))
    expect([read.body.address, read.body.addressShown]).toEqual([undefined, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/…self \([0-9a-f]{6}\)$/)]) // prettier-ignore
    const look = await app.api.get('/webhooks?where[address][like]=kept', { token: f.admin.token })
    expect(look.status).toBe(400)
    const graph = await app.api.post('/graphql', { token: f.admin.token, body: { query: `{ Webhook(id: ${String(id)}) { address addressShown } }` } }) // prettier-ignore
    expect(JSON.stringify(graph.body)).not.toContain('kept-to-itself')
    expect((await rowsOf('select address from webhooks where id = $1', [id]))[0]).toEqual({ address: here('/erp?key=kept-to-itself') })
    expect(await rowsOf(`select verb from audit_log where slug = 'webhooks' and document_id = $1 order by id`, [String(id)])).toEqual([{ verb: 'create' }, { verb: 'secret' }, { verb: 'update' }]) // prettier-ignore
    // a name that has come to mean an inner machine since is not called either
    await rowsOf(`update webhooks set address = 'http://10.0.0.1/' where id = $1`, [id])
    const tried = done(await app.api.post(`/webhooks/${id}/calls/try`, { token: f.admin.token, body: {} }))
    expect(tried).toEqual({ taken: false, answer: expect.stringContaining('private network') })
    await rowsOf(`update webhooks set address = $2 where id = $1`, [id, here('/erp')])
    await stop(id)
  })

  test('the new address alone subscribes; no way of asking or writing tells an address, a secret or an inner machine', async () => {
    const { address: _none, ...rest } = given({ newAddress: here('/erp?key=kept-to-itself') })
    const made = done(await app.api.post('/webhooks', { token: f.admin.token, body: rest }))
    const { id } = made
    expect(await rowsOf('select address from webhooks where id = $1', [id])).toEqual([{ address: here('/erp?key=kept-to-itself') }])
    expect(JSON.stringify(made)).not.toContain('kept-to-itself')
    const told = async (path: string): Promise<void> => {
      const { status, body } = await app.api.get(path, { token: f.admin.token })
      expect([path, status < 500, /kept-to-itself|sixteen/.test(JSON.stringify(body ?? null))]).toEqual([path, true, false])
    }
    const field = fc.constantFrom('address', 'newAddress', 'secret', 'newSecret')
    const operator = fc.constantFrom('equals', 'not_equals', 'like', 'contains', 'in', 'exists', 'greater_than')
    const form = fc.constantFrom('where', 'nested', 'sort', 'select')
    await fc.assert(
      fc.asyncProperty(field, operator, form, async (name, by, how) => {
        const asked = { where: `where[${name}][${by}]=http`, nested: `where[or][0][and][0][${name}][${by}]=http`, sort: `sort=-${name}`, select: `select[${name}]=true` }[how] // prettier-ignore
        await told(`/webhooks?${asked}`)
        if (how === 'select') return
        expect([asked, (await app.api.get(`/webhooks?${asked}`, { token: f.admin.token })).status]).toEqual([asked, 400])
      }),
      { seed: 20261129, numRuns: 60, endOnFailure: true },
    )
    for (const path of [`/webhooks/${id}`, `/webhooks/${id}?depth=2`, '/webhooks?limit=100', `/webhooks/${id}/calls`, `/audit-log?where[slug][equals]=webhooks&limit=100`]) await told(path) // prettier-ignore
    const inner = fc.constantFrom('http://192.168.1.1/', 'http://167772161/', 'http://0x0a000001/', 'http://[fd00::1]/', 'http://[::ffff:a00:1]/', 'https://user:word@8.8.8.8/', 'file:///etc/passwd', 'gopher://8.8.8.8/') // prettier-ignore
    const odd = fc.oneof(
      inner,
      fc.string({ maxLength: 20 }),
      fc.constantFrom<unknown>(null, 1, true, [], {}, ['x'], 'a\0b', 'x'.repeat(3000)),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('newAddress', 'address', 'newSecret', 'kind', 'events', 'department', 'secret', 'awaits', 'changedBy'),
        odd,
        async (name, value) => {
          const answers = [await patch(id, { [name]: value }), await app.api.post('/webhooks', { token: f.admin.token, body: { ...rest, active: false, [name]: value } })] // prettier-ignore
          for (const { status } of answers) expect([name, value, status < 500]).toEqual([name, value, true])
        },
      ),
      { seed: 20261129, numRuns: 80, endOnFailure: true },
    )
    const kept = await rowsOf<{ address: string }>('select address from webhooks')
    expect(kept.filter(({ address }) => /\/\/(192\.168|167772161|10\.|0x0a|\[|user:)|^(file|gopher)/.test(address))).toEqual([])
    await stop(id)
  })

  test('where it goes and how it is signed takes two people, and whoever changed it since is not the second', async () => {
    const id = await subscribe()
    await f.settings('order-settings', { fourEyes: true })
    const second = await f.person(['admin'])
    const moved = done(await patch(id, { newAddress: here('/moved') }))
    expect([moved.awaits, moved.changedBy]).toEqual([true, [f.admin.id]])
    const { id: orderId } = await order()
    await round()
    expect(heard).toEqual([])
    const confirm = (by: { token: string }, version: number) =>
      app.api.post(`/webhooks/${id}/confirm`, { token: by.token, body: { version } })
    expect(codesOf(await confirm(f.admin, moved.version))).toEqual(['FOUR_EYES'])
    for (const body of [{ awaits: false }, { changedBy: [] }]) await patch(id, body) // said by hand, it changes nothing
    const also = done(await patch(id, { events: ['orders.create'] }, second))
    expect([also.awaits, also.changedBy]).toEqual([true, [f.admin.id, second.id]])
    expect(codesOf(await confirm(second, also.version))).toEqual(['FOUR_EYES'])
    expect(codesOf(await confirm(f.boss, moved.version))).toEqual(['STALE_VERSION'])
    expect(done(await confirm(f.boss, also.version))).toMatchObject({ awaits: false, changedBy: [] })
    await round()
    expect(heard.map(({ path, body }) => [path, JSON.parse(body).documentId])).toEqual([['/moved', String(orderId)]])
    done(await patch(id, { active: false }))
    expect(done(await patch(id, { active: true })).awaits).toBe(true)
    await f.settings('order-settings', { fourEyes: false })
  })
})
