import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { breakingChanges } from '@/src/db/breakingChanges'

/*
 * Part of `npm run check`: a migration leaves the version before able to run beside it. One that contracts says in `contractingMigrations.json` why no
 * server that is still running can need what it takes away.
 */

const folder = path.resolve('src/db/migrations')
const contracts = JSON.parse(readFileSync(path.resolve('src/db/contractingMigrations.json'), 'utf8')) as Record<string, string>
const isBaseline = (file: string): boolean => /_(baseline|books)\.ts$/.test(file)

const migrations = readdirSync(folder).filter((file) => /^\d.*\.ts$/.test(file) && !isBaseline(file))
const broken = migrations.flatMap((file) => {
  const name = file.replace(/\.ts$/, '')
  const found = breakingChanges(readFileSync(path.join(folder, file), 'utf8'))
  return name in contracts ? [] : found.map((change) => `${name} ${change}`)
})
const idle = Object.keys(contracts).filter((name) => !migrations.includes(`${name}.ts`))

console.log(`${migrations.length} migrations since the baseline, ${Object.keys(contracts).length} of them contract`)
for (const line of broken) console.log(line)
for (const name of idle) console.log(`contractingMigrations.json names ${name}, which is not there`)
if (broken.length > 0)
  console.log('Add first, take away in a later release; or say in src/db/contractingMigrations.json why nobody can need it any more.')
process.exit(broken.length + idle.length > 0 ? 1 : 0)
