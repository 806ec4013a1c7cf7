import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/*
 * What a build was made from. Plain JavaScript, because it is asked before anything is compiled (`launch.mjs`).
 */

/** The folder of the project: two floors above this file, and above what is compiled of it into `.next/gendan`. */
export const root = path.resolve(import.meta.dirname, '../..')
/** Where the fingerprint of the last build is kept. */
export const markFile = path.join(root, '.next/gendan-fingerprint')
const sources = ['collections', 'hooks', 'reports', 'src', 'payload.config.ts', 'next.config.mjs', 'tsconfig.json', 'package-lock.json']

/** Of what the build is made from, by content: a fresh clone or a touched file does not count as a change. */
export async function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const at = path.join(root, source)
    const inside = await readdir(at, { recursive: true }).catch(() => null)
    const files = inside ? inside.map((name) => path.join(at, name)).sort() : [at]
    for (const file of files.filter((name) => /\.(tsx?|mjs|js|css|json)$/.test(name) && !/\.spec\.tsx?$/.test(name))) {
      hash.update(path.relative(root, file)).update(await readFile(file).catch(() => ''))
    }
  }
  return hash.digest('hex')
}

/** The fingerprint of what was built last; empty when nothing was. */
export const built = () => readFile(markFile, 'utf8').catch(() => '')
