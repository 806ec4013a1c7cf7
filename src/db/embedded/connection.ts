import pg from 'pg'

export const DATABASE_USER = 'gendan'

/** Whom the application connects as; the tables are the other one's. */
const APPLICATION_USER = 'gendan_app'

type Place = { password: string; port: number; database: string }

export const urlOf = ({ password, port, database }: Place): string =>
  `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`

export const applicationUrlOf = ({ password, port, database }: Place): string =>
  `postgres://${APPLICATION_USER}:${password}@127.0.0.1:${port}/${database}`

/** Whether a log-in works. */
export async function answers({ password, port }: { password: string; port: number }): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf({ password, port, database: 'postgres' }), connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The database inside the server, made when it is not there. */
export async function ensureDatabase({ password, port, database }: { password: string; port: number; database: string }): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf({ password, port, database: 'postgres' }) })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}
