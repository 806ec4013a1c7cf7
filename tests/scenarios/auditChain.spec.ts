import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, type PayloadRequest } from 'payload'
import pg from 'pg'

import { inSnapshot, inTransaction } from '@/src/db/transaction'
import { grantWriter } from '@/src/db/writerRole'
import { chainAuditLog, verifyAuditLog } from '@/src/ledger/auditChain'
import { forgetHeads, keptHead } from '@/src/server/jobs/keptHead'
import { chainAudit } from '@/src/server/jobs/tasks/chainAudit'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory
let ownerUrl = ''

beforeAll(async () => {
  // as a server does: the tables are the owner's, the application has a role of its own
  app = await startApp({
    environment: { LOG_LEVEL: 'silent' },
    through: async (owner) => {
      ownerUrl = owner
      const writer = { name: `app${new URL(owner).pathname.slice(1)}`, password: 'for the tests only' }
      await grantWriter({ connectionString: owner, writer })
      return Object.assign(new URL(owner), { username: writer.name, password: writer.password }).href
    },
  })
  f = await openFactory(app)
})
afterAll(() => app.close())

type Line = { id: number; verb: string; slug: string; no: string | null; reason: string | null; client: string | null; changes: unknown }
const linesOf = async (where: string): Promise<Line[]> =>
  done(await app.api.get(`/audit-log?limit=100&sort=id&depth=0&${where}`, { token: f.admin.token })).docs

/** As whoever has the owner's password. */
async function asOwner(statement: string, values: unknown[] = [], before = 'select 1'): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(before)
    await client.query(statement, values)
  } finally {
    await client.end()
  }
}

test('the log is chained: the first line that was altered or taken away is named', async () => {
  const asked = async () => createLocalReq({}, app.payload)
  const chain = async () => {
    const req = await asked()
    return inTransaction(req, () => chainAuditLog(req))
  }
  const verify = async () => {
    const req = await asked()
    return inSnapshot(req, () => verifyAuditLog(req))
  }
  expect(await chain()).toBeGreaterThan(5)
  expect(await chain()).toBe(0)
  const whole = await verify()
  expect(whole).toMatchObject({ first: null, unchained: 0, head: expect.stringMatching(/^[0-9a-f]{64}$/) })

  await f.customer()
  expect((await verify()).unchained).toBeGreaterThan(0)
  await chain()
  expect((await verify()).chained).toBeGreaterThan(whole.chained)

  const ids = (await linesOf('')).map(({ id }) => id)
  const [altered, missing] = [ids[5] as number, ids[3] as number]
  await expect(asOwner('update audit_log set reason = $1 where id = $2', ['x', altered])).rejects.toThrow('append-only')
  await expect(asOwner('delete from audit_chain where audit_id = $1', [altered])).rejects.toThrow('append-only')
  const forge = (statement: string, values: unknown[]) => asOwner(statement, values, 'set session_replication_role = replica')
  await forge('update audit_log set user_name = $1 where id = $2', ['somebody else', altered])
  expect((await verify()).first).toEqual({ line: altered, what: 'altered' })
  await forge('delete from audit_log where id = $1', [missing])
  expect((await verify()).first).toEqual({ line: missing, what: 'missing' })
  await forge('delete from audit_chain where audit_id = $1', [missing])
  expect((await verify()).first).toMatchObject({ what: 'chain' })
})

test('what owns the database cannot hide is named all the same: a line put in among older ones, an end cut off, a chain made anew', async () => {
  const inBook = async <Result>(work: (req: PayloadRequest) => Promise<Result>): Promise<Result> => {
    const req = await createLocalReq({}, app.payload)
    return inTransaction(req, () => work(req))
  }
  const forge = (statement: string, values: unknown[] = []) => asOwner(statement, values, 'set session_replication_role = replica')
  const asked = (head: string | null = null) => inBook(async (req) => verifyAuditLog(req, { kept: await keptHead(req), head }))
  // a log of its own, from its beginning
  await forge('truncate audit_log, audit_chain')
  await inBook(() => forgetHeads())
  for (let each = 0; each < 6; each += 1) await f.customer()
  const runChain = () => chainAudit({ payload: app.payload } as Parameters<typeof chainAudit>[0])
  await runChain()
  const whole = await asked()
  expect(whole).toMatchObject({ first: null, knows: true })
  const head = (await inBook((req) => keptHead(req)))!
  expect(head).toMatchObject({ seq: whole.chained, hash: whole.head })

  // more is written: what was kept still stands; one made up does not
  await f.customer()
  await runChain()
  expect(await asked(head.hash)).toMatchObject({ first: null, knows: true })
  expect(await asked('0'.repeat(64))).toMatchObject({ first: null, knows: false })

  // two lines change places
  const swap = (one: number, other: number) =>
    forge('update audit_log set no = (select b.no from audit_log b where b.id = case when audit_log.id = $1 then $2::int else $1::int end) where id in ($1, $2)', [one, other]) // prettier-ignore
  const ids = (await linesOf('')).map(({ id }) => id)
  const [first = 0, second = 0] = ids
  await swap(first, second)
  expect((await asked()).first).toEqual({ line: first, what: 'altered' })
  await swap(first, second)
  expect((await asked()).first).toBeNull()

  // one is put in where a number was free, as if it had always stood there; chained by the house or not
  await forge('insert into audit_log (id, at, slug, verb, changes) values ($1, $2, $3, $4, $5)', [1, '2020-01-01T00:00:00Z', 'users', 'login', '[]']) // prettier-ignore
  expect((await asked()).first).toEqual({ line: 1, what: 'inserted' })
  await runChain()
  expect((await asked()).first).toEqual({ line: 1, what: 'inserted' })
  await forge('delete from audit_chain where audit_id = 1')
  await forge('delete from audit_log where id = 1')

  // the end is cut off, log and chain alike: the database itself is of one piece
  const end = (await inBook((req) => keptHead(req)))!
  await forge('delete from audit_log where id = $1', [end.line])
  await forge('delete from audit_chain where audit_id = $1', [end.line])
  expect((await asked()).first).toEqual({ line: end.line, what: 'cut' })
  // and written anew by the house, which does not forget what it kept
  await f.customer()
  await runChain()
  expect((await asked()).first).toMatchObject({ what: 'rewritten' })
  expect(await inBook((req) => keptHead(req))).toEqual(end)
})
