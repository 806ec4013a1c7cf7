import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { fingerprint, root } from '../../../fingerprint.mjs'

const sources = [
  'collections',
  'hooks',
  'reports',
  'src',
  'payload.config.ts',
  'next.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const own = 'src/server/commands/bench/forms/platform'
const admin = 'src/app/(payload)'

/** Where the copy stands: under the project, so that its packages are those of the project. */
const copy = path.join(root, '.data/platform-forms')

function run(...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: Buffer[] = []
    const child = spawn(process.execPath, ['--conditions=production', ...args], {
      cwd: copy,
      env: { ...process.env, PAYLOAD_SECRET: 'only while building', PAYLOAD_MIGRATING: 'true', DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => void said.push(part))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(Buffer.concat(said).toString().slice(-5000)))))
  })
}

/**
 * The house in the platform's own forms, built: a copy of the sources in which the configuration, the layout and the page of the admin are
 * the platform's, and the import map names what those need. Nothing of it is part of what is shipped. The answer is its folder.
 */
export async function builtPlatformCopy(): Promise<string> {
  const mark = path.join(copy, '.made-from')
  const sourcesNow = await fingerprint()
  if ((await readFile(mark, 'utf8').catch(() => '')) === sourcesNow) return copy
  await rm(mark, { force: true })
  for (const source of sources) await rm(path.join(copy, source), { recursive: true, force: true })
  await mkdir(copy, { recursive: true })
  for (const source of sources) await cp(path.join(root, source), path.join(copy, source), { recursive: true })
  if (!existsSync(path.join(copy, 'node_modules'))) await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  for (const [from, to] of [
    ['payload.config.ts', 'payload.config.ts'],
    ['layout.tsx', `${admin}/layout.tsx`],
    ['page.tsx', `${admin}/admin/[[...segments]]/page.tsx`],
  ] as const)
    await cp(path.join(root, own, from), path.join(copy, to))
  await rm(path.join(copy, 'src/app/(login)'), { recursive: true }) // the platform brings its own log-in
  // the builder looks for packages beneath its root only
  const settings = path.join(copy, 'next.config.mjs')
  const said = await readFile(settings, 'utf8')
  const told = said.replace('root: import.meta.dirname', `root: ${JSON.stringify(root)}`)
  if (told === said) throw new Error(`${settings} does not say its root as it did`)
  await writeFile(settings, told)
  await run('--import', 'tsx', 'src/server/commands/bench/forms/platform/importMap.ts')
  await run('--import', 'tsx', 'src/server/commands/build.ts')
  await writeFile(mark, sourcesNow)
  return copy
}
