import path from 'node:path'

import { build as compile } from 'esbuild'

import { root } from '../fingerprint.mjs'
import { loadsThrough } from './check/loadsThrough'
import { helpWanted } from './terminal'

helpWanted(`npm run check -- 'configuration loads'

Loads the configuration in 20 fresh processes, two at a time, each by a file that prints when it is through: a process whose modules wait
for one another ends without a word, and only the missing word tells. It is compiled once, as the server is.`)

const TIMES = 20
const file = path.join(root, 'node_modules/.cache/gendan/loadConfiguration.mjs')

await compile({
  absWorkingDir: root,
  entryPoints: [path.join(import.meta.dirname, 'check/loadConfiguration.ts')],
  outfile: file,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
})

const load = (): Promise<string> => loadsThrough(file, ['--conditions=production'])

const failed: string[] = []
let begun = 0
const lane = async () => {
  while (begun < TIMES) {
    begun += 1
    const complaint = await load()
    if (complaint) failed.push(complaint)
  }
}
await Promise.all([lane(), lane()])
for (const line of failed) console.error(line)
console.log(`loaded ${TIMES - failed.length} of ${TIMES} times`)
process.exit(failed.length === 0 ? 0 : 1)
