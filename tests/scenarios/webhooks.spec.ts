// More than 300 lines: one receiver outside hears every story of programs and robots.

import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { accountDoors } from '../support/accountDoors'
import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory
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

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  app = await startApp({ environment: { WEBHOOK_ADDRESSES: '127.0.0.0/8' } })
  f = await openFactory(app)
})
afterAll(async () => {
  receiver.close()
  await app.close()
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

  test('who is switched off while a call is on its way is not called again; a name calls no group together; a trial is on record', async () => {
    const id = await subscribe({ events: ['orders.submit'] })
    const one = await order()
    await f.verb('orders', one.id, 'submit')
    let stopping: Promise<unknown> = Promise.resolve()
    answer = () => {
      stopping = stop(id)
      return { status: 503, body: 'away' }
    }
    await round()
    await stopping
    answer = () => ({ status: 200, body: '{"code":0}' })
    done(await patch(id, { active: true }))
    heard.length = 0
    await due(id)
    await round()
    expect([heard.length, (await logOf(id))[0]?.status]).toEqual([0, 'stopped'])
    await stop(id)

    const caller = await f.person(['sales'], { name: '<at user_id="all">所有人</at>' })
    const lark = await subscribe({ kind: 'feishu', address: here('/feishu'), events: ['orders.create'] })
    await f.order(
      (await f.customer({ salesperson: caller.id })).id,
      [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }],
      caller,
    )
    await round()
    expect(JSON.parse(heard[0]?.body ?? '{}').content.text).toContain('＜at user_id="all"＞所有人＜/at＞')
    done(await app.api.post(`/webhooks/${lark}/calls/try`, { token: f.admin.token, body: {} }))
    const lines = await rowsOf(`select verb, user_id from audit_log where slug = 'webhooks' and document_id = $1 and verb = 'try'`, [
      String(lark),
    ])
    expect(lines).toEqual([{ verb: 'try', user_id: f.admin.id }])
    await stop(lark)
  })

  test('a whole story with every event there is: whichever figure was changed, programs and groups hear which document, which step, when and by whom', async () => {
    const { kinds } = done(await app.api.send<{ kinds: Array<{ events: Array<{ event: string }> }> }>('GET', '/webhooks/events', { token: f.admin.token })) // prettier-ignore
    const every = kinds.flatMap(({ events }) => events.map(({ event }) => event))
    const ids: number[] = []
    for (const kind of ['webhook', 'wecom', 'dingtalk', 'feishu'])
      ids.push(await subscribe({ kind, address: here(`/${kind}`), events: every, name: kind }))
    answer = () => ({ status: 200, body: '{"errcode":0,"code":0}' })
    const figures = { list: 6137.41, minimum: 5217.83, cost: 2341.87, limit: 98765.43, price: 6011.29 }
    const item = await f.item({ listPrice: figures.list, minPrice: figures.minimum, availabilityMode: 'off' })
    await f.receive({ item: item.id, qty: 7, cost: figures.cost })
    const customer = await f.customer({ credit: { control: true, limit: figures.limit } })
    const sold = await f.approvedOrder(customer.id, [{ item: item.id, qty: 3, price: figures.price }])
    const delivery = await f.create('orders', sold.id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
    await f.verb('invoices', invoice.id, 'approve')
    for (let at = 0; at < 4; at += 1) await round() // a robot takes eighteen a minute
    const told = heard.filter(({ path }) => path === '/webhook').map(({ body }) => JSON.parse(body))
    expect(new Set(told.map(({ slug }) => slug))).toEqual(new Set(['stock-receipts', 'orders', 'deliveries', 'invoices']))
    expect(told.map(({ event }) => event)).toEqual(expect.arrayContaining(['orders.approve', 'orders.close', 'deliveries.approve', 'invoices.approve', 'stock-receipts.post'])) // prettier-ignore
    const keys = ['at', 'by', 'documentId', 'event', 'id', 'link', 'no', 'slug', 'version']
    for (const event of told) expect(Object.keys(event).sort()).toEqual(keys)
    const texts = heard
      .flatMap(({ path, body }) => (path === '/webhook' ? [] : [JSON.parse(body)]))
      .map((body) => body.text?.content ?? body.content?.text)
    expect(texts.length).toBeGreaterThanOrEqual(3 * told.length)
    // which document and step, by whom; then where it is: nothing else
    for (const text of texts) expect(text).toMatch(/^\S+ \S+(：\S+)?( · \S+)?\n\S+$/)
    const sums = [3 * figures.price, 3 * figures.cost, 7 * figures.cost, figures.price - figures.cost]
    for (const figure of [...Object.values(figures), ...sums])
      expect(
        heard.filter(({ body, path }) => `${path} ${body}`.includes(figure.toFixed(2).replace(/0+$/, ''))).map(({ body }) => body),
      ).toEqual([])
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

test('every event there is has its word in both languages', async () => {
  for (const language of ['zh', 'en'] as const) {
    const { kinds } = done(
      await app.api.send<{ kinds: Array<{ events: Array<{ event: string; label: string }> }> }>('GET', '/webhooks/events', {
        token: f.admin.token,
        language,
      }),
    )
    expect(kinds.flatMap(({ events }) => events.filter(({ label }) => label === '').map(({ event }) => event))).toEqual([])
  }
})
