import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, open, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

import pg from 'pg'

import { accountOf, enterable, type Account } from './account'
import { binariesFor, type Binaries } from './binaries'

const run = promisify(execFile)
const USER = 'gendan'
const DATABASE = 'gendan'

/** `url` leads to a database of its own; `stop` stops the server if this process is the one that answers for it. */
export type EmbeddedPostgres = { url: string; port: number; stop: () => Promise<void> }

export type EmbeddedOptions = {
  /** Folder of this instance; the cluster lies in `postgres/` under it. */
  dataDir: string
  /** Extra settings of the server, e.g. `{ fsync: 'off' }` for tests. */
  settings?: Readonly<Record<string, string>>
  /** One line for the operator: where data went, what was found. */
  say?: (line: string) => void
}

/** Cannot start, and what to do about it, in one line. */
export class EmbeddedPostgresError extends Error {}

/**
 * Starts the Postgres that comes with the packages, or joins the one that already serves this folder.
 *
 * The server outlives a parent that was killed; the next start finds it alive and answers for it, or finds a stale pid file,
 * which Postgres itself clears. While the parent lives, other commands on the same folder are guests and do not stop it.
 * Started as root it runs as an unprivileged account, because Postgres refuses root.
 */
export async function startEmbeddedPostgres({ dataDir, settings = {}, say = () => undefined }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true })
  const account = await accountOf()
  const release = await holdDoor(path.join(dataDir, 'postgres.starting'))
  try {
    const cluster = await clusterFolder({ dataDir, account, say })
    const password = await passwordOf(dataDir)
    const binaries = await binariesFor({ account })
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) await initialise({ cluster, dataDir, password, binaries, account })
    const running = await findRunning({ cluster, password })
    const server = running ?? (await launch({ cluster, dataDir, password, binaries, account, settings }))
    const url = urlOf({ password, port: server.port, database: DATABASE })
    await ensureDatabase({ password, port: server.port })
    const owner = await takeOwnership({ dataDir, adopt: running === null })
    if (running)
      say(owner ? `The database of ${dataDir} was still running; going on with it` : `Using the database that already serves ${dataDir}`)
    return { url, port: server.port, stop: stopper({ pid: server.pid, cluster, dataDir, owner }) }
  } finally {
    await release()
  }
}

const urlOf = ({ password, port, database }: { password: string; port: number; database: string }): string =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Only one process at a time starts or joins; a door left closed by a dead process is opened. */
async function holdDoor(file: string): Promise<() => Promise<void>> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    try {
      const handle = await open(file, 'wx')
      await handle.writeFile(String(process.pid))
      await handle.close()
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(await readFile(file, 'utf8').catch(() => ''))
      if (holder > 0 && (holder === process.pid ? waited > 30_000 : !isAlive(holder))) await rm(file, { force: true })
      else await pause(100)
    }
  }
  throw new EmbeddedPostgresError(
    `Another process has been starting the database of ${path.dirname(file)} for a minute; remove ${file} if there is none`,
  )
}

/** The folder of the cluster. When its account cannot enter the data folder (root's home), a link leads to one that it can. */
async function clusterFolder({
  dataDir,
  account,
  say,
}: {
  dataDir: string
  account: Account | null
  say: (line: string) => void
}): Promise<string> {
  const place = path.join(dataDir, 'postgres')
  const linked = await readlink(place).catch(() => null)
  if (linked) {
    if (existsSync(linked)) return linked
    await rm(place)
  }
  if (!account || (await enterable({ folder: dataDir, account }))) {
    await mkdir(place, { recursive: true, mode: 0o700 })
    if (account) await chown(place, account.uid, account.gid)
    return place
  }
  const outside = path.join('/var/lib/gendan', randomBytes(6).toString('hex'))
  try {
    await mkdir(outside, { recursive: true })
    await chmod('/var/lib/gendan', 0o755)
    await chmod(outside, 0o700)
    await chown(outside, account.uid, account.gid)
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The database account "${account.name}" cannot enter ${dataDir}: set DATA_DIR to a folder outside root's home, such as /var/lib/gendan/data (${String(error)})`,
    )
  }
  await symlink(outside, place)
  say(`The database account "${account.name}" cannot enter ${dataDir}; its files lie in ${outside}`)
  return outside
}

async function passwordOf(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'postgres-password')
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known) return known.trim()
  const password = randomBytes(18).toString('hex')
  await writeFile(file, password, { mode: 0o600 })
  return password
}

