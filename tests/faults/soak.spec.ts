// More than 300 lines: the hour, what goes wrong in it, and what is asked of it afterwards are one story.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { accountOf } from '@/src/db/embedded/account'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { median } from '@/src/server/commands/bench/benchHouse'

import { createTestDatabase, type TestDatabase } from '../support/database'
import { freePort } from './support/programs'
import { type Asked, type Kept, people, workAs } from './support/soakWork'

/*
 * An hour of mixed work by eight roles at twenty clients, with everything that goes wrong in a year: statements that hang, connections cut, a clock that jumps,
 * midnight, a database that can only be read, a database whose disk is full to the last byte, a disk that cannot be written. Nothing that was acknowledged is lost, nothing
 * is answered without words, the books agree, and the server does not grow. GENDAN_SOAK_MINUTES and GENDAN_SOAK_THINK (milliseconds between two things one person does) make it another hour.
 */
const minutes = Number(process.env.GENDAN_SOAK_MINUTES ?? 60)
const think = Number(process.env.GENDAN_SOAK_THINK ?? 4000)
const clockLibrary = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'
const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(os.tmpdir(), 'gendan-soak-'))
const clock = path.join(folder, 'clock')
const data = path.join(folder, 'data')
const disk = path.join(folder, 'disk')
const account = await accountOf()

const metricsToken = 'only-for-the-soak-2026'
let database: TestDatabase
let server: ChildProcess
let address = ''
let said = ''

/** A zone of whole hours in which the next full hour is midnight. */
function zoneOfMidnight(): string {
  const hour = new Date().getUTCHours() + 1
  const ahead = hour <= 12 ? -hour : 24 - hour
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${String(Math.abs(ahead))}`
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  NODE_OPTIONS: '',
  DATABASE_URL: database.url,
  DATA_DIR: data,
  PAYLOAD_SECRET: 'for the tests only',
  TZ_BUSINESS: zoneOfMidnight(),
  LOGIN_RATE_LIMIT: '0',
  LOG_LEVEL: 'error',
  METRICS_TOKEN: metricsToken,
})

const direct = async <Row>(text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: database.url, options: '-c default_transaction_read_only=off' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows as Row[]
  } finally {
    await client.end().catch(() => undefined)
  }
}

const cutAll = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'gendan%'`

/** The database's tables on a disk of their own, which can be filled without harm to others; only root can make one. */
async function ownDisk(): Promise<void> {
  if (!account) return void process.stderr.write('not root: no disk of the database was full\n')
  mkdirSync(disk)
  execFileSync('chmod', ['755', folder])
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4g,mode=755', 'gendan-soak', disk])
  chownSync(disk, account.uid, account.gid)
  const tables = path.join(disk, 'tables')
  mkdirSync(tables)
  chownSync(tables, account.uid, account.gid)
  await onServer(
    `create tablespace ${database.name}_disk location '${tables}'`,
    `alter database ${database.name} set tablespace ${database.name}_disk`,
  )
}

async function withoutDisk(): Promise<void> {
  if (!account) return
  await onServer(`drop tablespace if exists ${database.name}_disk`)
  execFileSync('umount', [disk])
}

/** Statements on the server itself: a database cannot be moved while one is connected to it. */
async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_SERVER_URL })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** What goes wrong, when (of the whole time) and for how long it may be felt. */
const troubles: ReadonlyArray<{ name: string; at: number; work: () => Promise<void> }> = [
  {
    name: 'statements hang',
    at: 0.15,
    work: async () => void (await direct(`begin; lock table credit_balances, stock_totals in exclusive mode; select pg_sleep(15); commit`)),
  },
  { name: 'connections are cut', at: 0.3, work: async () => void (await direct(cutAll)) },
  { name: 'the clock goes forty minutes ahead', at: 0.42, work: async () => setClock('+40m') },
  { name: 'the clock goes back', at: 0.5, work: async () => setClock('+0') },
  {
    name: 'the database can only be read',
    at: 0.62,
    work: async () => {
      const name = new URL(database.url).pathname.slice(1)
      await direct(`alter database "${name}" set default_transaction_read_only = on`)
      await direct(cutAll)
      await pause(15_000)
      await direct(`alter database "${name}" reset default_transaction_read_only`)
      await direct(cutAll)
    },
  },
  {
    name: 'the disk of the database is full',
    at: 0.72,
    work: async () => {
      if (!account) return
      const { bavail, bsize } = statfsSync(disk)
      const filler = path.join(disk, 'filler')
      execFileSync('fallocate', ['-l', String(bavail * bsize), filler])
      await pause(15_000)
      rmSync(filler)
    },
  },
  {
    name: 'mails cannot be written',
    at: 0.82,
    work: async () => {
      const [mail, aside] = [path.join(data, 'mail'), path.join(folder, 'mail-aside')]
      if (existsSync(mail)) renameSync(mail, aside)
      writeFileSync(mail, 'no folder')
      await pause(15_000)
      rmSync(mail)
      if (existsSync(aside)) renameSync(aside, mail)
    },
  },
]

