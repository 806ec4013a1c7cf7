import { spawn } from 'node:child_process'
import path from 'node:path'

import { build as compile } from 'esbuild'

import { root } from '../fingerprint.mjs'
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

const load = () =>
  new Promise<string>((resolve) => {
    const child = spawn(process.execPath, ['--conditions=production', file], {
      env: { ...process.env, PAYLOAD_SECRET: 'only for loading once', DATABASE_URL: '', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => (said += String(chunk)))
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    child.on('close', (code) =>
      resolve(code === 0 && said.trim() === 'through' ? '' : `ended with ${code}: ${said.trim() || 'not a word'}`),
    )
  })

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
