import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import pg from 'pg'

import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/src/db/embedded/startEmbeddedPostgres'
import { endPools, poolFor } from '@/src/db/pools'
import { readOnly } from '@/src/db/readOnly'
import { endReplicas, replicaStates } from '@/src/db/replicas'

const settings = { fsync: 'off', shared_buffers: '32MB', max_connections: '30' }
const root = mkdtempSync(path.join(os.tmpdir(), 'gendan-replica-'))
const folder = (name: string): string => path.join(root, name)
let primary: EmbeddedPostgres
let replica: EmbeddedPostgres
let payload: Payload
let urls: string[]
const told: string[] = []

/** As much of the application as a report needs to reach its books. */
const over = (url: string): Payload => {
  const logger = { warn: ({ msg }: { msg: string }) => told.push(msg), error: () => undefined }
  const db: Record<string, unknown> = { poolOptions: { connectionString: url } }
  const made = { db, logger }
  db.payload = made
  return made as unknown as Payload
}

beforeAll(async () => {
  chmodSync(root, 0o755) // as root, the database's own account must pass
  primary = await startEmbeddedPostgres({ dataDir: folder('primary'), settings })
  await primary.stop()
  cpSync(folder('primary'), folder('replica'), { recursive: true, preserveTimestamps: true })
  if (process.getuid?.() === 0)
    execFileSync('chown', ['-R', '--reference', path.join(folder('primary'), 'postgres'), path.join(folder('replica'), 'postgres')])
  primary = await startEmbeddedPostgres({ dataDir: folder('primary'), settings })
  writeFileSync(path.join(folder('replica'), 'postgres/standby.signal'), '')
  const { username, password, port } = new URL(primary.url)
  replica = await startEmbeddedPostgres({
    dataDir: folder('replica'),
    settings: { ...settings, primary_conninfo: `host=127.0.0.1 port=${port} user=${username} password=${password}` },
  })
  payload = over(primary.url)
  urls = [replica.url]
  await write('create table notes (text text)')
}, 120_000)
afterAll(async () => {
  await endReplicas()
  await endPools(payload.db as never)
  await replica.stop()
  await primary.stop()
  rmSync(root, { recursive: true })
})

async function write(text: string): Promise<void> {
  await poolFor(payload, 'writes').query(text)
}
async function onReplica(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: replica.url })
  await client.connect()
  await client.query(text)
  await client.end()
}
/** What a report finds, and whether a replica told it. */
const report = () =>
  readOnly({
    payload,
    replicaUrls: urls,
    timeZone: 'Asia/Shanghai',
    work: async ({ rows }) =>
      (await rows({ text: 'select count(*)::int as notes, pg_is_in_recovery() as replica from notes', values: [] }))[0],
  })

test('a report is read from the replica, and never without what has just been written', async () => {
  for (let notes = 1; notes <= 50; notes += 1) {
    await write(`insert into notes values ('${notes}')`)
    expect(await report()).toEqual({ notes, replica: true })
  }
  expect(await replicaStates({ payload, urls })).toEqual([{ host: new URL(replica.url).host, lag: 0, seconds: 0 }])
})

test('a replica that lags is passed over: the primary answers, with everything; and the lag is shown', async () => {
  await onReplica('select pg_wal_replay_pause()')
  await write(`insert into notes values ('late')`)
  expect(await report()).toEqual({ notes: 51, replica: false })
  expect(told.at(-1)).toContain('lags behind')
  const [state] = await replicaStates({ payload, urls })
  expect(state?.lag).toBeGreaterThan(0)
  expect(state?.seconds).toBeGreaterThan(0)
  await onReplica('select pg_wal_replay_resume()')
})

test('a replica that is gone is passed over, and said to be gone', async () => {
  await endReplicas() // forgets that it is left alone for a while
  await replica.stop()
  expect(await report()).toEqual({ notes: 51, replica: false })
  expect(told.at(-1)).toContain('does not answer')
  expect(await replicaStates({ payload, urls })).toEqual([{ host: new URL(replica.url).host, lag: null, seconds: null }])
})
