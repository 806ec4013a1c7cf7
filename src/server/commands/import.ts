import pg from 'pg'

import { withProductionConditions } from './productionConditions'
import { helpWanted, stopWith } from './terminal'
import { adventureWorksHelp, runAdventureWorksImport } from './import/adventureworks'

const help = `npm run import -- <kind> <path>

Takes data from outside into the books of DATA_DIR or DATABASE_URL. Everything is read and checked first and written in
one transaction: either all of it is there or nothing. Rows that cannot be taken in are listed with file, line, column
and reason (in Chinese when LANG is zh). A second run changes nothing; an interrupted run goes on where it stopped.

Kinds:
  ${adventureWorksHelp}`

helpWanted(help)
withProductionConditions()

const kinds = { adventureworks: runAdventureWorksImport } as const

const [kind, source, ...rest] = process.argv.slice(2)
if (!kind || !(kind in kinds))
  stopWith(`${kind ? `There is no import of ${kind}` : 'Say what to import'}: ${Object.keys(kinds).join(', ')} (npm run import -- --help)`)
if (!source || rest.length > 0) stopWith(`npm run import -- ${kind} <path>: one path is needed`)
const run = kinds[kind as keyof typeof kinds]

const { withDatabase } = await import('../withDatabase')
const { env } = await import('@/src/env/env')

process.exitCode = await withDatabase(async () => {
  const { migrateDatabase } = await import('@/src/db/migrate')
  await migrateDatabase({ connectionString: env.DATABASE_URL, logLevel: 'warn' })

  // A connection of its own: the pool of the application ends statements that take minutes.
  const client = new pg.Client({ connectionString: env.DATABASE_URL, application_name: 'gendan-import' })
  client.on('error', () => undefined) // the statement that was running fails with it and says so
  await client.connect()
  try {
    return await run({ client, folder: source, language: (process.env.LC_ALL || process.env.LANG || '').startsWith('zh') ? 'zh' : 'en' })
  } finally {
    await client.end()
  }
})
process.exit()
