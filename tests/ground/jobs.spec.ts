import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, type PayloadRequest } from 'payload'
import pg from 'pg'

import { enqueue } from '@/src/db/enqueue'
import { inTransaction } from '@/src/db/transaction'

import { startApp, type TestApp } from '../support/app'

let app: TestApp
let runDueJobs: (typeof import('../support/runDueJobs'))['runDueJobs']

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'fatal' } })
  ;({ runDueJobs } = await import('../support/runDueJobs'))
})
afterAll(() => app.close())

const write = async (req: PayloadRequest, key: string): Promise<number> => {
  const mail = {
    key,
    to: 'chen@example.com',
    subject: '订单待评审',
    text: '请评审 SO20261123-0001',
    language: 'zh',
    status: 'queued',
    attempts: 0,
  }
  const { id } = await req.payload.create({ collection: 'outbox', data: mail as never, depth: 0, overrideAccess: true, req })
  await enqueue({ req, task: 'sendMail', payload: { outbox: id }, key })
  return Number(id)
}
const send = async (key: string): Promise<number> => {
  const req = await createLocalReq({}, app.payload)
  return inTransaction(req, () => write(req, key))
}
const fate = (id: number) => app.payload.findByID({ collection: 'outbox', id, depth: 0, overrideAccess: true })
const files = async () => (await readdir(path.join(app.dataDir, 'mail')).catch(() => [])).sort()

test('a mail goes out once, though its job runs twice; the outbox shows its fate', async () => {
  const id = await send('once')
  await runDueJobs({ payload: app.payload })
  const req = await createLocalReq({}, app.payload)
  await inTransaction(req, () => enqueue({ req, task: 'sendMail', payload: { outbox: id }, key: 'once' }))
  await runDueJobs({ payload: app.payload })
  expect(await fate(id)).toMatchObject({ status: 'sent', attempts: 1 })
  expect(await files()).toEqual(['once.eml'])
  expect(await readFile(path.join(app.dataDir, 'mail/once.eml'), 'utf8')).toContain('To: chen@example.com')
})

test('what is rolled back is not told', async () => {
  const req = await createLocalReq({}, app.payload)
  await expect(
    inTransaction(req, async () => {
      await write(req, 'never')
      throw new Error('the order was refused')
    }),
  ).rejects.toThrow('the order was refused')
  await runDueJobs({ payload: app.payload })
  expect(await files()).not.toContain('never.eml')
})

test('a mail that is not taken stays queued with its error, and goes out at a later try', async () => {
  await rm(path.join(app.dataDir, 'mail'), { recursive: true })
  await writeFile(path.join(app.dataDir, 'mail'), 'a file where the folder should be')
  const id = await send('later')
  await runDueJobs({ payload: app.payload })
  expect(await fate(id)).toMatchObject({ status: 'queued', attempts: 1, lastError: expect.stringMatching(/EEXIST|ENOTDIR/) })
  await rm(path.join(app.dataDir, 'mail'))
  const adapter = app.payload.db as unknown as { pool: { query: (sql: string) => Promise<{ rows: Array<{ waits: boolean }> }> } }
  const { rows } = await adapter.pool.query("select run_at > now() as waits from graphile_worker._private_jobs where key = 'later'")
  expect(rows).toEqual([{ waits: true }])
  await adapter.pool.query("update graphile_worker._private_jobs set run_at = now() where key = 'later'")
  await runDueJobs({ payload: app.payload })
  expect(await fate(id)).toMatchObject({ status: 'sent', attempts: 2, lastError: null })
  expect(await files()).toEqual(['later.eml'])
})

test('two workers share thirty jobs: each mail goes out once', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, (_, index) => send(`shared-${index}`)))
  await Promise.all([runDueJobs({ payload: app.payload }), runDueJobs({ payload: app.payload })])
  const { docs } = await app.payload.find({ collection: 'outbox', where: { id: { in: ids } }, limit: 0, depth: 0, overrideAccess: true })
  expect(docs.every((mail) => mail.status === 'sent' && mail.attempts === 1)).toBe(true)
})

test('the books are proven every night: what is found is written down, shown to administrators alone, and told to them', async () => {
  const admin = { email: 'watch@example.com', password: 'secret-word', name: '管理员', roles: ['admin'], language: 'zh' }
  const clerk = { ...admin, email: 'clerk@example.com', roles: ['sales'] }
  for (const data of [admin, clerk]) await app.payload.create({ collection: 'users', data: data as never, overrideAccess: true })
  const [own, others] = [await app.api.login(admin.email, admin.password), await app.api.login(clerk.email, clerk.password)]
  const prove = async () => {
    const req = await createLocalReq({}, app.payload)
    await inTransaction(req, () => enqueue({ req, task: 'proveBooks', payload: {}, key: 'prove' }))
    await runDueJobs({ payload: app.payload })
    const { body } = await app.api.get('/system', { token: own })
    return body.proofs.find(({ kind }: { kind: string }) => kind === 'ledgers')
  }
  expect(await prove()).toMatchObject({ differences: 0, first: [] })

  const database = new pg.Client({ connectionString: app.database.url })
  await database.connect()
  await database.query(`insert into credit_balances (object_kind, object_id, orders) values ('customers', 1, 5)`)
  await database.end()
  expect(await prove()).toMatchObject({ differences: 1, first: [expect.stringContaining('credit_balances customers/1')] })
  const { docs } = await app.payload.find({ collection: 'notifications', where: { kind: { equals: 'books' } }, depth: 0 })
  expect(docs).toEqual([expect.objectContaining({ title: '账目核对发现 1 处差异' })])

  expect((await app.api.get('/system', { token: others })).status).toBe(403)
  expect((await app.api.get('/system')).status).toBe(401)
  expect((await app.api.post('/system/mails', { token: others })).status).toBe(403)
})

test('an administrator sends again what has failed', async () => {
  const id = await send('again')
  await app.payload.update({
    collection: 'outbox',
    id,
    data: { status: 'failed', attempts: 10, lastError: '550 no' },
    overrideAccess: true,
  })
  const token = await app.api.login('watch@example.com', 'secret-word')
  const { body } = await app.api.get('/system', { token })
  expect(body.troubled).toEqual([expect.objectContaining({ id, error: '550 no', attempts: 10 })])
  expect((await app.api.post('/system/mails', { token })).body).toEqual({ mails: 1 })
  await runDueJobs({ payload: app.payload })
  expect(await fate(id)).toMatchObject({ status: 'sent' })
})
