import type { Server } from 'node:http'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'

import { startApp, type TestApp } from '../support/app'

/** The front door with the real application behind it; the pages are an echo, so that no build is needed. */
let app: TestApp
let server: Server
let origin: string
let stopping = false
const log: string[] = []

beforeAll(async () => {
  app = await startApp({ environment: { LOGIN_RATE_LIMIT: '3', LOG_LEVEL: 'fatal', SERVER_URL: 'https://gendan.example.com' } })
  const { frontDoor } = await import('@/src/server/http/frontDoor')
  const { logOptions } = await import('@/src/env/logging')
  const logger = pino({ ...logOptions, level: 'info' }, { write: (line: string) => void log.push(line) })
  const payload = new Proxy(app.payload, { get: (target, key) => (key === 'logger' ? logger : Reflect.get(target, key)) })
  const door = frontDoor({
    payload,
    dev: false,
    isStopping: () => stopping,
    handle: async (req, res) => {
      let body = ''
      for await (const chunk of req) body += String(chunk)
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
  await app.close()
})

const logIn = (email: string) =>
  fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'secret-word' }),
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

test('log-ins are limited per account, other accounts and other requests are not held up, bodies arrive whole', async () => {
  const answers = [await logIn('a@example.com'), await logIn('A@example.com'), await logIn('a@example.com'), await logIn('a@example.com')]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
  expect(await answers[0]?.text()).toBe('POST /api/users/login {"email":"a@example.com","password":"secret-word"}')
  expect((await logIn('b@example.com')).status).toBe(200)
  expect((await fetch(`${origin}/api/orders`, { method: 'POST', body: '{}' })).status).toBe(200)
})

test.each(['/api/users/forgot-password', '/api/users/reset-password', '/api/users/%6Cogin', '/api/graphql'])(
  '%s is limited as well',
  async (path) => {
    const body = JSON.stringify({ email: `${path}@example.com`, query: 'mutation { loginUser }' })
    const statuses: number[] = []
    for (let at = 0; at < 4; at += 1) statuses.push((await fetch(`${origin}${path}`, { method: 'POST', body })).status)
    expect(statuses).toEqual([200, 200, 200, 429])
  },
)

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

test('metrics count requests, connections and jobs', async () => {
  const text = await (await fetch(`${origin}/metrics`)).text()
  expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",area="admin",status="200"\} \d/)
  expect(text).toContain('database_connections{state="idle"}')
  expect(text).toContain('jobs{state="waiting"} 0')
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
    expect([await ready(), (await fetch(`${origin}/metrics`)).status]).toEqual([503, 200])
    await server.query(`alter database ${app.database.name} with allow_connections true`)
    await server.end()
    expect(await ready()).toBe(200)
    expect(await (await fetch(`${origin}/metrics`)).text()).toContain('jobs{state="waiting"}')
  })
})
