import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { rulesOf } from '@/src/engine/define'

import { startApp, type TestApp } from '../support/app'
import { openFactory } from '../support/story'

/*
 * Addresses that programs outside this repository use. They stay as they are: what is found a better name gets it beside the old one.
 */
const questions = [
  'post /pricing/resolve',
  'get /price-history',
  'get /availability',
  'get /credit/:object/:id',
  'get /trace/:slug/:id',
  'get /follow-up',
  'get /reports',
  'get /reports/:name',
  'post /import/:kind',
  'get /import/:kind/template',
  'post /public/quotes/:token/confirm',
  'get /openapi.json',
]

const verbs: Readonly<Record<string, string>> = {
  quotes: 'submit approve reject send revise lose confirm create-order copy revoke-link',
  orders:
    'submit recall review rule approve unapprove hold resume short-close reopen cancel reprice create-delivery create-change copy mail print',
  'order-changes': 'submit review approve reject cancel',
  deliveries: 'approve unapprove issue cancel create-invoice create-return',
  returns: 'approve receive inspect',
  invoices: 'approve unapprove create-credit-note',
  receipts: 'approve unapprove allocate bounce',
  'stock-receipts': 'post reverse',
  'stock-issues': 'post reverse',
  'stock-freezes': 'post reverse',
  'stock-transfers': 'ship receive reverse',
  samples: 'submit accept refuse ready convert cancel create-order',
  'feedback-rounds': 'close',
  'sample-work-orders': 'start complete cancel',
  'price-adjustments': 'submit approve cancel',
  'credit-limits': 'submit approve',
  'credit-releases': 'release reject',
}

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** Names of places in an address are ours to choose. */
const plain = (address: string): string => address.replace(/:[\w]+/g, ':')

test('what others rely on keeps its address', () => {
  const { endpoints, collections } = app.payload.config
  const told = new Set(endpoints.map(({ method, path }) => plain(`${method} ${path}`)))
  expect(questions.filter((address) => !told.has(plain(address)))).toEqual([])
  const missing = Object.entries(verbs).flatMap(([slug, names]) => {
    const own = collections.find((collection) => collection.slug === slug)?.endpoints
    const paths = new Set([...(own ? own.map(({ path }) => path.split('/').pop()) : []), ...Object.keys(rulesOf(slug).verbs)])
    return names.split(' ').flatMap((name) => (paths.has(name) ? [] : [`${slug} ${name}`]))
  })
  expect(missing).toEqual([])
})

test('a record brings what it names as documents, and of those what they name as ids, unless asked for more or less', async () => {
  const { api, clerk, customer, item, order } = await openFactory(app)
  const { id } = await order((await customer()).id, [{ item: (await item({ availabilityMode: 'off' })).id, qty: 1 }])
  type Named = { customer: unknown; lines: Array<{ item: unknown }> }
  const asked = async (depth: string) => (await api.send<Named>('GET', `/orders/${id}${depth}`, { token: clerk.token })).body
  const named = { id: expect.any(Number), name: expect.any(String) }
  expect(await asked('')).toMatchObject({ customer: { ...named, category: expect.any(Number) }, lines: [{ item: { ...named } }] })
  expect(await asked('?depth=2')).toMatchObject({ customer: { ...named, category: { id: expect.any(Number) } } })
  expect(await asked('?depth=0')).toMatchObject({ customer: expect.any(Number), lines: [{ item: expect.any(Number) }] })
})
