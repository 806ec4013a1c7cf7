import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { accountOf } from './account'
import { binariesFor } from './binaries'
import { clusterFolder, initialise, passwordOf } from './cluster'
import { applicationUrlOf, ensureDatabase, urlOf } from './connection'
import { EmbeddedPostgresError } from './problem'
import { findRunning, isAlive, launch } from './server'
import { supervise } from './supervise'

const DATABASE = 'gendan'

/** `url` leads its owner to a database of its own, `application` whoever only works in it; `stop` stops the server if this process is the one that answers for it (`owner`). */
export type EmbeddedPostgres = { url: string; application: string; port: number; owner: boolean; stop: () => Promise<void> }

export type EmbeddedOptions = {
  /** Folder of this instance; the cluster lies in `postgres/` under it. */
  dataDir: string
  /** Extra settings of the server, e.g. `{ fsync: 'off' }` for tests. */
  settings?: Readonly<Record<string, string>>
  /** One line for the operator: where data went, what was found. */
  say?: (line: string) => void
  /** Told when the server is gone and cannot be brought back. Without it a server that dies stays dead: for commands, which end with it. */
  lost?: (error: Error) => void
}

/**
 * Starts the Postgres that comes with the packages, or joins the one that already serves this folder.
 *
 * The server outlives a parent that was killed; the next start finds it alive and answers for it, or finds a stale pid file,
 * which Postgres itself clears. While the parent lives, other commands on the same folder are guests and do not stop it.
 * Started as root it runs as an unprivileged account, because Postgres refuses root.
 */
export async function startEmbeddedPostgres({
  dataDir,
  settings = {},
  say = () => undefined,
  lost,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
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
    const application = applicationUrlOf({
      password: await passwordOf(dataDir, 'postgres-app-password'),
      port: server.port,
      database: DATABASE,
    })
    await ensureDatabase({ password, port: server.port, database: DATABASE })
    const owner = await takeOwnership({ dataDir, adopt: running === null })
    if (running)
      say(owner ? `The database of ${dataDir} was still running; going on with it` : `Using the database that already serves ${dataDir}`)
    const options = { cluster, dataDir, password, binaries, account, settings, port: server.port }
    const guard =
      owner && lost ? supervise({ pid: server.pid, options, say, lost }) : { pid: () => server.pid, end: () => Promise.resolve() }
    return { url, application, port: server.port, owner, stop: stopper({ guard, cluster, dataDir, owner }) }
  } finally {
    await release()
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

/** The process that answers for the server stops it. Ownership passes on only when the owner is dead. */
async function takeOwnership({ dataDir, adopt }: { dataDir: string; adopt: boolean }): Promise<boolean> {
  const file = path.join(dataDir, 'postgres.owner')
  const owner = Number(await readFile(file, 'utf8').catch(() => ''))
  if (!adopt && owner > 0 && owner !== process.pid && isAlive(owner)) return false
  await writeFile(file, String(process.pid))
  return true
}

type Guard = { pid: () => number; end: () => Promise<void> }

function stopper({
  guard,
  cluster,
  dataDir,
  owner,
}: {
  guard: Guard
  cluster: string
  dataDir: string
  owner: boolean
}): () => Promise<void> {
  if (!owner) return () => Promise.resolve()
  // last resort, when the process ends without having stopped it in order
  const onExit = () => {
    void guard.end()
    if (isAlive(guard.pid())) process.kill(guard.pid(), 'SIGINT')
  }
  process.once('exit', onExit)
  return async () => {
    process.removeListener('exit', onExit)
    await guard.end()
    const pid = guard.pid()
    if (!existsSync(path.join(cluster, 'postmaster.pid')) || !isAlive(pid)) return
    process.kill(pid, 'SIGINT') // "fast": roll back what is open, write everything, end
    for (let waited = 0; waited < 20_000 && isAlive(pid) && existsSync(path.join(cluster, 'postmaster.pid')); waited += 50) await pause(50)
    if (isAlive(pid) && existsSync(path.join(cluster, 'postmaster.pid'))) process.kill(pid, 'SIGQUIT')
    await rm(path.join(dataDir, 'postgres.owner'), { force: true })
  }
}
