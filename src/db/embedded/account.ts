import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

/** The unprivileged account that the database runs as when we are root. */
export type Account = { name: string; uid: number; gid: number }

/** Postgres refuses to run as root. Null when we are not root (or on Windows): the database then runs as we do. */
export async function accountOf(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const entry = lines.find(([account]) => account === name)
    if (entry) return { name, uid: Number(entry[2]), gid: Number(entry[3]) }
  }
  throw new Error(
    'There is no account "postgres" or "nobody" to run the database as: add one (useradd --system postgres), start as another user than root, or set DATABASE_URL',
  )
}

/** Whether the account may walk into this folder: every folder on the way must let it through. */
export async function enterable({ folder, account }: { folder: string; account: Account }): Promise<boolean> {
  for (let at = await realpath(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** How to run a program as that account, with nothing of our own environment in it. */
export const asAccount = (account: Account | null) => ({
  env: environment(account),
  ...(account ? { uid: account.uid, gid: account.gid } : {}),
})

const environment = (account: Account | null) => ({
  NODE_ENV: 'production' as const,
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_MESSAGES: 'C',
  TZ: 'UTC',
  ...(process.platform === 'win32' ? { SYSTEMROOT: process.env.SYSTEMROOT, TEMP: process.env.TEMP } : {}),
  ...(account ? { HOME: '/' } : {}),
})