async function initialise({
  cluster,
  dataDir,
  password,
  binaries,
  account,
}: {
  cluster: string
  dataDir: string
  password: string
  binaries: Binaries
  account: Account | null
}): Promise<void> {
  const passwordFile = path.join(cluster, '..', `${path.basename(cluster)}.password`)
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account) await chown(passwordFile, account.uid, account.gid)
  try {
    await run(
      binaries.initdb,
      [
        '-D',
        cluster,
        '-U',
        USER,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-sync',
      ],
      { cwd: cluster, env: environment(account), ...identity(account) },
    )
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? String(error)
    throw new EmbeddedPostgresError(`The database could not be created in ${dataDir}: ${said}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

const identity = (account: Account | null) => (account ? { uid: account.uid, gid: account.gid } : {})
const environment = (account: Account | null) => ({
  NODE_ENV: 'production' as const,
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_MESSAGES: 'C',
  TZ: 'UTC',
  ...(process.platform === 'win32' ? { SYSTEMROOT: process.env.SYSTEMROOT, TEMP: process.env.TEMP } : {}),
  ...(account ? { HOME: '/' } : {}),
})

/** The server that serves this cluster now: its pid file is believed only when a log-in works. */
async function findRunning({ cluster, password }: { cluster: string; password: string }): Promise<{ pid: number; port: number } | null> {
  const [pid, , , port] = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const found = { pid: Number(pid), port: Number(port) }
  if (!found.pid || !found.port || !isAlive(found.pid)) return null
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (await answers({ password, port: found.port })) return found
    if (!isAlive(found.pid)) return null
    await pause(100)
  }
  return null // the pid belongs to another program by now; Postgres decides the same and clears the file
}

async function answers({ password, port }: { password: string; port: number }): Promise<boolean> {
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

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })

const serverSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '16MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  random_page_cost: '1.1',
}

async function launch({
  cluster,
  dataDir,
  password,
  binaries,
  account,
  settings,
}: {
  cluster: string
  dataDir: string
  password: string
  binaries: Binaries
  account: Account | null
  settings: Readonly<Record<string, string>>
}): Promise<{ pid: number; port: number }> {
  const logFile = path.join(dataDir, 'postgres.log')
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const log = await open(logFile, 'w')
    const options = Object.entries({ ...serverSettings, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    // a session of its own: Ctrl-C in the terminal reaches us, and we let requests and jobs end before the database does
    const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...options], {
      cwd: cluster,
      env: environment(account),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...identity(account),
    })
    let ended: string | null = null
    child.on('error', (error) => (ended = error.message))
    child.on('exit', (code) => (ended ??= `it ended with ${code}`))
    await log.close()
    child.unref()
    for (let waited = 0; waited < 60_000 && ended === null; waited += 50) {
      if (child.pid && (await answers({ password, port }))) return { pid: child.pid, port }
      await pause(50)
    }
    const text = (await readFile(logFile, 'utf8').catch(() => '')).trim()
    if (attempt < 5 && /could not bind|Address already in use/i.test(text)) continue
    const reason = text.split('\n').findLast((line) => /FATAL|ERROR|could not|HINT/.test(line)) ?? ended ?? 'it does not answer'
    throw new EmbeddedPostgresError(`The database of ${dataDir} does not start: ${reason}`)
  }
}

async function ensureDatabase({ password, port }: { password: string; port: number }): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf({ password, port, database: 'postgres' }) })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** The process that answers for the server stops it. Ownership passes on only when the owner is dead. */
async function takeOwnership({ dataDir, adopt }: { dataDir: string; adopt: boolean }): Promise<boolean> {
  const file = path.join(dataDir, 'postgres.owner')
  const owner = Number(await readFile(file, 'utf8').catch(() => ''))
  if (!adopt && owner > 0 && owner !== process.pid && isAlive(owner)) return false
  await writeFile(file, String(process.pid))
  return true
}

function stopper({ pid, cluster, dataDir, owner }: { pid: number; cluster: string; dataDir: string; owner: boolean }): () => Promise<void> {
  if (!owner) return () => Promise.resolve()
  // last resort, when the process ends without having stopped it in order
  const onExit = () => {
    if (isAlive(pid)) process.kill(pid, 'SIGINT')
  }
  process.once('exit', onExit)
  return async () => {
    process.removeListener('exit', onExit)
    if (!existsSync(path.join(cluster, 'postmaster.pid')) || !isAlive(pid)) return
    process.kill(pid, 'SIGINT') // "fast": roll back what is open, write everything, end
    for (let waited = 0; waited < 20_000 && isAlive(pid) && existsSync(path.join(cluster, 'postmaster.pid')); waited += 50) await pause(50)
    if (isAlive(pid) && existsSync(path.join(cluster, 'postmaster.pid'))) process.kill(pid, 'SIGQUIT')
    await rm(path.join(dataDir, 'postgres.owner'), { force: true })
  }
}
