import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import JSZip from 'jszip'
import { type CollectionSlug, createLocalReq, type PayloadRequest } from 'payload'

import { reports } from '@/reports'
import { placeholders } from '@/src/domain/text/placeholders'
import { definitions } from '@/src/imports/definitions'
import { prints } from '@/src/pdf/prints'
import { lookupKinds } from '@/src/domain/lookup/kinds'
import { holdsRole } from '@/src/domain/people/person'

import { startApp, type TestApp } from '../support/app'
import { closedFields } from '../support/closedFields'
import { doorsOf } from '../support/doors'
import { type GraphqlSchema, innermost, plainFields, readSchema } from '../support/graphqlSchema'
import { openStoredFigures, type StoredFigures } from '../support/storedFigures'
import { documents, readTable, sampled, slugs, type Table } from '../support/tableOfRights'
import { openTwoDepartments, type TwoDepartments } from '../support/twoDepartments'
import { wordsOfPdf } from '../support/wordsOfPdf'

/*
 * What somebody may not know does not decide what he is answered: every figure that is closed to him is made another one behind all doors,
 * and every answer he can get, from whichever door, is the same as before. The doors are those of the finished configuration.
 */

let app: TestApp
let house: TwoDepartments
let table: Table
let schema: GraphqlSchema
let stored: StoredFigures

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
  house = await openTwoDepartments(app)
  table = await readTable(app, house)
  schema = await readSchema(app, house.f.boss.token)
  stored = await openStoredFigures(app.payload, app.database.url)
})
afterAll(async () => {
  await stored.close()
  await app.close()
})

const fieldsOf = (slug: string) => app.payload.collections[slug as CollectionSlug].config.flattenedFields

/** Doors for one record named otherwise than by their own kind. */
const about: ReadonlyArray<readonly [RegExp, string]> = [[/order|allocation/, 'orders'], [/quote/, 'quotes'], [/proposal/, 'receipts'], [/customer/, 'customers']] // prettier-ignore

/** Every question there is to ask by GET, of rows this person reads; sheets are printed below. */
async function questionsOf(name: string): Promise<string[]> {
  const ids = async (slug: string) => (slugs.includes(slug) ? sampled(await table.granted(name, slug, 'read')).slice(-1) : [])
  const [customer] = await table.granted(name, 'customers', 'read')
  const beside = `item=${String(house.item)}&customer=${String(customer ?? house.customers[0])}&area=credit-settings&q=${String(43)}`
  const asked: string[] = []
  for (const { method, path } of doorsOf(app.payload)) {
    if (method !== 'get' || /\/(file|print|paste-url|oidc|public|access|openapi|docs|account|follow-up|system|template|me|og)\b/.test(path))
      continue
    const [own = ''] = path.split('/').slice(1)
    // files follow their documents, and the log grows while we look
    if (own.startsWith('payload-') || ['drawings', 'pictures', 'audit-log'].includes(own)) continue
    if (path.startsWith('/reports/'))
      asked.push(...reports.flatMap((report) => [`/reports/${report.name}`, `/reports/${report.name}?format=csv`]))
    else if (path.startsWith('/lookup/')) asked.push(...Object.keys(lookupKinds).map((kind) => `/lookup/${kind}?q=C`))
    else if (path.includes(':slug'))
      for (const slug of slugs) {
        const heads = fieldsOf(slug).map((field) => field.name).join(',') // prettier-ignore
        const named = path.replace(':slug', slug)
        if (!path.includes(':id')) asked.push(`${named}?columns=${heads}&format=csv&exact=true`)
        else asked.push(...(await ids(slug)).map((id) => named.replace(/:id(\(.*?\))?/, String(id))))
      }
    else if (path.includes(':kind'))
      for (const kind of ['customers', 'departments', 'users']) asked.push(...(table.everyRow.get(kind) ?? []).slice(0, 2).map((id) => path.replace(':kind', kind).replace(':id', String(id)))) // prettier-ignore
    else if (path.includes(':id')) {
      const kind = slugs.includes(own) ? own : (about.find(([word]) => word.test(path))?.[1] ?? 'orders')
      asked.push(...(await ids(kind)).map((id) => `${path.replace(/:id(\(.*?\))?/, String(id))}?depth=3&${beside}`))
    } else asked.push(`${path.replace(/:\w+(\(.*?\))?/g, 'x')}?${slugs.includes(own) ? 'limit=100&depth=1&sort=id' : beside}`)
  }
  return [...new Set(asked)]
}

