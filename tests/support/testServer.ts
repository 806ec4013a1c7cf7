import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import pg from 'pg'

import { startEmbeddedPostgres } from '../../src/db/embedded/startEmbeddedPostgres'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')

/** A test database may lose everything at a power cut, so it does not wait for the disk. */
const hasty = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  shared_buffers: '128MB',
  max_connections: '300',
}

/**
 * The database server of one test run, with a migrated template that each test file clones. Exports TEST_SERVER_URL and
 * TEST_TEMPLATE to the workers. The migrated cluster is kept under node_modules/.cache by the fingerprint of the migrations, so
 * that only the first run after a change migrates. With TEST_DATABASE_URL that server is used instead (any Postgres ≥ 14).
 */
export async function startTestServer(): Promise<{ stop: () => Promise<void> }> {
  const fingerprint = await fingerprintOf(['src/db/migrations', 'src/db/migrate.ts', 'src/db/embedded'])
  const template = `gendan_template_${fingerprint}`
  process.env.TEST_TEMPLATE = template
  if (process.env.TEST_DATABASE_URL) {
    process.env.TEST_SERVER_URL = process.env.TEST_DATABASE_URL
    await buildTemplate(process.env.TEST_DATABASE_URL, template)
    return { stop: () => Promise.resolve() }
  }
  const kept = path.join(root, 'node_modules/.cache/gendan', `cluster-${fingerprint}`)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gendan-test-'))
  await run('chmod', ['755', folder]).catch(() => undefined) // as root, the database's own account must pass
  if (!existsSync(kept)) await keepCluster({ kept, template })
  await copyFolder(kept, folder)
  const server = await startEmbeddedPostgres({ dataDir: folder, settings: hasty })
  process.env.TEST_SERVER_URL = server.url
  return {
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function keepCluster({ kept, template }: { kept: string; template: string }): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gendan-template-'))
  await run('chmod', ['755', folder]).catch(() => undefined)
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder, settings: hasty })
    try {
      await buildTemplate(server.url, template)
    } finally {
      await server.stop()
    }
    const draft = `${kept}.${process.pid}`
    await mkdir(path.dirname(kept), { recursive: true })
    await copyFolder(folder, draft)
    await rename(draft, kept).catch(() => rm(draft, { recursive: true, force: true })) // another run was first
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const copyFolder = async (from: string, to: string): Promise<void> => {
  if (process.platform === 'win32') return cp(from, to, { recursive: true })
  await mkdir(to, { recursive: true })
  await run('cp', ['-a', `${from}/.`, to])
}

/** A migrated database called `template` on that server, if it is not there yet. */
export async function buildTemplate(serverUrl: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount) return
    const draft = `${template}_${process.pid}`
    await client.query(`create database ${draft}`)
    await migrate(Object.assign(new URL(serverUrl), { pathname: `/${draft}` }).href)
    await client.query(`alter database ${draft} rename to ${template}`)
  } finally {
    await client.end()
  }
}

/** In a process of its own: the configuration reads the environment once. */
async function migrate(databaseUrl: string): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: 'for the tests only',
    LOG_LEVEL: 'error',
    NODE_OPTIONS: '',
  }
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs')
  try {
    await run(process.execPath, [tsx, 'src/server/commands/migrate.ts'], {
      cwd: root,
      env: env as NodeJS.ProcessEnv,
      maxBuffer: 50_000_000,
    })
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    throw new Error(`The template database could not be migrated:\n${stdout ?? ''}\n${stderr ?? String(error)}`)
  }
}

async function fingerprintOf(places: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const place of places) {
    const at = path.join(root, place)
    const inside = await readdir(at, { recursive: true }).catch(() => null)
    const files = inside ? inside.map((name) => path.join(at, name)).sort() : [at]
    for (const file of files.filter((name) => /\.(ts|json)$/.test(name)))
      hash.update(path.relative(root, file)).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}
