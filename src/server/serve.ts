import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'

import { getPayload, type Payload } from 'payload'

import { isBehindPooler } from '@/src/db/pooler'
import { ownsTables } from '@/src/db/writerRole'

import { buildIfStale } from './build'
import { root } from './fingerprint.mjs'
import { type Progress, tellProgress } from './progress'
import { hasProductionConditions } from './commands/productionConditions'
import { env } from '@/src/env/env'
import { version } from '@/src/env/version'
import { uploadKinds } from '@/src/files/fileStore'
import { moveFormerUploads } from '@/src/files/uploadFolder'
import { ensureFirstAdmin } from './firstAdmin'
import { closeServer } from './http/closeServer'
import { frontDoor } from './http/frontDoor'
import { startJobs } from './jobs/runner'
import { bringUpToDate } from './bringUpToDate'
import { readSettingsQuietly } from './quietSettings'
import { connectAsWriter, openDatabase } from './withDatabase'
import type { Tracing } from './tracing/startTracing'
import { waitForDatabase } from '@/src/db/waitForDatabase'

export type ServeOptions = {
  dev?: boolean
  /** What else must be there before the first visitor, e.g. the demonstration factory. `detail` tells how far it is. */
  prepare?: (payload: Payload, progress: Progress) => Promise<void>
}

const PATIENCE = 30_000 // milliseconds for requests under way when the server is stopped
const DEADLINE = PATIENCE + 15_000 // milliseconds after which a stop that hangs is cut off
/** Exit code when the embedded database is gone for good: a supervisor starts all of it again. */
const DATABASE_LOST = 70

/** Database, migrations, first administrator, web server, jobs; and on a signal all of it back in good order. */
export async function serve({ dev = false, prepare }: ServeOptions = {}): Promise<{ address: string; stop: () => Promise<void> }> {
  const progress = tellProgress()
  const { say, during } = progress
  if (!hasProductionConditions())
    throw new Error('start it by npm (npm start, npm run demo, npm run dev), or give node --conditions=production')
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.PORT = String(env.PORT) // Payload looks here for Next's reload socket
  const tracing = env.OTEL_EXPORTER_OTLP_ENDPOINT ? await traced() : null // before the first connection
  // the pages are built beside what else a first start does; both are waited for, whichever fails
  const building = dev ? null : buildIfStale(progress)
  building?.catch(() => undefined)
  const database = await openDatabase({
    lost: (error) => {
      say(`Gendan ends: ${error.message}`)
      process.exit(DATABASE_LOST)
    },
  })
  if (!process.env.DATA_DIR) {
    const moved = moveFormerUploads({ from: path.resolve('media'), kinds: uploadKinds })
    if (moved.length > 0) say(`Uploads lie under ${env.DATA_DIR}/media from now on; moved: ${moved.join(', ')}`)
  }
  await waitForDatabase({ connectionString: database.owner, say })
  await during('Bringing the database up to date', () => bringUpToDate(database))
  if (database.owner !== database.writer) connectAsWriter(database)
  if (await ownsTables(database.writer))
    say('The application connects as the owner of its tables, who can rewrite the audit log: see DATABASE_OWNER_URL in docs/operations.md')
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  if (!prepare || env.ADMIN_EMAIL) await ensureFirstAdmin({ payload }) // a demonstration brings its own people
  await prepare?.(payload, progress)
  await building

  let stopping = false
  let jobs: Awaited<ReturnType<typeof startJobs>> | null = null
  // a balancer in front keeps its connections a minute: ours must live longer, or it sends a request into a closing one
  const server = createServer({ keepAliveTimeout: 75_000, headersTimeout: 80_000 })
  if (!dev) await readSettingsQuietly()
  const { default: next } = await import('next')
  const pages = next({ dev, dir: root, hostname: 'localhost', port: env.PORT, httpServer: server })
  await pages.prepare()
  server.on(
    'request',
    frontDoor({
      payload,
      handle: pages.getRequestHandler(),
      dev,
      isStopping: () => stopping,
      ...(tracing ? { trace: tracing.trace } : {}),
    }),
  )

  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    payload.logger.info({ msg: 'Stopping: finishing requests and jobs' })
    await Promise.all([closeServer({ server, patience: dev ? 500 : PATIENCE }), jobs?.stop()])
    await pages.close()
    await payload.destroy()
    await database.stop()
    await tracing?.stop()
  }
  onSignal(stop, payload) // before the door opens: who is let in may also ask us to stop
  await listen(server)
  if (env.JOBS_CONCURRENCY > 0) {
    if (isBehindPooler(payload.db) && !env.DATABASE_DIRECT_URL)
      say(
        'DATABASE_URL leads through a pooler, which tells nobody of a new job: they are looked for every two seconds (at once with DATABASE_DIRECT_URL)',
      )
    jobs = await startJobs({ payload, concurrency: env.JOBS_CONCURRENCY, direct: env.DATABASE_DIRECT_URL })
  }
  const address = env.SERVER_URL ?? `http://localhost:${env.PORT}`
  payload.logger.info({ msg: `Gendan is open at ${address}/admin` })
  return { address, stop }
}

async function traced(): Promise<Tracing> {
  const { startTracing } = await import('./tracing/startTracing')
  return startTracing({ service: env.OTEL_SERVICE_NAME, version: version() })
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? `port ${env.PORT} is taken: set PORT to another` : error.message
      reject(new Error(reason))
    })
    server.listen(env.PORT, env.HOST, resolve)
  })
}

function onSignal(stop: () => Promise<void>, payload: Payload): void {
  let asked = 0
  const end = () => {
    asked += 1
    if (asked > 2) process.exit(1) // npm passes the terminal's Ctrl-C on, so one press may arrive twice
    if (asked > 1) return
    // one signal is enough, whatever hangs: a request, a job, a statement, a connection
    setTimeout(() => {
      payload.logger.error({ msg: 'Stopping took too long and is cut off' })
      process.exit(1)
    }, DEADLINE).unref()
    stop().then(
      () => process.exit(0),
      (err: unknown) => {
        payload.logger.error({ err, msg: 'Stopping did not go in good order' })
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
  if (process.env.npm_lifecycle_event) watchParent(end)
}

/** npm and its shell die of a signal without passing it on; then we would go on unseen, holding the port. */
function watchParent(end: () => void): void {
  const family = () => `${process.ppid} ${parentOf(process.ppid)}`
  const ours = family()
  const watch = setInterval(() => {
    if (family() === ours) return
    clearInterval(watch)
    end()
  }, 500)
  watch.unref()
}

/** The parent of another process, where the system tells (Linux). */
function parentOf(pid: number): string {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1] ?? ''
    )
  } catch {
    return ''
  }
}

/** Runs `serve` for a command: what goes wrong at the start is one line, not a stack. */
export async function serveOrExit(options?: ServeOptions): Promise<{ address: string }> {
  try {
    return await serve(options)
  } catch (error) {
    process.stderr.write(`Cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
    if (env.LOG_LEVEL === 'debug') process.stderr.write(`${(error as Error).stack ?? ''}\n`)
    process.exit(1)
  }
}
