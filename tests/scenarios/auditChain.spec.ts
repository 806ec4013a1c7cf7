import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq, type PayloadRequest } from 'payload'
import pg from 'pg'

import { inSnapshot, inTransaction } from '@/src/db/transaction'
import { grantWriter } from '@/src/db/writerRole'
import { type AuditBreak, chainAuditLog, headOfChain, verifyAuditLog } from '@/src/ledger/auditChain'
import { appendAudit } from '@/src/ledger/auditLog'
import { query, sql } from '@/src/ledger/query'
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

class Undone extends Error {}

/** What somebody does to the log who has the owner's password and knows how the house chains. Answers which line must be named; any, where there is no single one. */
type Tampering = (at: {
  req: PayloadRequest
  place: number
  more: number
  chained: boolean
}) => Promise<{ line?: number; what: Array<AuditBreak['what']> }>

const columns = 'at user_id user_name slug document_id no verb version changes reason client'.split(' ')
const others: Record<string, string> = { at: `at + interval '1 second'`, user_id: 'coalesce(user_id, 0) + 1', version: 'coalesce(version, 0) + 1', changes: `'[{"path":"price","before":1,"after":2}]'::jsonb` } // prettier-ignore
const copied = columns.join(', ')

const lineAt = async (req: PayloadRequest, place: number): Promise<number> => {
  const [line] = await query<{ id: number }>(req, sql`select id from audit_log order by id offset ${place}::int % (select count(*) from audit_log) limit 1`) // prettier-ignore
  return line?.id ?? 0
}
const freeNumber = async (req: PayloadRequest, near: number): Promise<number> => {
  const [free] = await query<{ id: number }>(req, sql`select n as id from generate_series(1, (select max(id) + 1 from audit_log)) n where not exists (select from audit_log a where a.id = n) order by abs(n - ${near}::int) limit 1`) // prettier-ignore
  return free?.id ?? 0
}
/** The chain made anew over what stands in the log now, as the house would make it. */
const madeAnew = async (req: PayloadRequest): Promise<void> => {
  await query(req, sql`delete from audit_chain`)
  await chainAuditLog(req)
}

const tamperings: Record<string, Tampering> = {
  alters: async ({ req, place, more, chained }) => {
    const [line, column = ''] = [await lineAt(req, place), columns[more % columns.length]]
    await query(
      req,
      sql`update audit_log set ${sql.raw(`${column} = ${others[column] ?? `coalesce(${column}, '') || 'x'`}`)} where id = ${line}::int`,
    )
    if (chained) await madeAnew(req)
    return { line, what: ['altered'] }
  },
  removes: async ({ req, place, more, chained }) => {
    const line = await lineAt(req, place)
    await query(req, sql`delete from audit_log where id = ${line}::int`)
    if (more % 2 === 0) return { line, what: ['missing'] }
    if (chained) await madeAnew(req)
    else await query(req, sql`delete from audit_chain where audit_id = ${line}::int`)
    return { what: chained ? ['rewritten', 'cut'] : ['chain', 'cut'] }
  },
  inserts: async ({ req, place, more, chained }) => {
    const near = await lineAt(req, place)
    const line = await freeNumber(req, near)
    // as it stands there, with the seal of its neighbour, with one made up
    const seal = ['null', 'seal', `split_part(seal, '.', 1) || '.x.' || md5('x')`, `'other.x.x'`][more % 4] ?? ''
    await query(req, sql`insert into audit_log (id, ${sql.raw(copied)}, seal) select ${line}::int, ${sql.raw(copied)}, ${sql.raw(seal)} from audit_log where id = ${near}::int`) // prettier-ignore
    if (chained) await chainAuditLog(req)
    return { line, what: ['altered', 'inserted'] }
  },
  swaps: async ({ req, place, more, chained }) => {
    const one = await lineAt(req, place)
    const [other] = await query<{ id: number }>(req, sql`select b.id from audit_log a join audit_log b on (b.at, b.verb, b.no, b.document_id) is distinct from (a.at, a.verb, a.no, a.document_id) where a.id = ${one}::int order by abs(b.id - a.id) offset ${more % 5} limit 1`) // prettier-ignore
    const pair = sql`(${one}::int, ${other?.id ?? 0}::int)`
    await query(req, sql`update audit_log a set (${sql.raw(copied)}, seal) = (select ${sql.raw(copied)}, seal from audit_log b where b.id in ${pair} and b.id <> a.id) where id in ${pair}`) // prettier-ignore
    if (chained) await madeAnew(req)
    return { line: Math.min(one, other?.id ?? 0), what: ['altered'] }
  },
  truncates: async ({ req, place, more, chained }) => {
    const line = await lineAt(req, place)
    await query(req, sql`delete from audit_chain where seq >= (select seq from audit_chain where audit_id = ${line}::int)`)
    await query(req, sql`delete from audit_log a where not exists (select from audit_chain c where c.audit_id = a.id)`)
    if (more % 2 === 0) await query(req, sql`truncate audit_log, audit_chain`)
    if (chained) await chainAuditLog(req)
    return { what: ['cut'] }
  },
}

