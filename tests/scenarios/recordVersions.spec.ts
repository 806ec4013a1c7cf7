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

test('a request sent again with its key is answered as the first time, whatever it writes; the key of another request is refused', async () => {
  const headers = { 'Idempotency-Key': 'again' }
  const token = f.boss.token
  const customer = { code: 'K-1', name: '重复提交的客户', currency: 'CNY' }
  const create = (body: object, key = 'again') => app.api.post('/customers?depth=0', { token, headers: { 'Idempotency-Key': key }, body })
  const [first, second] = await Promise.all([create(customer), create(customer)])
  expect([first.status, second.status, second.body.doc.id]).toEqual([201, 201, first.body.doc.id])
  expect(codesOf(await create({ ...customer, name: '另一个' }))).toEqual(['DUPLICATE'])
  // a value that exists is named
  expect((await create(customer, 'other')).body).toMatchObject({
    errors: [
      { message: expect.stringMatching(/^客户编码 K-1 已存在/), data: { errors: [{ code: 'DUPLICATE', facts: { value: 'K-1' } }] } },
    ],
  })

  const patch = () =>
    app.api.patch(`/customers/${first.body.doc.id}?depth=0`, { token, headers: { 'Idempotency-Key': 'patch' }, body: { remark: '一次' } })
  expect([(await patch()).body.doc.version, (await patch()).body.doc.version]).toEqual([2, 2])

  const settings = () => app.api.post('/globals/company', { token, headers: { 'Idempotency-Key': 'company' }, body: { name: '跟单工厂' } })
  const [once, twice] = [await settings(), await settings()]
  expect([once.status, twice.body]).toEqual([200, once.body])

  const send = (text: string) => {
    const form = new FormData()
    form.append('file', new Blob([`  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1015\n  0\nENDSEC\n999\n${text}\n  0\nEOF\n`]), 'k.dxf')
    return app.api.post('/drawings?depth=0', { token: f.clerk.token, headers, body: form })
  }
  const [file, same] = [await send('one'), await send('one')]
  expect([file.status, same.body.doc?.id]).toEqual([201, file.body.doc.id])
  expect(codesOf(await send('another'))).toEqual(['DUPLICATE'])
})

test('one key covers a bulk step: every document is stepped once, and told again as the first time', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const { id: customer } = await f.customer()
  const ids = [await f.order(customer, [{ item: item.id, qty: 1 }]), await f.order(customer, [{ item: item.id, qty: 2 }])].map(
    ({ id }) => id,
  )
  const submit = () => app.api.post('/orders/bulk/submit', { token: f.boss.token, headers: { 'Idempotency-Key': 'bulk' }, body: { ids } })
  const [first, second] = [await submit(), await submit()]
  expect(first.body.results).toMatchObject([{ ok: true }, { ok: true }])
  expect(second.body).toEqual(first.body)
})