/** Moments, and ids made for what was never stored, are others each time. */
const settled = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\d[T ][\d:.]+(Z|\+\d\d)?/g, 'now')
    .replace(/"id":"[0-9a-f]{24}"/g, '"id":""')
    .replace(/("created":\{"slug":"[a-z-]+","id":)\d+/g, '$1')

/** A history without what this very story printed. */
const withoutPrints = (text: string): string => {
  const told = JSON.parse(text) as { entries?: { what: string }[] }
  return JSON.stringify({ ...told, entries: told.entries?.filter(({ what }) => what !== '打印') })
}

/** What an answer says; of a workbook its cells. */
async function saidBy(raw: Response): Promise<string> {
  const bytes = Buffer.from(await raw.arrayBuffer())
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString()
  const zip = await JSZip.loadAsync(bytes)
  const parts = zip.file(/sharedStrings|worksheets\/[^/]+$/).sort((one, other) => (one.name < other.name ? -1 : 1))
  return (await Promise.all(parts.map((part) => part.async('text')))).join('\n')
}

type Answers = Map<string, string>

async function everyAnswer(name: string): Promise<Answers> {
  const token = house.people[name]?.token ?? ''
  const answers: Answers = new Map()
  const keep = (asked: string, status: number, text: string) => answers.set(asked, `${String(status)} ${settled(text)}`)
  const isHis = (at: number): boolean => (at + persons.indexOf(name)) % 2 === 0
  for (const asked of (await questionsOf(name)).filter((_, at) => isHis(at))) {
    const { status, raw } = await app.api.get(asked, { token })
    const said = await saidBy(raw)
    keep(asked, status, asked.startsWith('/history/') && status === 200 ? withoutPrints(said) : said)
  }
  for (const [at, { name: field, type, args }] of schema.queries.entries()) {
    if (!isHis(at) || field === 'AuditLogs' || !args.some((arg) => arg.name === 'limit')) continue
    const docs = schema.types.get(innermost(type).name ?? '')?.fields?.find((one) => one.name === 'docs')
    if (!docs) continue
    const { status, body } = await app.api.graphql(
      `{ ${field}(limit: 9, sort: "id") { totalDocs docs ${plainFields(schema, docs.type, 2)} } }`,
      { token },
    )
    keep(`GraphQL ${field}`, status, JSON.stringify(body))
  }
  const post = async (asked: string, body: object) => {
    const answer = await app.api.post(asked, { token, body })
    keep(`${asked} ${JSON.stringify(body)}`, answer.status, JSON.stringify(answer.body))
  }
  const [customer] = await table.granted(name, 'customers', 'read')
  const line = { item: house.item, qty: 1, price: 50, cost: 3, newPrice: 46 }
  await post('/pricing/resolve', { customer, currency: 'CNY', lines: [{ item: house.item, qty: 5 }] })
  for (const slug of documents.filter((_, at) => isHis(at))) {
    await post(`/${slug}/check`, { customer, name: '铆钉', kind: 'standard', warehouse: house.f.warehouse.id, lines: [line] })
    for (const id of sampled(await table.granted(name, slug, 'read')).slice(-1)) {
      await post(`/${slug}/check`, { id })
      const { body } = await app.api.get(`/${slug}/${String(id)}/verbs`, { token })
      const verbs = ((body as { verbs?: { name: string }[] } | undefined)?.verbs ?? []).map((verb) => verb.name)
      for (const verb of verbs) await post(`/${slug}/${String(id)}/${verb}`, { reason: 'x', dryRun: true })
      if (verbs[0]) await post(`/${slug}/bulk/${verbs[0]}`, { ids: [id], reason: 'x', dryRun: true })
    }
  }
  // sheets on paper and in the mail, whichever he may print; of a mail what its subject would say. Each is drawn for one of these people
  for (const { slug, name: sheet } of prints.filter((_, at) => isHis(at)))
    for (const id of sampled(await table.granted(name, slug, 'read')).slice(-1)) {
      const path = `/${slug}/${String(id)}`
      const { status, raw } = await app.api.get(`${path}/print?name=${sheet}`, { token })
      keep(`${path}/print ${sheet}`, status, status === 200 ? (wordsOfPdf(Buffer.from(await raw.arrayBuffer())) ?? '') : await raw.text())
      const said = Object.keys(placeholders).map((each) => `{{${each}}}`).join(' ') // prettier-ignore
      await post(`${path}/mail`, { name: sheet, to: 'somebody@example.com', confirmed: true, dryRun: true, subject: said, message: said })
    }
  return answers
}

/** Who does not know what: cost, minimum and limit; the bank as well; prices as well; and who sets the house up without knowing any. Each asks every second question. */
const persons = ['sales, all', 'pmc', 'warehouse', 'admin']

describe.each(persons)('%s', (name) => {
  const closed: { slug: string; path: string }[] = []
  let before: Answers

  test('asks every door there is', async () => {
    const req = { user: { ...table.persons.get(name), collection: 'users' }, payload: app.payload } as unknown as PayloadRequest
    // an account's own secrets are other people's, not figures: a password made another one ends the sessions of all
    for (const slug of slugs.filter((one) => one !== 'users')) for (const path of await closedFields(req, fieldsOf(slug))) closed.push({ slug, path }) // prettier-ignore
    before = await everyAnswer(name)
    const answered = [...before.values()].filter((answer) => answer.startsWith('200')).length
    expect([answered > 150, closed.length > 20]).toEqual([true, true])
  })

  test('is answered the same whatever the figures closed to him are', async () => {
    expect(await stored.change(closed)).toBeGreaterThan(10)
    const after = await everyAnswer(name)
    await stored.restore()
    const told = [...before]
      .filter(([asked, answer]) => after.get(asked) !== answer)
      .map(([asked, answer]) => ({ asked, ...firstDifference(answer, after.get(asked) ?? '') }))
    expect(told).toEqual([])
  })

  test('learns from no file he brings whether a figure closed to him was guessed', async () => {
    const token = house.people[name]?.token ?? ''
    const person = table.persons.get(name) ?? null
    const req = await createLocalReq({ user: { ...person, collection: 'users' } as never }, app.payload)
    for (const { kind, columns, records, roles } of definitions) {
      if (!holdsRole(person, ...roles)) continue
      const [id] = slugs.includes(records.slug) ? await table.granted(name, records.slug, 'update') : []
      const guessed = closed.filter(({ slug, path }) => slug === records.slug && columns(req).some((column) => column.name === path))
      if (id === undefined || guessed.length === 0) continue
      const record = (await app.payload.findByID({
        collection: records.slug as CollectionSlug,
        id,
        depth: 0,
        overrideAccess: true,
      })) as unknown as Record<string, unknown>
      for (const { path } of guessed) {
        const ask = async (value: unknown) => {
          const file = new FormData()
          file.set('file', new Blob([`code,${path}\n${String(record['code'])},${String(value)}\n`]), 'x.csv')
          const { status, body } = await app.api.post(`/import/${kind}?dryRun=true`, { token, body: file })
          return settled(JSON.stringify([status, body])).replaceAll(String(value), '·')
        }
        expect({ kind, path, told: await ask(record[path] ?? 987) }).toEqual({ kind, path, told: await ask(654) })
      }
    }
  })
})

function firstDifference(one: string, other: string): { before: string; after: string } {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return { before: one.slice(Math.max(0, at - 120), at + 60), after: other.slice(Math.max(0, at - 120), at + 60) }
}
