import { readdir, writeFile } from 'node:fs/promises'

import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'

import { enterMigrations } from '@/src/db/landedMigrations'

import { withProductionConditions } from './productionConditions'
import { formatted, permissionsPage } from './permissionsPage'
import { helpWanted } from './terminal'

helpWanted(`npm run generate [-- <name of the migration>]

Writes what follows from the configuration: src/payload-types.ts, the admin's import map, docs/permissions.md, and a migration when the schema has changed.
New migrations, also those written by hand, are entered in src/db/migrations/landed.sha256.
No database is needed.`)
withProductionConditions()

process.env.PAYLOAD_SECRET ??= 'only for generating files'
process.env.PAYLOAD_MIGRATING = 'true'
const { default: configuration } = await import('@payload-config')
const config = await configuration
await generateTypes(config, { log: false })
await generateImportMap(config, { log: false, force: true })
await writeFile('docs/permissions.md', await formatted(permissionsPage()))
console.log('types, import map and docs/permissions.md written')
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
const before = await readdir(payload.db.migrationDir).catch(() => [])
let created = false
process.on('exit', (code) => {
  if (code !== 0) return
  if (!created) console.log('no migration needed')
  for (const file of enterMigrations(payload.db.migrationDir)) console.log(`entered in landed.sha256: ${file}`)
})
// ends the process when the schema has not changed
await payload.db.createMigration({ payload, migrationName: process.argv[2] ?? 'schema', skipEmpty: true })
const files = (await readdir(payload.db.migrationDir)).filter((file) => !(before as string[]).includes(file))
created = files.length > 0
console.log(`new: ${files.join(', ')}`)
process.exit()