test('a hundred ways to alter, remove, insert, swap and truncate at random places: each is named, whoever has the password of the owner', async () => {
  const forge = (statement: string) => asOwner(statement, [], 'set session_replication_role = replica')
  const [owner, writer] = [new URL(ownerUrl).username, new URL(process.env.DATABASE_URL as string).username]
  await forge('truncate audit_log, audit_chain')
  const item = await f.item({ availabilityMode: 'off' })
  for (let each = 0; each < 4; each += 1) await f.approvedOrder((await f.customer()).id, [{ item: item.id, qty: 1 }])
  // a number that nothing stands at, as a deed leaves one that was undone
  await forge(`select nextval('audit_log_id_seq')`)
  for (let each = 0; each < 4; each += 1) await f.customer()
  const begun = await createLocalReq({}, app.payload)
  await inTransaction(begun, () => chainAuditLog(begun))
  const reading = await createLocalReq({}, app.payload)
  const kept = await inTransaction(reading, () => headOfChain(reading))
  await forge(`grant ${owner} to ${writer}`)
  try {
    const found = new Set<string>()
    const way = fc.record({
      how: fc.constantFrom(...Object.keys(tamperings)),
      place: fc.nat(10_000),
      more: fc.nat(100),
      chained: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(way, async ({ how, place, more, chained }) => {
        const req = await createLocalReq({}, app.payload)
        const work = inTransaction(req, async () => {
          expect((await verifyAuditLog(req, { kept })).first).toBeNull()
          await query(req, sql.raw(`set local role ${owner}`))
          await query(req, sql`set local session_replication_role = replica`)
          const { line, what } = await (tamperings[how] as Tampering)({ req, place, more, chained })
          const { first } = await verifyAuditLog(req, { kept })
          expect({ how, place, more, chained, first }).toEqual({ how, place, more, chained, first: { line: line ?? expect.any(Number), what: expect.any(String) } }) // prettier-ignore
          expect(what).toContain(first?.what)
          found.add(`${how} ${String(first?.what)}`)
          throw new Undone()
        })
        await expect(work).rejects.toThrow(Undone)
      }),
      { numRuns: 100 },
    )
    expect([...found].map((each) => each.split(' ')[0])).toEqual(expect.arrayContaining(Object.keys(tamperings)))
  } finally {
    await forge(`revoke ${owner} from ${writer}`)
  }
})

test('a log from before there were seals, or of another house, stands by its chain; servers of before get a day to go', async () => {
  const forge = (statement: string) => asOwner(statement, [], 'set session_replication_role = replica')
  const verify = async () => {
    const req = await createLocalReq({}, app.payload)
    return inTransaction(req, async () => {
      await chainAuditLog(req)
      return verifyAuditLog(req)
    })
  }
  const plain = (at: string, seal = 'null') =>
    forge(`insert into audit_log (at, slug, verb, changes, seal) values (${at}, 'users', 'login', '[]', ${seal})`)
  await forge('truncate audit_log, audit_chain')
  await plain(`now() - interval '3 days'`)
  await plain(`now() - interval '2 days'`, `'other.x.x'`)
  expect(await verify()).toMatchObject({ first: null, unsealed: 2 })
  await f.customer()
  await plain('now()')
  expect(await verify()).toMatchObject({ first: null, unsealed: 3 })
  // a day later: whatever comes now without a seal has been put in
  const req = await createLocalReq({}, app.payload)
  await inTransaction(req, () => appendAudit(req, { at: new Date(Date.now() + 90_000_000).toISOString(), user: null, userName: null, slug: 'users', documentId: null, no: null, verb: 'login', version: null, changes: [], reason: null, client: '' })) // prettier-ignore
  expect(await verify()).toMatchObject({ first: null })
  await plain('now()')
  expect((await verify()).first).toMatchObject({ what: 'inserted' })
})
