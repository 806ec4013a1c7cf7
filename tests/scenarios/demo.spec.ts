import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import JSZip from 'jszip'
import { createLocalReq } from 'payload'
import pg from 'pg'

import { reports } from '@/reports'
import { exportTables } from '@/src/db/backup/exportTables'
import { ExportFolderError, importTables } from '@/src/db/backup/importTables'

import { postgresOf } from '@/src/db/postgres'
import { inTransaction } from '@/src/db/transaction'
import { demoAccounts } from '@/src/demo/accounts'
import { tellOfSeed } from '@/src/demo/tellOfSeed'
import { allKinds } from '@/src/domain/kinds'
import { allowedVerbs } from '@/src/domain/kernel/steps'
import { daysBetween } from '@/src/domain/kernel/businessDate'
import { businessDateOf } from '@/src/domain/kernel/instant'

import { env } from '@/src/env/env'
import { uploadFolder } from '@/src/files/uploadFolder'
import { writeCompanyArchive } from '@/src/server/jobs/companyArchive'
import { chainAuditLog } from '@/src/ledger/auditChain'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { createTestDatabase } from '../support/database'
import { defaultsOf } from '../support/reportQuestions'
import { codesOf, done } from '../support/story'
import { type Pressed, pressAllOffered } from '../support/whatIsOffered'

let app: TestApp
let token: string
const seed = () => tellOfSeed({ payload: app.payload, story: 'demo', say: () => undefined })

const statuses = async (slug: string): Promise<Record<string, number>> => {
  const { body } = await app.api.get(`/${slug}?depth=0&limit=500&pagination=false`, { token })
  const counted: Record<string, number> = {}
  for (const { status } of body.docs) counted[status] = (counted[status] ?? 0) + 1
  return counted
}

const password = '先看看样子 before we begin'
type Line = { at?: number; of?: number; accounts?: Array<{ email: string }>; error?: string }

/** Refusals that say what to put right in the document or in what was typed. */
const curable = new Set([
  'INVALID_INPUT',
  'PRICE_UNKNOWN',
  'APPROVAL_PICTURE_REQUIRED',
  'CREDIT_LIMIT_EXCEEDED',
  'RELEASE_REQUIRED',
  'NOT_AVAILABLE',
])

/** As the home page of an empty company loads it: line by line. */
const load = async (by: string, body: object) => {
  const answer = await app.api.send<{ errors?: unknown }>('POST', '/setup/demonstration', { token: by, body })
  const text = answer.status === 200 ? await answer.raw.text() : ''
  return { ...answer, lines: text.split('\n').flatMap((line): Line[] => (line === '' ? [] : [JSON.parse(line) as Line])) }
}
let loaded: Line[]
let administrator: string

beforeAll(async () => {
  app = await startApp()
  const first = { email: 'first@factory.example', name: '张一', password: 'a house without people', roles: ['admin' as const] }
  await app.payload.create({ collection: 'users', data: { ...first, language: 'zh' }, overrideAccess: true })
  administrator = await app.api.login(first.email, first.password)
  expect((await load(administrator, { password: 'gendan-demo' })).status).toBe(400) // the public one opens no house on a net
  ;({ lines: loaded } = await load(administrator, { password }))
  token = await app.api.login('gm@demo.example', password)
})
afterAll(() => app.close())

test('the administrator of an empty company loads the demonstration and sees how far it is; only he, only once', async () => {
  const steps = loaded.slice(0, -1)
  expect(steps.length).toBeGreaterThan(5)
  expect(steps).toEqual(steps.map((_, index) => ({ at: index + 1, of: steps.length })))
  expect(loaded.at(-1)?.accounts).toHaveLength(demoAccounts.length)
  expect([(await load(token, { password })).status, (await load('', { password })).status]).toEqual([403, 401])
  const again = await load(administrator, { password })
  expect([again.status, codesOf(again)]).toEqual([409, ['BOOKS_IN_USE']])
})

test('who loaded it is on record; every version of every document has its one line, of a step of its table', async () => {
  const lines = done(await app.api.get('/audit-log?depth=0&where[verb][equals]=import', { token })).docs
  expect(lines).toEqual([expect.objectContaining({ slug: 'company', userName: '张一' })])
  const { pool } = postgresOf(app.payload)
  for (const { slug, states, steps } of allKinds) {
    const { rows } = await pool.query<{ id: number; version: number; verbs: (string | null)[] }>(
      `select d.id, d.version::int as version, array_agg(a.verb order by a.version, a.id) as verbs
       from "${slug.replaceAll('-', '_')}" d cross join generate_series(1, d.version::int) v
       left join audit_log a on a.slug = $1 and a.document_id = d.id::text and a.version = v and a.verb <> 'sellBelowMinimum' group by 1, 2`,
      [slug],
    )
    const known = new Set(['create', 'save', ...Object.keys(states).flatMap((state) => allowedVerbs(steps, state))])
    for (const { id, version, verbs } of rows) {
      expect([slug, id, verbs.length, verbs.filter((verb) => verb === null)]).toEqual([slug, id, version, []])
      expect([slug, id, verbs.filter((verb) => !known.has(String(verb)))]).toEqual([slug, id, []])
    }
  }
})

