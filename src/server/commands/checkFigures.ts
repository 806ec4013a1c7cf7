import { readFileSync } from 'node:fs'
import path from 'node:path'

import { castsIn, contextWritesIn, loopbackIn, type Place } from './check/figures'

const baseline = 'src/server/commands/check/figures.json'

if (process.argv.includes('--help')) {
  console.log(`tsx src/server/commands/checkFigures.ts

Counts the places where the compiler is silenced, what is hung on requests and requests of the server to itself, and fails
when there are more than ${baseline} allows. The figures there may only fall.`)
  process.exit(0)
}

const root = process.cwd()
type Figures = { casts: number; contextKeys: number; loopback: number; statements: Record<string, number> }
const allowed = JSON.parse(readFileSync(path.join(root, baseline), 'utf8')) as Figures

/** Prints the figure; true when it is not above what is allowed. */
function judged(name: string, found: readonly Place[], most: number): boolean {
  console.log(`${name}: ${found.length} (${most} allowed)`)
  if (found.length < most) console.log(`write ${found.length} down in ${baseline}: the figure may only fall`)
  if (found.length > most) for (const { file, line } of found) console.log(`  ${file}:${line}`)
  return found.length <= most
}

const results = [
  judged('casts', castsIn(root), allowed.casts),
  judged('places that hang something on req.context', contextWritesIn(root), allowed.contextKeys),
  judged('requests of the server to itself', loopbackIn(root), allowed.loopback),
]
// counted by tests/scenarios/statements.spec.ts on a real database
const statements = Object.entries(allowed.statements).map(([step, count]) => `${step} ${count}`)
console.log(`statements of an order, whatever its lines: ${statements.join(', ')}`)
process.exit(results.every(Boolean) ? 0 : 1)
