import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { startEmbeddedPostgres } from '@/src/db/embedded/startEmbeddedPostgres'

const root = path.resolve(import.meta.dirname, '../../..')
const settings = { fsync: 'off', shared_buffers: '32MB', max_connections: '20' }
const folders: string[] = []
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const folder = (): string => {
  const made = mkdtempSync(path.join(os.tmpdir(), 'gendan-fault-'))
  chmodSync(made, 0o755) // as root, the database's own account must pass
  folders.push(made)
  return made
}
const ask = async (url: string, text: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows[0]
  } finally {
    await client.end()
  }
}
const pidOf = (dataDir: string): number => Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
/** Until `work` succeeds; the test's own time limit is the only clock. */
const eventually = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  for (;;) {
    try {
      return await work()
    } catch {
      await pause(100)
    }
  }
}
const script = (code: string, dataDir: string): ChildProcess => {
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', '--input-type=module', '--eval', code], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, DATABASE_URL: '' } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  return child
}
const saidBy = (child: ChildProcess): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    let said = ''
    child.stdout?.on('data', (chunk) => (said += String(chunk)))
    child.stderr?.on('data', (chunk) => (said += String(chunk)))
    child.on('exit', (code) => resolve({ code, said }))
  })

/** Half-made clusters; the password of one is a file beside it. */
const draftsIn = (dataDir: string): string[] =>
  readdirSync(dataDir).filter((name) => name.startsWith('postgres.making') && !name.endsWith('.password'))

test('a database that is killed comes back on the same address with everything committed, and its log goes on', async () => {
  const dataDir = folder()
  const lines: string[] = []
  const server = await startEmbeddedPostgres({
    dataDir,
    settings,
    say: (line) => void lines.push(line),
    lost: (error) => void lines.push(error.message),
  })
  await ask(server.url, 'create table kept as select 42 as answer')
  for (const round of [1, 2]) {
    const before = pidOf(dataDir)
    process.kill(before, 'SIGKILL')
    expect(await eventually(() => ask(server.url, 'select answer from kept'))).toEqual({ answer: 42 })
    expect(pidOf(dataDir)).not.toBe(before)
    expect(lines.filter((line) => /runs again/.test(line)).length).toBeLessThanOrEqual(round)
  }
  expect(readFileSync(path.join(dataDir, 'postgres.log'), 'utf8').match(/ready to accept connections/g)).toHaveLength(3)
  await server.stop()
  await expect(ask(server.url, 'select 1')).rejects.toThrow()
})

test('a database that is killed again while it starts comes back too', async () => {
  const dataDir = folder()
  const lines: string[] = []
  const server = await startEmbeddedPostgres({
    dataDir,
    settings,
    say: (line) => void lines.push(line),
    lost: (error) => void lines.push(error.message),
  })
  const first = pidOf(dataDir)
  process.kill(first, 'SIGKILL')
  const starting = await eventually(() => {
    const pid = pidOf(dataDir)
    return pid === first ? Promise.reject(new Error('not yet')) : Promise.resolve(pid)
  })
  process.kill(starting, 'SIGKILL') // its pid file stands before it answers
  expect(await eventually(() => ask(server.url, 'select 1 as alive'))).toEqual({ alive: 1 })
  expect(pidOf(dataDir)).not.toBe(starting)
  expect(lines.filter((line) => /starting it again/.test(line))).toHaveLength(2)
  await server.stop()
})

test('a database that cannot be brought back is told to whoever looks after it', async () => {
  const dataDir = folder()
  let tell: (error: Error) => void = () => undefined
  const lost = new Promise<Error>((resolve) => (tell = resolve))
  const server = await startEmbeddedPostgres({ dataDir, settings, lost: (error) => tell(error) })
  writeFileSync(path.join(dataDir, 'postgres/postgresql.auto.conf'), 'no_such_setting = on\n')
  process.kill(pidOf(dataDir), 'SIGKILL')
  expect((await lost).message).toMatch(/does not start/)
  await server.stop()
})

test('a first start that was broken off leaves nothing behind that a later one stumbles over', async () => {
  const dataDir = folder()
  // what a kill during initdb leaves: half a cluster beside its place
  mkdirSync(path.join(dataDir, 'postgres.making-former/base'), { recursive: true })
  writeFileSync(path.join(dataDir, 'postgres.making-former/PG_VERSION'), '17\n')
  const server = await startEmbeddedPostgres({ dataDir, settings })
  expect(await ask(server.url, 'select 1 as alive')).toEqual({ alive: 1 })
  expect(draftsIn(dataDir)).toEqual([])
  await server.stop()
})

test('a first start killed at any moment can be started again', async () => {
  const dataDir = folder()
  const start = `import { startEmbeddedPostgres } from './src/db/embedded/startEmbeddedPostgres'
    startEmbeddedPostgres({ dataDir: process.env.DATA_DIR, settings: ${JSON.stringify(settings)} }).then(() => setInterval(() => 0, 1000))`
  const first = script(start, dataDir)
  await eventually(async () => void readFileSync(path.join(dataDir, draftsIn(dataDir)[0] ?? 'none yet', 'PG_VERSION')))
  first.kill('SIGKILL')
  await saidBy(first)
  const server = await startEmbeddedPostgres({ dataDir, settings })
  expect(await ask(server.url, 'select 1 as alive')).toEqual({ alive: 1 })
  await server.stop()
})

test('a second server on one folder is refused with one line, and the first goes on', async () => {
  const dataDir = folder()
  const server = await startEmbeddedPostgres({ dataDir, settings, lost: () => undefined })
  const second = script(
    `import('./src/server/withDatabase').then(({ openDatabase }) => openDatabase({ lost: () => undefined })).catch((error) => { console.log('refused: ' + error.message); process.exit(3) })`,
    dataDir,
  )
  const { code, said } = await saidBy(second)
  expect(said).toContain(`refused: another process works on ${dataDir} already`)
  expect(code).toBe(3)
  expect(await ask(server.url, 'select 1 as alive')).toEqual({ alive: 1 })
  await server.stop()
})
