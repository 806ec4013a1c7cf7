import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { otherSystems } from '../support/otherSystems'
import type { Leaving, Step } from '../support/otherSystems/leaving'
import { done } from '../support/story'

let app: TestApp
let token = ''
let houses: Leaving[] = []

beforeAll(async () => {
  app = await startApp()
  houses = await otherSystems()
  const password = 'Rivet-2026-ok'
  const data = { email: 'owner@leave.example', password, name: '林总', roles: ['admin', 'generalManager', 'finance', 'warehouse'] }
  await app.payload.create({ collection: 'users', data: { ...data, dataScope: 'all', seeCost: true } as never, overrideAccess: true })
  token = await app.api.login(data.email, password)
})
afterAll(() => app.close())

/** As the wizard does it: looked at, corrected, tried, taken in as it was shown; and once more, which changes nothing. */
async function takeIn({ kind, file, answers = {}, mapping = {} }: Step): Promise<void> {
  const form = (more: Readonly<Record<string, string>> = {}): FormData => {
    const body = new FormData()
    body.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'file')
    for (const [name, value] of Object.entries({ ...answers, ...more })) body.append(name, value)
    return body
  }
  const looked = done(await app.api.post(`/import/${kind}/inspect`, { token, body: form() }))
  expect([kind, looked.questions]).toEqual([kind, []])
  const said = { mapping: JSON.stringify({ ...(looked['mapping'] as object), ...mapping }) }
  const tried = done(await app.api.post(`/import/${kind}?dryRun=true`, { token, body: form(said) }))
  expect([kind, tried.errors]).toEqual([kind, []])
  const taken = done(await app.api.post(`/import/${kind}`, { token, body: form(said) }))
  expect([kind, taken.errors, taken.created]).toEqual([kind, [], tried.created])
  expect(done(await app.api.post(`/import/${kind}`, { token, body: form(said) }))).toMatchObject({ created: 0, updated: 0, errors: [] })
}

type Told = Record<string, unknown>
const rowsOf = async (question: string): Promise<Told[]> =>
  (done(await app.api.send<{ rows: Told[] }>('GET', `/reports/${question}limit=1000`, { token })) as { rows: Told[] }).rows

/** A column of a report in cents, of those keys a house has. */
function centsBy(rows: readonly Told[], key: string, column: string, keys: readonly string[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const row of rows) {
    const cents = Math.round(Number(row[column]) * 100)
    if (cents !== 0 && keys.includes(String(row[key]))) sums[String(row[key])] = (sums[String(row[key])] ?? 0) + cents
  }
  return sums
}

test.each(['SAP Business One', 'ERPNext', 'QuickBooks', 'U8'])(
  '%s moves in by its own lists, and the reports are what they came to',
  async (name) => {
    const house = houses.find((one) => one.name === name)
    if (!house) throw new Error('no house')
    for (const step of house.steps) await takeIn(step)
    const { sold, owed, asOf, late, stock } = house
    const customers = (await rowsOf('sales-analysis?by=customer&')).filter(({ customerCode }) =>
      Object.hasOwn(sold.customer, String(customerCode)),
    )
    expect(centsBy(customers, 'customerCode', 'amount', Object.keys(sold.customer))).toEqual(sold.customer)
    expect(centsBy(await rowsOf('sales-analysis?by=item&'), 'itemCode', 'amount', Object.keys(sold.item))).toEqual(sold.item)
    const ids = customers.map(({ customerId }) => String(customerId)).join(',')
    expect(centsBy(await rowsOf(`sales-analysis?by=month&customer=${ids}&`), 'month', 'amount', Object.keys(sold.month))).toEqual(
      sold.month,
    )
    const ageing = (await rowsOf(`receivables-ageing?asOf=${asOf}&`)).filter(({ customerCode }) =>
      Object.hasOwn(owed, String(customerCode)),
    )
    expect(centsBy(ageing, 'customerCode', 'total', Object.keys(owed))).toEqual(owed)
    for (const [column, cents] of Object.entries(late ?? {}))
      expect([column, Math.round(ageing.reduce((sum, row) => sum + Number(row[column] ?? 0), 0) * 100)]).toEqual([column, cents])
    expect(centsBy(await rowsOf('stock-value?by=item&'), 'itemCode', 'value', Object.keys(stock))).toEqual(stock)
  },
)

test('all of it is proven', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
