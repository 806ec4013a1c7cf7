import { spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { asAccount, type Account } from './account'
import type { Binaries } from './binaries'
import { answers } from './connection'
import { EmbeddedPostgresError } from './problem'

/** Whether a process with this id is there, ours or not. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The server that serves this cluster now: its pid file is believed only when a log-in works. */
export async function findRunning({
  cluster,
  password,
}: {
  cluster: string
  password: string
}): Promise<{ pid: number; port: number } | null> {
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

export type LaunchOptions = {
  cluster: string
  dataDir: string
  password: string
  binaries: Binaries
  account: Account | null
  settings: Readonly<Record<string, string>>
  /** The port it had before; left out, any free one. */
  port?: number
}

/** Starts the server on this machine's own address only, and waits until it answers. The log of the run before is kept. */
export async function launch({ cluster, dataDir, password, binaries, account, settings, port: wanted }: LaunchOptions): Promise<{
  pid: number
  port: number
}> {
  const logFile = path.join(dataDir, 'postgres.log')
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort())
    const log = await open(logFile, 'a')
    const { size: begun } = await log.stat()
    const options = Object.entries({ ...serverSettings, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    // a session of its own: Ctrl-C in the terminal reaches us, and we let requests and jobs end before the database does
    const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...options], {
      cwd: cluster,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...asAccount(account),
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
    const text = (await readFile(logFile).catch(() => Buffer.alloc(0))).subarray(begun).toString().trim()
    // a free port taken by another meanwhile; or the processes of the server that died are still on their way out
    if (attempt < 5 && /could not bind|Address already in use/i.test(text)) continue
    if (attempt < 30 && /shared memory block .* still in use|lock file "postmaster.pid" already exists/i.test(text)) {
      await pause(500)
      continue
    }
    const reason = text.split('\n').findLast((line) => /FATAL|ERROR|could not|HINT/.test(line)) ?? ended ?? 'it does not answer'
    throw new EmbeddedPostgresError(`The database of ${dataDir} does not start: ${reason}`)
  }
}
