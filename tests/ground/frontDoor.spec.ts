// More than 300 lines: everything that stands before the pages is asked at one door, with the application started once.

import { createServer, get, type IncomingMessage, type Server } from 'node:http'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { SignJWT } from 'jose'
import pg from 'pg'
import { createLocalReq } from 'payload'
import { pino } from 'pino'

import type { Tracing } from '@/src/server/tracing/startTracing'

import { startApp, type TestApp } from '../support/app'

/** The front door with the real application behind it; the pages are an echo, so that no build is needed. */
let app: TestApp
let server: Server
let origin: string
let stopping = false
const log: string[] = []
const token = 'only-the-watchman-knows'

type Span = {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  kind: number
  attributes: Array<{ key: string; value: { stringValue?: string } }>
}
const spans: Span[] = []
/** What a collector is, as far as spans go. */
const collector = createServer((req, res) => {
  let body = ''
  req.on('data', (chunk) => (body += String(chunk)))
  req.on('end', () => {
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: Array<{ scopeSpans: Array<{ spans: Span[] }> }> }
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))
    res.setHeader('Content-Type', 'application/json').end('{}')
  })
})
let tracing: Tracing
const openTelemetry = (): unknown => Reflect.get(globalThis, Symbol.for('opentelemetry.js.api.1'))

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const collecting = collector.address()
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${typeof collecting === 'object' && collecting ? collecting.port : 0}`
  const { startTracing } = await import('@/src/server/tracing/startTracing')
  if (openTelemetry()) throw new Error('OpenTelemetry is loaded before it is asked for')
  tracing = await startTracing({ service: 'gendan', version: '0.1.0' })
  app = await startApp({
    environment: {
      REQUEST_RATE_LIMIT: '60',
      METRICS_TOKEN: token,
      LOG_LEVEL: 'fatal',
      SERVER_URL: 'https://gendan.example.com',
    },
  })
  const { frontDoor } = await import('@/src/server/http/frontDoor')
  const { logOptions } = await import('@/src/env/logging')
  const logger = pino({ ...logOptions, level: 'info' }, { write: (line: string) => void log.push(line) })
  const payload = new Proxy(app.payload, { get: (target, key) => (key === 'logger' ? logger : Reflect.get(target, key)) })
  const door = frontDoor({
    payload,
    dev: false,
    isStopping: () => stopping,
    trace: tracing.trace,
    handle: async (req, res) => {
      let body = ''
      for await (const chunk of req) body += String(chunk)
      res.setHeader('X-Cookie', req.headers.cookie ?? '')
      res.setHeader('X-Address', String(req.headers['x-client-address']))
      res.setHeader('X-Nonce', /'nonce-([^']+)'/.exec(String(req.headers['content-security-policy']))?.[1] ?? '')
      res.end(`${req.method} ${req.url} ${body}`)
    },
  })
  await new Promise<void>((resolve) => (server = door.listen(0, '127.0.0.1', () => resolve())))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await new Promise((resolve) => collector.close(resolve))
  await app.close()
})

test('every answer has a request id and a policy that allows scripts of this page only, and no other host', async () => {
  const answer = await fetch(`${origin}/admin`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(policy).toContain(`script-src 'self' 'nonce-${answer.headers.get('x-nonce')}';`)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
  expect(answer.headers.get('x-powered-by')).toBeNull()
  expect((await fetch(`${origin}/admin`)).headers.get('x-nonce')).not.toBe(answer.headers.get('x-nonce'))
})

/** Somebody's session as the house signs it, and nothing else of him. */
const sessionOf = (id: number): Promise<string> =>
  new SignJWT({ id, collection: 'users' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(app.payload.secret))

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { method: 'POST', body, headers, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) } as RequestInit)

/** A body that does not say how long it will be. */
const unannounced = (bytes: number): ReadableStream =>
  new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(Math.min(bytes, 50_000)))
      bytes -= 50_000
      if (bytes <= 0) controller.close()
    },
  })

describe('bodies are bounded before anybody reads them', () => {
  const json = { 'Content-Type': 'application/json' }
  test.each([
    ['/api/users/login', 100_000],
    ['/api/graphql', 100_000],
    ['/api/orders', 100_000],
    ['/api/pictures', 100_000],
    ['/admin', 100_000],
  ])('%s takes little from nobody', async (path, bytes) => {
    expect((await post(path, 'x'.repeat(bytes), json)).status).toBe(200)
    const refused = await post(path, 'x'.repeat(3 * bytes), json)
    expect([refused.status, (await refused.json()).errors[0].data]).toEqual([413, { limit: 102_400 }])
    expect((await post(path, unannounced(3 * bytes), json)).status).toBe(413)
  })

  test('whoever is signed in sends documents and files, and GraphQL no more than a question', async () => {
    const signed = { Authorization: `JWT ${await sessionOf(7001)}` }
    const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024)
    expect((await post('/api/orders', megabytes(5), signed)).status).toBe(200)
    expect((await post('/api/orders', unannounced(5_000_000), signed)).status).toBe(200)
    expect((await post('/api/orders', megabytes(13), signed)).status).toBe(413)
    expect((await post('/api/graphql', megabytes(2), signed)).status).toBe(413)
    const form = { ...signed, 'Content-Type': 'multipart/form-data; boundary=x' }
    expect((await post('/api/pictures', megabytes(20), form)).status).toBe(200)
    expect((await post('/api/orders', megabytes(20), form)).status).toBe(413)
    expect((await post('/api/orders', megabytes(5), { Authorization: `JWT ${await sessionOf(7001)}x` })).status).toBe(413)
  })

  test('a key in force sends documents, too; one that is made up, or has ended, is nobody’s', async () => {
    const { makeKey, endAllKeys } = await import('@/src/accounts/apiKeys')
    const req = await createLocalReq({}, app.payload)
    const person = { email: 'program@factory.example', name: 'Program', password: 'Rivet-2026-ok', roles: ['sales' as const] }
    const { id } = await app.payload.create({ collection: 'users', data: person, overrideAccess: true, depth: 0 })
    const { key } = await makeKey({ req, user: id, name: 'ERP', scope: { readOnly: false, doors: null }, days: 3 })
    const status = async (given: string) =>
      (await post('/api/orders', 'x'.repeat(5_000_000), { Authorization: `users API-Key ${given}` })).status
    expect([await status(key), await status(`${key.slice(0, -1)}_`), await status('nonsense')]).toEqual([200, 413, 413])
    expect((await post('/api/orders', unannounced(5_000_000), { Authorization: 'users API-Key x' })).status).toBe(413)
    await endAllKeys(req, id)
    expect(await status(key)).toBe(413)
  })
})

test('one person makes so many requests a minute, and others are not held up', async () => {
  const statusesOf = async (id: number, times: number) => {
    const headers = { Authorization: `JWT ${await sessionOf(id)}` }
    const statuses: number[] = []
    for (let at = 0; at < times; at += 1) statuses.push((await fetch(`${origin}/api/orders`, { headers })).status)
    return statuses
  }
  const busy = await statusesOf(7002, 62)
  expect([busy.slice(0, 60).every((status) => status === 200), busy.slice(60)]).toEqual([true, [429, 429]])
  expect(await statusesOf(7003, 1)).toEqual([200])
  const refused = await fetch(`${origin}/api/orders`, { headers: { Authorization: `JWT ${await sessionOf(7002)}` } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
})

describe('a request that another site caused is not its user’s', () => {
  const cookie = 'payload-token=mine; theme=dark'
  test.each([
    [{ Origin: 'https://evil.example' }, false],
    [{ Origin: 'null' }, false],
    [{ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors' }, false],
    [{ 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors' }, false],
    [{ 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' }, true],
    [{ Origin: 'https://gendan.example.com' }, true],
    [{}, true],
  ])('%j', async (headers: Record<string, string>, kept) => {
    const answer = await fetch(`${origin}/api/orders`, { headers: { Cookie: cookie, ...headers } })
    expect(answer.headers.get('x-cookie')).toBe(kept ? cookie : 'theme=dark')
  })
  test.each(['payload-token =mine', ' payload-token=mine', 'a=b;payload-token=mine', 'payload-token=other; payload-token =mine'])(
    'however the cookie is written: %j',
    async (written) => {
      const headers = { Cookie: `theme=dark; ${written}`, Origin: 'https://evil.example' }
      expect((await fetch(`${origin}/api/orders`, { headers })).headers.get('x-cookie')).not.toContain('mine')
    },
  )
  test('a link in a mail leads to where it leads', async () => {
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' } // fetch writes its own mode
    const answer = await new Promise<IncomingMessage>((resolve) => get(`${origin}/admin`, { headers }, resolve))
    answer.resume()
    expect(answer.headers['x-cookie']).toBe(cookie)
  })
  test('the host that was asked counts as ours', async () => {
    const answer = await fetch(`${origin}/api/orders`, { headers: { Cookie: cookie, Origin: origin } })
    expect(answer.headers.get('x-cookie')).toBe(cookie)
  })
})

test('the address of a visitor is what a trusted proxy says, whatever he says himself', async () => {
  const answer = await fetch(`${origin}/api/orders`, {
    headers: { 'X-Client-Address': '6.6.6.6', 'X-Forwarded-For': '6.6.6.6, 203.0.113.9' },
  })
  expect(answer.headers.get('x-address')).toBe('203.0.113.9')
})

test.each([
  ['/api/orders/%E0%A4%A', {}, 400],
  ['/admin/%ff', {}, 400],
  ['/api/orders', { 'X-HTTP-Method-Override': 'GET', 'Content-Type': 'application/json' }, 400],
  ['/api/orders', { 'X-Payload-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' }, 200],
])('%s %j → %i', async (path, headers: Record<string, string>, status) => {
  expect((await post(path, '{', headers)).status).toBe(status)
})

test('a file opened in a tab runs nothing', async () => {
  const answer = await fetch(`${origin}/api/drawings/file/a.svg`)
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
  // as it goes over the line, where no browser has put it right
  const { hostname, port } = new URL(origin)
  for (const path of [
    '/api/./drawings/file/a.svg',
    '/api/x/../drawings/file/a.svg',
    '//api//drawings/file/a.svg',
    '/api/%64rawings/file/a.svg',
  ]) {
    const asked = await new Promise<IncomingMessage>((resolve) => get({ hostname, port, path }, resolve))
    asked.resume()
    expect([path, asked.headers['content-security-policy']]).toEqual([path, "default-src 'none'; frame-ancestors 'none'; sandbox"])
  }
})

test('what has no icon is not a missing page', async () => {
  expect((await fetch(`${origin}/favicon.ico`)).status).toBe(204)
})

test('nobody appoints himself the first administrator', async () => {
  expect((await fetch(`${origin}/api/users/first-register`, { method: 'POST', body: '{}' })).status).toBe(403)
  expect((await fetch(`${origin}/api/users/first%2Dregister`, { method: 'POST', body: '{}' })).status).toBe(403)
  expect((await fetch(`${origin}/admin/create-first-user`)).status).toBe(503)
})

test('the log names the request and keeps no secret', async () => {
  log.length = 0
  await fetch(`${origin}/admin/reset/tok3nvalue?token=tok3nvalue`, {
    headers: { Authorization: 'JWT tok3nvalue', Cookie: 'payload-token=tok3nvalue', 'X-Request-Id': 'from-the-balancer' },
  })
  const lines = log.join('')
  expect(lines).toContain('"id":"from-the-balancer"')
  expect(lines).toContain('/admin/reset/[redacted]?token=[redacted]')
  expect(lines).not.toContain('tok3nvalue')
})

const figures = () => fetch(`${origin}/metrics`, { headers: { Authorization: `Bearer ${token}` } })

test('figures of the house are for whoever holds the token', async () => {
  expect((await fetch(`${origin}/metrics`)).status).toBe(404)
  expect((await fetch(`${origin}/metrics`, { headers: { Authorization: 'Bearer guessed-by-somebody' } })).status).toBe(404)
  expect((await figures()).status).toBe(200)
})

test('metrics count requests, connections and jobs', async () => {
  await app.api.post('/users/login', { body: { email: 'nobody@example.com', password: 'secret-word' } })
  const text = await (await figures()).text()
  expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",area="admin",status="200"\} \d/)
  expect(text).toContain('database_connections{state="idle"}')
  expect(text).toContain('jobs{state="waiting"} 0')
  expect(text).toContain('mails{state="failed"} 0')
  expect(text).toMatch(/refusals_total\{code="\w+"\} \d/)
})

test('metrics tell who waits for a lock, and for how long', async () => {
  const clients = await Promise.all(
    [1, 2].map(async () => {
      const client = new pg.Client({ connectionString: app.database.url })
      await client.connect()
      return client
    }),
  )
  const [holder, waiter] = clients as [pg.Client, pg.Client]
  expect(await (await figures()).text()).toMatch(/^lock_waits 0$/m)
  await holder.query('begin; lock table number_series in exclusive mode')
  const waiting = waiter.query('begin; lock table number_series in exclusive mode; rollback').catch(() => null)
  let told = ''
  while (!/^lock_waits 1$/m.test(told)) told = await (await figures()).text()
  expect(told).toMatch(/^lock_wait_longest_seconds \d*\.\d+/m)
  await holder.query('rollback')
  await waiting
  await Promise.all(clients.map((client) => client.end()))
})

test('the cookie of a session is for our own pages, out of reach of scripts, and never sent without TLS', async () => {
  const [email, password] = ['cookie@factory.example', 'Rivet-2026-ok']
  await app.payload.create({ collection: 'users', data: { email, password, name: 'Cookie', roles: ['sales'] }, overrideAccess: true })
  const { headers } = await app.api.post('/users/login', { body: { email, password } })
  const [cookie = ''] = headers.getSetCookie()
  const flags = cookie.split(/;\s*/).slice(1)
  expect(cookie).toMatch(/^payload-token=/)
  expect(flags).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly=true', 'Secure=true', 'SameSite=Lax']))
})

describe('readiness', () => {
  const ready = async () => (await fetch(`${origin}/readyz`)).status

  test('not ready while stopping, though alive', async () => {
    expect(await ready()).toBe(200)
    stopping = true
    expect([await ready(), (await fetch(`${origin}/healthz`)).status]).toEqual([503, 200])
    stopping = false
  })

  test('not ready when the database is gone, ready again when it is back', async () => {
    const { default: pg } = await import('pg')
    const server = new pg.Client({ connectionString: process.env.TEST_SERVER_URL })
    await server.connect()
    await server.query(`alter database ${app.database.name} with allow_connections false`)
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [app.database.name])
    expect([await ready(), (await figures()).status]).toEqual([503, 200])
    await server.query(`alter database ${app.database.name} with allow_connections true`)
    await server.end()
    expect(await ready()).toBe(200)
    expect(await (await figures()).text()).toContain('jobs{state="waiting"}')
  })
})

describe('the customer’s page', () => {
  const secret = 'c2VjcmV0LXRva2VuLW9mLWEtY3VzdG9tZXI'
  test('goes to its own door, keeps its own policy, and its address is in no log', async () => {
    const page = await fetch(`${origin}/q/${secret}?language=en`, { headers: { Cookie: 'payload-token=x' } })
    expect(await page.text()).toBe(`GET /api/public/quotes/${secret}?language=en `)
    expect(page.headers.get('content-security-policy')).toBeNull()
    const sent = await fetch(`${origin}/q/${secret}`, {
      method: 'POST',
      body: 'name=x',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect(await sent.text()).toBe(`POST /api/public/quotes/${secret}/confirm name=x`)
    expect(await (await fetch(`${origin}/q/${secret}/pdf`)).text()).toBe(`GET /api/public/quotes/${secret}/pdf `)
    expect(await (await fetch(`${origin}/q/${secret}/pictures/a1`)).text()).toBe(`GET /api/public/quotes/${secret}/pictures/a1 `)
    expect(log.join('')).toContain('/q/[redacted]')
    expect(log.join('')).not.toContain(secret)
  })
  test('a scanner that only asks for the head is answered alike for whatever it asks, and reaches no door', async () => {
    const heads = await Promise.all([secret, 'x'].map((token) => fetch(`${origin}/q/${token}`, { method: 'HEAD' })))
    expect(heads.map(({ status, headers }) => [status, headers.get('x-address')])).toEqual([
      [200, null],
      [200, null],
    ])
  })
})

test('a collector is told of a request and of its statements, below whoever asked, and of no value', async () => {
  const [trace, parent] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331']
  await fetch(`${origin}/api/orders/12/approve?depth=0`, {
    method: 'POST',
    headers: {
      traceparent: `00-${trace}-${parent}-01`,
      'X-Request-Id': 'traced-request',
      Cookie: `payload-token=${await sessionOf(1_947_113_861)}`,
    },
  })
  await fetch(`${origin}/healthz`)
  await tracing.stop() // sends what it has
  const told = ({ attributes }: Span): Record<string, string | undefined> =>
    Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]))
  const request = spans.find(({ traceId, kind }) => traceId === trace && kind === 2)
  expect(request).toMatchObject({ name: 'POST /api/orders/:id/approve', parentSpanId: parent, kind: 2 })
  expect(request && told(request)).toMatchObject({
    'gendan.verb': 'approve',
    'gendan.document': 'orders/12',
    'gendan.collection': 'orders',
    'gendan.request': 'traced-request',
  })
  const statements = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId)
  expect(statements.length).toBeGreaterThan(0)
  for (const statement of statements) expect(told(statement)['db.query.text']).toMatch(/^(insert|select|update|delete|with)\b/i)
  expect(JSON.stringify(spans)).not.toContain('1947113861') // longer than any part of a time
  expect(spans.filter(({ name }) => name.includes('healthz'))).toEqual([])
})
