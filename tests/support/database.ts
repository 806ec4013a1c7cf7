import { randomBytes } from 'node:crypto'

import pg from 'pg'

export type TestDatabase = { url: string; name: string; drop: () => Promise<void> }

async function onServer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const url = process.env.TEST_SERVER_URL
  if (!url) throw new Error('TEST_SERVER_URL is not set: run the tests through jest, whose global set-up starts the server')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A fresh clone of the migrated template (`empty: true` for one without any tables), for one test file. */
export async function createTestDatabase({ empty = false }: { empty?: boolean } = {}): Promise<TestDatabase> {
  const name = `t_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(5).toString('hex')}`
  await onServer((client) => client.query(`create database ${name} template ${empty ? 'template0' : process.env.TEST_TEMPLATE}`))
  const url = Object.assign(new URL(process.env.TEST_SERVER_URL as string), { pathname: `/${name}` }).href
  return { url, name, drop: () => onServer(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))) }
}
