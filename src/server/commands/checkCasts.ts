import { readFileSync } from 'node:fs'
import path from 'node:path'

import { anysIn, type Cast, castsIn } from './check/casts'

const baseline = 'src/server/commands/check/casts.json'

if (process.argv.includes('--help')) {
  console.log(`tsx src/server/commands/checkCasts.ts

Counts the places where the compiler is silenced, and each 'any' in tests, and fails when there are more than ${baseline} allows. The figures there may only fall.`)
  process.exit(0)
}

const root = process.cwd()
const allowed = JSON.parse(readFileSync(path.join(root, baseline), 'utf8')) as { casts: number; anyInTests: number }

/** Prints the figure; true when it is not above what is allowed. */
function judged(name: string, found: readonly Cast[], most: number): boolean {
  console.log(`${name}: ${found.length} (${most} allowed)`)
  if (found.length < most) console.log(`write ${found.length} down in ${baseline}: the figure may only fall`)
  if (found.length > most) for (const { file, line } of found) console.log(`  ${file}:${line}`)
  return found.length <= most
}

const results = [judged('casts', castsIn(root), allowed.casts), judged('any in tests', anysIn(root), allowed.anyInTests)]
process.exit(results.every(Boolean) ? 0 : 1)
