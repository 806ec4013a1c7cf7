import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterEach, expect, test } from '@jest/globals'
import pg from 'pg'

import { startEmbeddedPostgres } from '@/src/db/embedded/startEmbeddedPostgres'

const folders: string[] = []
const children: ChildProcess[] = []
const settings = { fsync: 'off', shared_buffers: '32MB' }

function folder(mode = 0o755): string {
  const made = mkdtempSync(path.join(os.tmpdir(), 'gendan-embedded-'))
  chmodSync(made, mode)
  folders.push(made)
  return made
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

const ask = async (url: string, query: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(query)).rows[0]
  } finally {
    await client.end()
  }
}

/** Another process that starts the database of a folder and holds it. */
const parent = (dataDir: string) =>
  new Promise<{ child: ChildProcess; url: string }>((resolve, reject) => {
    const root = path.resolve(import.meta.dirname, '../..')
    const code = `import { startEmbeddedPostgres } from './src/db/embedded/startEmbeddedPostgres'
      startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, settings: ${JSON.stringify(settings)} }).then(({ url }) => { console.log('url ' + url); setInterval(() => 0, 1000) })`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' } as NodeJS.ProcessEnv,
    })
    children.push(child)
    let said = ''
    const listen = (chunk: Buffer) => {
      said += String(chunk)
      const url = /url (\S+)\n/.exec(said)?.[1]
      if (url) resolve({ child, url })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', () => reject(new Error(said)))
  })

const dead = (child: ChildProcess) =>
  new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null)))

test('starts, keeps its data over a stop, and two folders run side by side', async () => {
  const [one, two] = [folder(), folder()]
  const first = await startEmbeddedPostgres({ dataDir: one, settings })
  const second = await startEmbeddedPostgres({ dataDir: two, settings })
  expect(first.port).not.toBe(second.port)
  await ask(first.url, 'create table kept as select 42 as answer')
  await Promise.all([first.stop(), second.stop()])
  const again = await startEmbeddedPostgres({ dataDir: one, settings })
  expect(await ask(again.url, 'select answer from kept')).toEqual({ answer: 42 })
  await again.stop()
  await expect(ask(again.url, 'select 1')).rejects.toThrow()
})

test('after kill -9 of its parent the server is found alive, taken over, and stopped by the new one', async () => {
  const dataDir = folder()
  const { child, url } = await parent(dataDir)
  await ask(url, 'create table kept as select 7 as answer')
  child.kill('SIGKILL')
  await dead(child)
  const lines: string[] = []
  const next = await startEmbeddedPostgres({ dataDir, settings, say: (line) => lines.push(line) })
  expect(lines.join()).toContain('still running')
  expect(await ask(next.url, 'select answer from kept')).toEqual({ answer: 7 })
  await next.stop()
  await expect(ask(next.url, 'select 1')).rejects.toThrow()
})

test('while its parent lives, a second command on the folder is a guest and does not stop it', async () => {
  const dataDir = folder()
  const { url } = await parent(dataDir)
  const guest = await startEmbeddedPostgres({ dataDir, settings })
  expect(guest.url).toBe(url)
  await guest.stop()
  expect(await ask(url, 'select 1 as alive')).toEqual({ alive: 1 })
  children.splice(0).forEach((child) => child.kill('SIGKILL'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  await (await startEmbeddedPostgres({ dataDir, settings })).stop()
})

test('a pid file left behind by a server that was killed is no obstacle', async () => {
  const dataDir = folder()
  const { child, url } = await parent(dataDir)
  await ask(url, 'create table kept as select 3 as answer')
  child.kill('SIGKILL')
  await dead(child)
  process.kill(Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(true)
  const next = await startEmbeddedPostgres({ dataDir, settings })
  expect(await ask(next.url, 'select answer from kept')).toEqual({ answer: 3 })
  await next.stop()
})

test('as root, a folder that nobody else may enter works too, and one line says where the files are', async () => {
  const dataDir = folder(0o700)
  const lines: string[] = []
  const server = await startEmbeddedPostgres({ dataDir, settings, say: (line) => lines.push(line) })
  expect(await ask(server.url, 'select 1 as alive')).toEqual({ alive: 1 })
  await server.stop()
  const place = path.join(dataDir, 'postgres')
  if (process.getuid?.() === 0) {
    const outside = readlinkSync(place)
    expect(lines).toEqual([expect.stringContaining(outside)])
    rmSync(outside, { recursive: true })
  } else expect(lstatSync(place).isDirectory()).toBe(true)
})