function setClock(offset: string): Promise<void> {
  writeFileSync(clock, `${offset}\n`)
  return Promise.resolve()
}

const command = (name: string): string =>
  execFileSync(process.execPath, ['--conditions=production', '--import', 'tsx', `src/server/commands/${name}.ts`], {
    cwd: root,
    encoding: 'utf8',
    env: environment(),
  })

beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
  await ownDisk()
  const port = await freePort()
  address = `http://127.0.0.1:${String(port)}`
  await setClock('+0')
  const faked = existsSync(clockLibrary)
    ? { LD_PRELOAD: clockLibrary, FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' }
    : {}
  if (!existsSync(clockLibrary)) process.stderr.write('faketime is not installed: the clock did not jump\n')
  server = spawn(process.execPath, ['--conditions=production', 'src/server/launch.mjs', 'demo'], {
    cwd: root,
    env: { ...environment(), PORT: String(port), ...faked },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (said = (said + String(chunk)).slice(-20_000)))
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The server ended: ${said}`)
    const ready = await fetch(`${address}/readyz`).catch(() => null)
    if (ready?.ok && said.includes('Gendan 跟单')) break
    await pause(500)
  }
}, 900_000)
afterAll(async () => {
  if (server.exitCode === null) {
    server.kill('SIGKILL')
    await new Promise((resolve) => server.once('exit', resolve))
  }
  await database.drop()
  await withoutDisk()
  rmSync(folder, { recursive: true, force: true })
})

/** `memory` of the whole process and `live`, what its program and its buffers hold: the least of a while is what was left by the collector. In MB. */
type Sample = { at: number; memory: number; live: number; connections: number }

const inMetrics = (text: string, name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN)

async function sample(): Promise<Sample> {
  const [row] = await direct<{ count: number }>(`select count(*)::int as count from pg_stat_activity where application_name like 'gendan%'`)
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(server.pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024
  const metrics = await (await fetch(`${address}/metrics`, { headers: { Authorization: `Bearer ${metricsToken}` } })).text()
  const live = (inMetrics(metrics, 'nodejs_heap_size_used_bytes') + inMetrics(metrics, 'nodejs_external_memory_bytes')) / 2 ** 20
  return { at: Date.now(), memory, live, connections: row?.count ?? 0 }
}

/** In the middle and at 95 of 100. */
const spread = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b)
  return `${Math.round(median(times))} / ${Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0)} ms`
}

const quarter = <T extends { at: number }>(all: readonly T[], began: number, n: number): T[] => {
  const length = (minutes * 60_000) / 4
  return all.filter(({ at }) => at >= began + n * length && at < began + (n + 1) * length)
}

test(
  'an hour of mixed work: nothing acknowledged is lost, nothing grows, whatever goes wrong',
  async () => {
    const began = Date.now()
    const over = (): boolean => Date.now() - began > minutes * 60_000
    const [asked, kept, samples]: [Asked[], Map<string, Kept>, Sample[]] = [[], new Map(), []]
    const felt: Array<{ name: string; from: number; to: number }> = []
    const shift = {
      address,
      until: over,
      think,
      tell: (one: Asked) => void asked.push(one),
      keep: (one: Kept) => void kept.set(`${one.slug}/${String(one.id)}`, one),
    }
    const disturbing = (async () => {
      for (const { name, at, work } of troubles) {
        while (Date.now() - began < at * minutes * 60_000) await pause(200)
        const from = Date.now()
        await work()
        felt.push({ name, from, to: Date.now() })
      }
    })()
    const watching = (async () => {
      while (!over()) {
        const taken = await sample().catch(() => null)
        if (taken) samples.push(taken)
        await pause(Math.min(15_000, minutes * 500))
      }
    })()
    await Promise.all([disturbing, watching, ...people.map((person, client) => workAs(person, client, shift))])

    // what hung may be answered up to half a minute after it could go on
    const troubled = ({ at, took }: Asked): boolean => felt.some(({ from, to }) => at + took >= from && at <= to + 30_000)
    const told = [0, 1, 2, 3].map((n) => {
      const [part, seen] = [quarter(asked, began, n).filter((one) => !troubled(one)), quarter(samples, began, n)]
      const of = (method: 'GET' | 'POST'): number[] =>
        part.filter(({ what, status }) => what.startsWith(method) && status < 300).map(({ took }) => took)
      return {
        requests: part.length,
        reads: spread(of('GET')),
        writes: spread(of('POST')),
        memory: Math.round(median(seen.map(({ memory }) => memory))),
        live: Math.round(Math.min(...seen.map(({ live }) => live))),
        connections: Math.max(...seen.map(({ connections }) => connections)),
      }
    })
    const statuses = [...groupBy(asked, ({ status }) => String(status))].map(([status, all]) => `${status}: ${String(all.length)}`)
    process.stdout.write(
      `${JSON.stringify(told, null, 1)}\n${statuses.join(', ')}; ${String(kept.size)} documents kept; ${felt.map(({ name, from, to }) => `${name} ${String(Math.round((to - from) / 1000))} s`).join(', ')}\n`,
    )

    const wordless = asked.filter(({ status, said: words }) => status === 0 || status === 500 || (status >= 400 && words === ''))
    expect(wordless.filter((one) => !troubled(one) || one.status === 500)).toEqual([])
    expect(asked.filter((one) => one.status >= 500 && !troubled(one))).toEqual([])

    const reader = { token: '' }
    const ask = async (method: string, target: string, body?: object): Promise<Record<string, unknown>> => {
      const headers = { 'Content-Type': 'application/json', ...(reader.token ? { Authorization: `JWT ${reader.token}` } : {}) }
      return (
        await fetch(`${address}/api${target}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
      ).json() as Promise<Record<string, unknown>>
    }
    reader.token = String((await ask('POST', '/users/login', { email: 'gm@demo.example', password: 'gendan-demo' }))['token'])
    const lost: Kept[] = []
    for (const one of kept.values()) {
      const found = await ask('GET', `/${one.slug}/${String(one.id)}?depth=0`)
      if (!(Number(found['version']) >= one.version)) lost.push(one)
    }
    expect(lost).toEqual([])
    expect(kept.size).toBeGreaterThan(minutes)

    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
    expect(command('ledgerVerify')).toMatch(/^[1-9]\d* documents proven, 0 differences/m)
    expect(command('auditVerify')).toMatch(/./)

    // the first quarter fills what is remembered; from then on nothing may grow
    expect(told[3]?.memory ?? 0).toBeLessThan((told[1]?.memory ?? 0) * 1.15)
    expect(told[3]?.live ?? 0).toBeLessThan((told[1]?.live ?? 0) * 1.1)
    expect(told[3]?.connections ?? 0).toBeLessThanOrEqual(Math.max(...told.slice(0, 3).map(({ connections }) => connections)) + 2)
  },
  minutes * 60_000 + 900_000,
)
