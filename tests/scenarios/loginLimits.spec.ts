import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'

/** Log-ins are counted where they are executed, whatever the request looked like. Each story comes from an address of its own. */
let app: TestApp
const known = { email: 'known@factory.example', password: 'Rivet-2026-ok' }

beforeAll(async () => {
  app = await startApp({ environment: { LOGIN_RATE_LIMIT: '3', LOG_LEVEL: 'silent' } })
  await app.payload.create({
    collection: 'users',
    data: { ...known, name: 'known', roles: ['sales'], language: 'zh' },
    overrideAccess: true,
  })
})
afterAll(() => app.close())

const logIn = (raw: string, from: string) =>
  app.api.post('/users/login', { raw, headers: { 'Content-Type': 'application/json', 'x-client-address': from } })
const wrong = (email: string) => JSON.stringify({ email, password: 'wrong' })

test('so many tries a minute for one account from one address; another account is not held up', async () => {
  const statuses: number[] = []
  for (const email of ['a@factory.example', 'A@factory.example ', 'a@factory.example', 'a@factory.example'])
    statuses.push((await logIn(wrong(email), '10.0.0.1')).status)
  expect(statuses).toEqual([401, 401, 401, 429])
  expect((await logIn(wrong('b@factory.example'), '10.0.0.1')).status).toBe(401)
  expect((await logIn(JSON.stringify(known), '10.0.0.1')).status).toBe(200)
})

test('a doubled key and an escape are the account they are', async () => {
  const doubled = '{"email":"x1@factory.example","email":"c@factory.example","password":"wrong"}'
  const escaped = '{"em\\u0061il":"c\\u0040factory.example","password":"wrong"}'
  const statuses: number[] = []
  for (const raw of [doubled, escaped, doubled.replace('x1', 'x2'), escaped]) statuses.push((await logIn(raw, '10.0.0.2')).status)
  expect(statuses).toEqual([401, 401, 401, 429])
})

test('each alias of GraphQL is a try', async () => {
  const aliases = Array.from({ length: 10 }, (_, at) => `a${at}: loginUser(email: "d@factory.example", password: "w${at}") { token }`)
  const { body } = await app.api.graphql(`mutation { ${aliases.join(' ')} }`)
  const messages = (body.errors as Array<{ message: string }>).map(({ message }) => /尝试次数过多|Too many/.test(message))
  expect(messages.filter(Boolean)).toHaveLength(7)
})

test('one address tries ten times as often, whatever the account', async () => {
  const statuses: number[] = []
  for (let at = 0; at < 31; at += 1) statuses.push((await logIn(wrong(`e${at}@factory.example`), '10.0.0.3')).status)
  expect([statuses.slice(0, 30).every((status) => status === 401), statuses[30]]).toEqual([true, 429])
})

test('forgotten passwords are counted as well', async () => {
  const forget = () =>
    app.api.post('/users/forgot-password', { body: { email: 'f@factory.example' }, headers: { 'x-client-address': '10.0.0.4' } })
  const statuses = [await forget(), await forget(), await forget(), await forget()].map(({ status }) => status)
  expect(statuses).toEqual([200, 200, 200, 429])
})

test('a question to GraphQL is bounded in depth, aliases, fields, and in rows and relations together', async () => {
  const ask = async (query: string) => JSON.stringify((await app.api.graphql(query)).body.errors ?? [])
  const deep = `{ Orders { docs ${'{ customer { salesperson { department '.repeat(5)} { id } ${'} } }'.repeat(5)} } }`
  expect(await ask(deep)).toMatch(/depth/i)
  expect(await ask(`{ ${Array.from({ length: 20 }, (_, at) => `a${at}: Orders { totalDocs }`).join(' ')} }`)).toMatch(/alias/i)
  const fields = Array.from({ length: 14 }, (_, at) => `a${at}: Orders { docs { ${'id no date status version remark '.repeat(10)} } }`)
  expect(await ask(`{ ${fields.join(' ')} }`)).toMatch(/complex/i)
  // neither deep nor long: many rows of many lines
  const lines = 'id qty price net tax gross item { id code name unit } remark'
  expect(await ask(`{ Orders(limit: 1000) { docs { id no lines { ${lines} } customer { id code name } } } }`)).toMatch(/about \d+ fields/)
  expect(await ask('{ Orders(limit: 1000) { docs { id no } } }')).not.toMatch(/about/)
})