test('the demonstration is told through the real steps and its books agree', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})

test('every state of quotes, orders, deliveries, invoices and receipts is there to be seen', async () => {
  expect(await statuses('quotes')).toEqual({
    draft: 2,
    submitted: 1,
    approved: 1,
    sent: 2,
    confirmed: 1,
    lost: 1,
    cancelled: 1,
    ordered: 1,
    partlyOrdered: 1,
  })
  expect(await statuses('orders')).toEqual({
    draft: 4,
    inReview: 3,
    awaitingRuling: 1,
    reviewFailed: 1,
    reviewed: 2,
    approved: 19,
    closed: 9,
    cancelled: 1,
  })
  expect(await statuses('deliveries')).toEqual({ draft: 1, issued: 22 })
  expect(await statuses('invoices')).toEqual({ draft: 2, approved: 14 })
  expect(await statuses('receipts')).toEqual({ approved: 8, reversed: 1 })
  expect(await statuses('stock-receipts')).toEqual({ draft: 1, posted: 6 })
  expect(await statuses('stock-transfers')).toEqual({ draft: 1, inTransit: 1, received: 1 })
  expect(await statuses('stock-freezes')).toEqual({ draft: 1, posted: 1 })
  expect(await statuses('returns')).toEqual({ draft: 1, received: 1, inspected: 1 })
})

test('one order waits for its credit release, one is on hold, one has an advance; invoices are overdue', async () => {
  const found = async (slug: string, where: string): Promise<number> =>
    (await app.api.get(`/${slug}?depth=0&${where}`, { token })).body.totalDocs
  expect(await found('orders', 'where[creditStatus][equals]=alarmed')).toBe(1)
  expect(await found('orders', 'where[hold][equals]=true')).toBe(1)
  expect(await found('receipts', 'where[onOrder][exists]=true&where[allocation][equals]=none')).toBe(1)
  const today = new Date().toISOString().slice(0, 10)
  expect(await found('invoices', `where[dueDate][less_than]=${today}&where[settlement][not_equals]=full`)).toBeGreaterThanOrEqual(4)
})

test('samples from the first wish to the formal item, in the time they took', async () => {
  expect(await statuses('samples')).toEqual({
    draft: 1,
    inPreparation: 1,
    sent: 1,
    changeRequested: 1,
    approvedByCustomer: 1,
    converted: 1,
  })
  expect(await statuses('feedback-rounds')).toEqual({ awaiting: 1, changeRequested: 2, approved: 2 })
  expect(await statuses('sample-work-orders')).toEqual({ inWork: 1, completed: 5 })
  const { body } = await app.api.get('/samples?depth=0&where[status][equals]=sent', { token })
  const day = (instant: string) => businessDateOf({ instant, timeZone: 'Asia/Shanghai' })
  expect(daysBetween(day(body.docs[0].statusSince), day(new Date().toISOString()))).toBe(12)
})

test('one customer is near the limit, one price waits to be released, goods are frozen and under way', async () => {
  const found = async (slug: string, where: string) => (await app.api.get(`/${slug}?depth=0&${where}`, { token })).body
  const [near] = (await found('customers', 'where[code][equals]=C014')).docs
  const credit = await found(`credit/customers/${near.id}`, '')
  expect([credit.limit, credit.exposure]).toEqual([20_000, 18_370.1])
  expect((await found('price-releases', 'where[status][equals]=open')).totalDocs).toBe(1)
  const { rows } = await found('availability', '')
  expect(rows.some(({ frozen }) => Number(frozen) > 0)).toBe(true)
})

test('what is offered can succeed: every button of every kind of document in each of its states, for everybody', async () => {
  const today = businessDateOf({ instant: new Date().toISOString(), timeZone: 'Asia/Shanghai' })
  const pressed: Pressed[] = []
  for (const { email, name } of demoAccounts)
    pressed.push(...(await pressAllOffered({ app, token: await app.api.login(email, password), who: name, today })))
  expect(pressed.length).toBeGreaterThan(300)
  // what is wrong with the document, or what nothing was typed for, may be put right; anything else stands in the way of the button itself
  expect(pressed.flatMap(({ codes, ...where }) => codes.filter((code) => !curable.has(code)).map((code) => ({ code, ...where })))).toEqual(
    [],
  )
})

