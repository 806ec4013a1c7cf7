import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { type Account, accountOf } from '@/src/db/embedded/account'

/** Whether the system has a program; those of Debian's servers lie where only root looks. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { env: systemEnvironment() })
    return true
  } catch {
    return false
  }
}

const systemEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin`,
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
})

/** The unprivileged account that programs of servers run as, because they refuse root; null when we are not root. */
const account: Account | null = await accountOf()

const versions = '/usr/lib/postgresql'

/** The folder of Debian's newest Postgres with all its programs; null where there is none. The one in our packages has no tools. */
export const postgresPrograms: string | null = existsSync(versions)
  ? (readdirSync(versions)
      .toSorted((one, other) => Number(other) - Number(one))
      .map((version) => path.join(versions, version, 'bin'))
      .find((bin) => existsSync(path.join(bin, 'postgres'))) ?? null)
  : null

/** An empty folder that this account may use and nobody else needs to. */
export function openFolder(name: string): string {
  const made = mkdtempSync(path.join(os.tmpdir(), `gendan-${name}-`))
  chmodSync(made, 0o755)
  if (account) chownSync(made, account.uid, account.gid)
  return made
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })

export type Program = { pid: number; said: () => string; ended: () => boolean; end: (signal?: NodeJS.Signals) => Promise<void> }

/** Runs a program as the unprivileged account, in a group of its own, so that a kill reaches what it has started. */
export function startProgram({
  name,
  args,
  cwd,
  environment = {},
}: {
  name: string
  args: readonly string[]
  cwd: string
  environment?: Readonly<Record<string, string>>
}): Program {
  const child: ChildProcess = spawn(name, [...args], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...systemEnvironment(), HOME: cwd, ...environment },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said = (said + String(chunk)).slice(-20_000)))
  child.on('error', (error) => (said += error.message))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    pid: child.pid ?? 0,
    said: () => said,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    end: async (signal = 'SIGKILL') => {
      if (child.exitCode === null && child.signalCode === null && child.pid) process.kill(-child.pid, signal)
      await ended
    },
  }
}

/** Runs a program as the unprivileged account and tells what it said; throws with that when it fails. */
export function runProgram({ name, args, cwd }: { name: string; args: readonly string[]; cwd: string }): string {
  return execFileSync(name, [...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...systemEnvironment(), HOME: cwd },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
}

/** Until `work` succeeds; the test's own time limit is the only clock. */
export async function eventually<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work()
    } catch {
      await pause(100)
    }
  }
}
