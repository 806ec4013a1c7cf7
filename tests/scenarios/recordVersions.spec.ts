import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'

/* Master records and settings: two people at once lose nothing, as on documents. */

let app: TestApp
let f: Factory
let masters: string[]
let settings: string[]

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  const isVersioned = ({ flattenedFields }: { flattenedFields: Array<{ name: string }> }) =>
    flattenedFields.some(({ name }) => name === 'version')
  masters = app.payload.config.collections.filter((one) => isVersioned(one)).map(({ slug }) => slug)
  settings = app.payload.config.globals.map(({ slug }) => slug)
})
afterAll(() => app.close())

test('every master record and every settings page counts its versions', () => {
  expect(masters).toEqual(
    expect.arrayContaining([
      'customers',
      'items',
      'warehouses',
      'departments',
      'users',
      'price-policies',
      'payment-terms',
      'exchange-rates',
    ]),
  )
  for (const global of app.payload.config.globals)
    expect([global.slug, global.flattenedFields.some(({ name }) => name === 'version')]).toEqual([global.slug, true])
})

test('whoever changes a record over a change he has not seen is refused, and told who changed what', async () => {
  const customer = done(await app.api.get(`/customers/${(await f.customer()).id}?depth=0`, { token: f.boss.token }))
  const change = (body: object) => app.api.patch(`/customers/${customer.id}?depth=0`, { token: f.boss.token, body })
  const first = done(await change({ shortName: '华东', version: customer.version }))
  expect(first.version).toBe(customer.version + 1)
  const late = await change({ remark: '没看到', version: customer.version })
  expect([late.status, codesOf(late), findingOf(late, 'STALE_VERSION')?.facts]).toMatchObject([
    409,
    ['STALE_VERSION'],
    { given: customer.version, current: first.version, changed: ['shortName'] },
  ])
  const kept = done(await change({ remark: '看到了', version: first.version }))
  expect([kept.shortName, kept.remark]).toEqual(['华东', '看到了'])
})

test('settings likewise', async () => {
  for (const slug of settings) {
    const { body: before } = await app.api.get(`/globals/${slug}?depth=0`, { token: f.boss.token })
    const change = (version: number) => app.api.post(`/globals/${slug}?depth=0`, { token: f.boss.token, body: { version } })
    const seen = before.version ?? 1
    expect([slug, (await change(seen)).status]).toEqual([slug, 200])
    const late = await change(seen)
    expect([slug, late.status, codesOf(late)]).toEqual([slug, 409, ['STALE_VERSION']])
  }
})

test('ten changes of ten fields at once are all kept', async () => {
  const { id } = await f.customer()
  const fields = ['shortName', 'remark', 'invoiceTitle', 'taxNo', 'bank', 'bankAccount'] as const
  const answers = await Promise.all(
    fields.map((field) => app.api.patch(`/customers/${id}?depth=0`, { token: f.boss.token, body: { [field]: `${field} 1` } })),
  )
  expect(answers.map(({ status }) => status)).toEqual(fields.map(() => 200))
  const kept = done(await app.api.get(`/customers/${id}?depth=0`, { token: f.boss.token }))
  expect(fields.map((field) => kept[field])).toEqual(fields.map((field) => `${field} 1`))
  expect(kept.version).toBe(1 + fields.length)
})

test('of ten people who saw the same version one is kept', async () => {
  const { id } = await f.customer()
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      app.api.patch(`/customers/${id}?depth=0`, { token: f.boss.token, body: { remark: `第 ${at} 人`, version: 1 } }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
})