test('a second telling changes nothing and says so', async () => {
  const before = await statuses('orders')
  expect(await seed()).toBe('there')
  expect(await statuses('orders')).toEqual(before)
})

/** Every report of these books, asked nothing in particular, by whoever sees everything. */
async function told(url: string): Promise<Array<[string, unknown[]]>> {
  const today = new Date().toISOString().slice(0, 10)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const answers: Array<[string, unknown[]]> = []
    for (const report of reports) {
      const params = defaultsOf(report.name, today)
      const { text, values } = report.query({ params: params as never, scope: { kind: 'all' }, warehouses: null, roles: [], today })
      answers.push([report.name, (await client.query(text, values as unknown[])).rows])
    }
    return answers
  } finally {
    await client.end()
  }
}

test('the books go out as tables and come into empty books as they were: every row, every report, to the cent', async () => {
  const folders = await Promise.all([0, 1].map(() => mkdtemp(path.join(os.tmpdir(), 'gendan-books-'))))
  const [out = '', again = ''] = folders
  // a robot's address stays inside; what comes in again is switched off, and the same otherwise
  const robot = {
    name: '群机器人',
    kind: 'wecom',
    newAddress: 'https://8.8.8.8/robot?key=x',
    address: '',
    events: ['orders.submit'],
  } as const
  await app.payload.create({ collection: 'webhooks', data: { ...robot, events: [...robot.events] }, overrideAccess: true })
  // the log is chained all day long, and its chain goes along
  const req = await createLocalReq({}, app.payload)
  await inTransaction(req, () => chainAuditLog(req))
  const written = await exportTables({ connectionString: app.database.url, folder: out })
  const empty = await createTestDatabase()
  try {
    expect(await importTables({ connectionString: empty.url, folder: out })).toEqual(written)
    await exportTables({ connectionString: empty.url, folder: again })
    const names = await readdir(out)
    expect(await readdir(again)).toEqual(names)
    const rowsOf = async (folder: string, name: string) => (await readFile(path.join(folder, name), 'utf8')).split('\n').sort()
    for (const name of names) expect([name, await rowsOf(again, name)]).toEqual([name, await rowsOf(out, name)])
    expect(await told(empty.url)).toEqual(await told(app.database.url))
    const secrets = (await readFile(path.join(out, 'users.csv'), 'utf8')).split('\n', 1)[0]
    expect(secrets).not.toMatch(/hash|salt|token/)
    await expect(importTables({ connectionString: empty.url, folder: out })).rejects.toThrow(ExportFolderError)
  } finally {
    await empty.drop()
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
  }
})

const bytesBelow = async (folder: string): Promise<Array<[string, string]>> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name))
  const read = await Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ),
  )
  return files.map((file, index): [string, string] => [path.relative(folder, file), read[index] ?? '']).sort(([a], [b]) => (a < b ? -1 : 1))
}

test('the archive of the button, unpacked, is read into empty books by its command: every report and every file', async () => {
  const [folder = '', elsewhere = ''] = await Promise.all([0, 1].map(() => mkdtemp(path.join(os.tmpdir(), 'gendan-archive-'))))
  const archive = path.join(folder, 'archive.zip')
  const unpacked = path.join(folder, 'unpacked')
  const req = await createLocalReq({}, app.payload)
  await writeCompanyArchive({ req, out: createWriteStream(archive), progress: () => Promise.resolve() })
  const { files } = await JSZip.loadAsync(await readFile(archive))
  for (const [name, entry] of Object.entries(files).filter(([, { dir }]) => !dir)) {
    await mkdir(path.dirname(path.join(unpacked, name)), { recursive: true })
    await writeFile(path.join(unpacked, name), await entry.async('nodebuffer'))
  }
  const empty = await createTestDatabase()
  try {
    const command = ['--conditions=production', '--import', 'tsx', 'src/server/commands/import.ts', 'export', unpacked]
    const environment = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: empty.url, DATA_DIR: elsewhere }
    const { code, said } = await new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = spawn(process.execPath, command, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
      child.on('close', (code) => resolve({ code, said }))
    })
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('files beside them') })
    expect(await told(empty.url)).toEqual(await told(app.database.url))
    const here = await bytesBelow(uploadFolder(''))
    expect(here.length).toBeGreaterThan(3)
    env.DATA_DIR = elsewhere
    const there = uploadFolder('')
    env.DATA_DIR = app.dataDir
    expect(await bytesBelow(there)).toEqual(here)
  } finally {
    await empty.drop()
    await Promise.all([folder, elsewhere].map((one) => rm(one, { recursive: true, force: true })))
  }
})
