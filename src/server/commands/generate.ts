import { readdir } from 'node:fs/promises'

import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'

import { helpWanted } from './terminal'

helpWanted(`npm run generate [-- <name of the migration>]

Writes what follows from the configuration: src/payload-types.ts, the admin's import map, and a migration when the schema has changed.
No database is needed.`)

process.env.PAYLOAD_SECRET ??= 'only for generating files'
process.env.PAYLOAD_MIGRATING = 'true'
const { default: configuration } = await import('@payload-config')
const config = await configuration
await generateTypes(config, { log: false })
await generateImportMap(config, { log: false, force: true })
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
const before = await readdir(payload.db.migrationDir).catch(() => [])
const name = process.argv[2] ?? 'schema'
await payload.db.createMigration({ payload, migrationName: name, skipEmpty: true, forceAcceptWarning: true })
const created = (await readdir(payload.db.migrationDir)).filter((file) => !(before as string[]).includes(file))
console.log(
  created.length > 0 ? `types and import map written; new: ${created.join(', ')}` : 'types and import map written; no migration needed',
)
process.exit()
