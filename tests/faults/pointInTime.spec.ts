import { spawn } from 'node:child_process'
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'

import { startApp, type TestApp } from '../support/app'
import { type Factory, openFactory } from '../support/story'
import { buildTemplate } from '../support/testServer'
import { eventually, freePort, hasProgram, openFolder, postgresPrograms, type Program, runProgram, startProgram } from './support/programs'

/*
 * The recipe of `docs/operations.md`, done: a Postgres whose log pgBackRest archives, a full backup while people work, a mistake, and the books
 * as they were a moment before it, on another server.
 */
const missing = [...(hasProgram('pgbackrest') ? [] : ['pgbackrest']), ...(postgresPrograms ? [] : ['postgresql'])]
if (missing.length > 0)
  process.stderr.write(`not installed (Debian: apt-get install ${missing.join(' ')}); no point in time was restored\n`)
const withBackRest = missing.length === 0 ? describe : describe.skip
const root = path.resolve(import.meta.dirname, '../..')

withBackRest('books as they were at a moment', () => {
  const folder = openFolder('moment')
  const place = (name: string): string => path.join(folder, name)
  const bin = (name: string): string => path.join(postgresPrograms ?? '', name)
  const backRest = (...args: string[]): string =>
    runProgram({ name: 'pgbackrest', args: [`--config=${place('pgbackrest.conf')}`, '--stanza=gendan', ...args], cwd: folder })
  const servers: Program[] = []
  let app: TestApp
  let f: Factory
  let port: number

  const serve = (data: string, on: number): Program => {
    const server = startProgram({ name: bin('postgres'), args: ['-D', place(data), '-p', String(on)], cwd: folder })
    servers.push(server)
    return server
  }
  const urlOf = (on: number, database = 'postgres'): string => `postgres://postgres@127.0.0.1:${on}/${database}`
  const ask = async (url: string, text: string): Promise<Array<Record<string, unknown>>> => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text)).rows
    } finally {
      await client.end()
    }
  }

  beforeAll(async () => {
    port = await freePort()
    runProgram({
      name: bin('initdb'),
      args: ['-D', place('data'), '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
      cwd: folder,
    })
    writeFileSync(
      place('pgbackrest.conf'),
      `[global]
repo1-path=${place('repository')}
repo1-retention-full=2
log-level-file=off
lock-path=${place('locks')}
start-fast=y
[gendan]
pg1-path=${place('data')}
pg1-port=${port}
pg1-socket-path=${folder}
pg1-user=postgres
`,
    )
    appendFileSync(
      place('data/postgresql.conf'),
      `listen_addresses = '127.0.0.1'
unix_socket_directories = '${folder}'
shared_buffers = 64MB
archive_mode = on
archive_command = 'pgbackrest --config=${place('pgbackrest.conf')} --stanza=gendan archive-push %p'
archive_timeout = 60
`,
    )
    serve('data', port)
    await eventually(() => ask(urlOf(port), 'select 1'))
    backRest('stanza-create')
    Object.assign(process.env, { TEST_SERVER_URL: urlOf(port), TEST_TEMPLATE: 'gendan_template' })
    await buildTemplate(urlOf(port), 'gendan_template')
    app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
    f = await openFactory(app)
  }, 300_000)
  afterAll(async () => {
    await app.close()
    for (const server of servers) await server.end('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  test('what was acknowledged until then is there, what came after is not, and the books agree', async () => {
    const customer = await f.customer()
    const item = await f.item()
    await f.receive({ item: item.id, qty: 100 })
    const sell = async (): Promise<string> => {
      const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 1, price: 10 }])
      const delivery = await f.create('orders', order.id, 'create-delivery', {})
      await f.verb('deliveries', delivery.id, 'approve', { version: delivery.version })
      return String(order.no)
    }
    const before = [await sell()]
    backRest('--type=full', 'backup')
    for (let count = 0; count < 5; count += 1) before.push(await sell())
    const [moment] = await ask(app.database.url, 'select clock_timestamp()::text as at')
    const after = [await sell(), await sell()]
    // the mistake: somebody who may do anything does it
    await ask(app.database.url, 'update orders_lines set qty = qty * 10')
    await ask(urlOf(port), 'select pg_switch_wal()')
    backRest('check') // waits until the log has arrived in the archive

    backRest(
      '--type=time',
      `--target=${String(moment?.['at'])}`,
      '--target-action=promote',
      '--archive-mode=off',
      `--pg1-path=${place('restored')}`,
      'restore',
    )
    const other = await freePort()
    serve('restored', other)
    const restored = urlOf(other, app.database.name)
    await eventually(async () => {
      const [state] = await ask(restored, 'select pg_is_in_recovery() as recovering')
      if (state?.['recovering']) throw new Error('still recovering')
    })

    const orders = (await ask(restored, 'select no from orders order by id')).map(({ no }) => no)
    expect(orders).toEqual(before)
    expect(orders).not.toEqual(expect.arrayContaining(after))
    expect(await proof(restored)).toEqual({ code: 0, said: expect.stringMatching(/^[1-9]\d* documents proven, 0 differences/m) })
    // and the books the mistake was made in know it
    expect((await proof(app.database.url)).code).toBe(1)
  }, 300_000)

  const proof = (url: string): Promise<{ code: number | null; said: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', 'src/server/commands/ledgerVerify.ts'], {
        cwd: root,
        env: { ...process.env, DATABASE_URL: url, NODE_OPTIONS: '' } as NodeJS.ProcessEnv,
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
      child.on('exit', (code) => resolve({ code, said }))
    })
})
