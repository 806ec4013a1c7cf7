import { readFileSync } from 'node:fs'
import path from 'node:path'

import { castsIn } from './check/casts'

const baseline = 'src/server/commands/check/casts.json'

if (process.argv.includes('--help')) {
  console.log(`tsx src/server/commands/checkCasts.ts

Counts the places where the compiler is silenced, and fails when there are more than ${baseline} allows. The figure there may only fall.`)
  process.exit(0)
}

const root = process.cwd()
const { casts: allowed } = JSON.parse(readFileSync(path.join(root, baseline), 'utf8')) as { casts: number }
const found = castsIn(root)
console.log(`casts: ${found.length} (${allowed} allowed)`)
if (found.length < allowed) console.log(`write ${found.length} down in ${baseline}: the figure may only fall`)
if (found.length > allowed) {
  for (const { file, line } of found) console.log(`  ${file}:${line}`)
  process.exit(1)
}
