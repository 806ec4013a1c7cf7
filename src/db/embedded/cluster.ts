import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readdir, readFile, readlink, rename, rm, rmdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

import { asAccount, enterable, type Account } from './account'
import type { Binaries } from './binaries'
import { DATABASE_USER } from './connection'
import { EmbeddedPostgresError } from './problem'

const run = promisify(execFile)

/** The folder of the cluster. When its account cannot enter the data folder (root's home), a link leads to one that it can. */
export async function clusterFolder({
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

/** A password of the database, made once and kept beside it, readable by its owner only: the owner's, or that of the application. */
export async function passwordOf(
  dataDir: string,
  name: 'postgres-password' | 'postgres-app-password' = 'postgres-password',
): Promise<string> {
  const file = path.join(dataDir, name)
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known) return known.trim()
  const password = randomBytes(18).toString('hex')
  await writeFile(file, password, { mode: 0o600 })
  return password
}

/**
 * Makes an empty cluster: text in UTF-8, log-in by password only. It is made beside its place and moved there when it is complete, so
 * that a start that was broken off leaves nothing a later one would stumble over.
 */
export async function initialise({
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
  // each attempt has a folder of its own: what makes the cluster may outlive the process that was killed, and would write into the next one
  const draft = `${cluster}.making-${randomUUID().slice(0, 8)}`
  const passwordFile = `${draft}.password`
  await removeDrafts(cluster)
  await mkdir(draft, { recursive: true, mode: 0o700 })
  if (account) await chown(draft, account.uid, account.gid)
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account) await chown(passwordFile, account.uid, account.gid)
  try {
    await run(
      binaries.initdb,
      [
        '-D',
        draft,
        '-U',
        DATABASE_USER,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-sync',
      ],
      { cwd: draft, ...asAccount(account) },
    )
    await rmdir(cluster).catch(() => undefined) // the empty folder in its place; what is not empty refuses the move
    await rename(draft, cluster)
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? String(error)
    throw new EmbeddedPostgresError(`The database could not be created in ${dataDir}: ${said}`)
  } finally {
    await rm(passwordFile, { force: true })
    await removeDrafts(cluster)
  }
}

/** Half-made clusters of attempts that were broken off. One that is still being written to stays until the next attempt. */
async function removeDrafts(cluster: string): Promise<void> {
  const folder = path.dirname(cluster)
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(`${path.basename(cluster)}.making`))
  await Promise.allSettled(drafts.map((name) => rm(path.join(folder, name), { recursive: true, force: true })))
}
