import pg from 'pg'

import type { Role } from '@/src/domain/people/person'
import { withFreshDatabase } from '@/src/imports/staging/freshDatabase'

import { env } from '@/src/env/env'
import { withDatabase } from '../../withDatabase'
import { spent, statOf } from './processor'

type Answer = Record<string, unknown>
export type BenchHouse = {
  client: pg.Client
  post: (path: string, body: unknown) => Promise<Answer>
  get: (path: string) => Promise<Answer>
  /** The person who does everything. */
  person: number
  /** Her log-in, for a server of its own on this database. */
  login: { email: string; password: string }
  url: string
  /** Processor milliseconds of the database so far, where it runs beside it on Linux. */
  databaseCpu: () => Promise<number>
  /** Processor milliseconds of this process and, where it runs beside it on Linux, of the database, while the work ran. */
  cpuOf: (work: () => Promise<unknown>) => Promise<number>
  /** Statements sent to the database while the work ran. */
  statementsOf: (work: () => Promise<unknown>) => Promise<number>
}

export const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Milliseconds one piece of work takes. */
export async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Processor time of the database's processes so far, in milliseconds, with that of helpers of a question that have ended; 0 where it cannot be told. */
async function databaseCpu(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where datname = current_database()')
  const processes = rows.map(({ pid }) => statOf(pid))
  const parent = processes.find((fields) => fields.length > 0)?.[1]
  return processes.reduce((total, fields) => total + spent(fields, 11), parent ? spent(statOf(parent), 13) : 0)
}

async function cpuOf({ client, work }: { client: pg.Client; work: () => Promise<unknown> }): Promise<number> {
  const [node, database] = [process.cpuUsage(), await databaseCpu(client)]
  await work()
  const { user, system } = process.cpuUsage(node)
  return (user + system) / 1000 + (await databaseCpu(client)) - database
}

/** A database that outlives the bench: the same one whenever the same name is asked for. */
async function withKeptDatabase<Result>(name: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  await client.end()
  return work(Object.assign(new URL(env.DATABASE_URL), { pathname: `/${name}` }).href)
}

/**
 * A migrated house on a database of its own, with one person who may do everything, behind the real REST handlers. It is empty and gone afterwards, or the one
 * that is kept by the name of `keep`.
 */
export const inBenchHouse = (work: (house: BenchHouse) => Promise<void>, keep?: string): Promise<number> =>
  withDatabase(() => {
    const inside = async (url: string): Promise<number> => {
      env.DATABASE_URL = url
      process.env['DATABASE_URL'] = url
      const { migrateDatabase } = await import('@/src/db/migrate')
      await migrateDatabase({ connectionString: url, logLevel: 'warn' })
      const { getPayload } = await import('payload')
      const { default: config } = await import('@payload-config')
      const { REST_GET, REST_POST } = await import('@payloadcms/next/routes')
      const payload = await getPayload({ config })
      const handlers = { GET: REST_GET(config), POST: REST_POST(config) }
      let token = ''
      const call = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> => {
        const request = new Request(`http://localhost/api/${path}`, {
          method,
          headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        const answer = await handlers[method](request, { params: Promise.resolve({ slug: path.split('?')[0]?.split('/') ?? [] }) })
        const told = (await answer.json()) as Answer
        if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(told).slice(0, 1000)}`)
        return (told['created'] as Answer | undefined) ?? (told['doc'] as Answer | undefined) ?? told
      }
      const login = { email: 'bench@gendan.example', password: 'Bench-2026-only' }
      const roles: Role[] = ['admin', 'generalManager', 'salesManager', 'sales', 'warehouse', 'finance']
      const [known] = (
        await payload.find({ collection: 'users', where: { email: { equals: login.email } }, overrideAccess: true, depth: 0 })
      ).docs
      const { id: person } =
        known ?? (await payload.create({ collection: 'users', data: { ...login, name: 'bench', roles }, overrideAccess: true }))
      token = String((await call('POST', 'users/login', login))['token'])
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        await work({
          client,
          person: Number(person),
          login,
          url,
          databaseCpu: () => databaseCpu(client),
          cpuOf: (measured) => cpuOf({ client, work: measured }),
          post: (path, body) => call('POST', path, body),
          get: (path) => call('GET', path),
          statementsOf: async (counted) => {
            let statements = 0
            const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
            const query = prototype.query
            prototype.query = function counting(this: unknown, ...args: unknown[]) {
              statements += 1
              return query.apply(this, args)
            }
            try {
              await counted()
            } finally {
              prototype.query = query
            }
            return statements
          },
        })
      } finally {
        await client.end()
        await payload.destroy()
      }
      return 0
    }
    return keep
      ? withKeptDatabase(keep, inside)
      : withFreshDatabase({ serverUrl: env.DATABASE_URL, name: `gendan_bench_${String(process.pid)}`, work: inside })
  })
