import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { createTestDatabase, type TestDatabase } from '../support/database'
import { eventually, freePort, openFolder, type Program, runProgram, startProgram } from './support/programs'

/*
 * The steps of `deploy/Dockerfile` where there is no container engine: in a clean folder, as an account without rights, with nothing of our own environment. What needs
 * an engine (its images, its user, its network) stays untried. The packages are installed anew, so this needs npm.
 */
type Step = { does: string; what: string }

/** The lines of a Dockerfile, continued ones as one; without remarks. */
const steps: Step[] = readFileSync('deploy/Dockerfile', 'utf8')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .flatMap((line) => /^([A-Z]+) (.+)$/.exec(line) ?? [])
  .reduce<Step[]>((all, word, at, words) => (at % 3 === 1 ? [...all, { does: word, what: words[at + 1] ?? '' }] : all), [])

const of = (does: string): string[] => steps.filter((step) => step.does === does).map(({ what }) => what)
const command = (what: string): string[] => JSON.parse(what.slice(what.indexOf('['))) as string[]

const root = path.resolve(import.meta.dirname, '../..')
const home = openFolder('image')
const app = path.join(home, 'app')
const password = 'only-for-this-test-2026'
let database: TestDatabase
let owner: pg.Client
let address = ''
let environment: Record<string, string> = {}
const started: Program[] = []
const writer = `container_${String(process.pid)}`

beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
  owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  runProgram({ name: 'mkdir', args: ['app', 'data'], cwd: home })
  const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 1e9 })
  execFileSync('tar', ['-x', '-C', app], { input: archive })
  execFileSync('chown', ['-R', '--reference', path.join(home, 'data'), app])
  for (const what of of('RUN')) {
    if (/^groupadd /.test(what)) continue // the account and its folder are the system's here
    runProgram({ name: 'sh', args: ['-c', `HOME=${home} ${what.replaceAll('&& ', `&& HOME=${home} `)}`], cwd: app })
  }
  const set = Object.fromEntries(of('ENV').flatMap((what) => what.split(' ').map((pair) => pair.split('='))) as Array<[string, string]>)
  const asWriter = Object.assign(new URL(database.url), { username: writer, password }).href
  const port = String(await freePort())
  environment = {
    ...set,
    PORT: port,
    HOST: '127.0.0.1',
    DATA_DIR: path.join(home, 'data'),
    DATABASE_URL: asWriter,
    DATABASE_OWNER_URL: database.url,
    PAYLOAD_SECRET: 'for this container only',
    ADMIN_EMAIL: 'admin@example.com',
    ADMIN_PASSWORD: password,
  }
  address = `http://127.0.0.1:${port}`
}, 1_800_000)
afterAll(async () => {
  for (const program of started) await program.end('SIGKILL')
  await owner.end()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

/** Starts as the image does and waits until the health check of the image says so. */
async function start(): Promise<Program> {
  const [name = '', ...args] = command(of('CMD')[0] ?? '[]')
  const program = startProgram({ name, args, cwd: app, environment })
  started.push(program)
  const [check = '', ...asked] = command(of('HEALTHCHECK')[0] ?? '[]')
  await eventually(() => {
    if (program.ended()) throw new Error('over')
    execFileSync(check, asked, { env: { ...process.env, ...environment }, stdio: 'ignore' })
    return Promise.resolve()
  })
  return program
}

const asked = async (
  method: string,
  target: string,
  token = '',
  body?: object,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await fetch(`${address}/api${target}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

test('it starts, works by a role of its own, ends at the first signal amid work, and has everything when it starts again', async () => {
  const first = await start()
  const { body } = await asked('POST', '/users/login', '', { email: 'admin@example.com', password })
  const token = String(body['token'])
  const acknowledged: string[] = []
  const odd: number[] = []
  const busy = Array.from({ length: 8 }, async (_, client) => {
    for (let n = 0; ; n += 1) {
      const code = `D${String(client)}-${String(n)}`
      const answer = await asked('POST', '/departments', token, { code, name: code }).catch(() => null)
      if (!answer) return // the door is closed
      if (answer.status < 300) acknowledged.push(code)
      else if (answer.status !== 503) odd.push(answer.status)
      if (acknowledged.length === 40) void first.end('SIGTERM')
    }
  })
  await Promise.all(busy)
  await first.end('SIGTERM')
  expect([odd, acknowledged.length >= 40]).toEqual([[], true])
  expect(first.said()).not.toMatch(/SIGKILL|Error/)

  const { rows } = await owner.query<{ owner: string }>(`select tableowner as owner from pg_tables where tablename = 'departments'`)
  expect(rows[0]?.owner).not.toBe(writer)
  const again = await start()
  const { status, body: found } = await asked('GET', '/departments?limit=1000&depth=0', token)
  expect([status, found['errors']]).toEqual([200, undefined])
  const codes = new Set((found['docs'] as Array<{ code: string }>).map(({ code }) => code))
  expect(acknowledged.filter((code) => !codes.has(code))).toEqual([])
  await again.end('SIGTERM')
}, 600_000)
