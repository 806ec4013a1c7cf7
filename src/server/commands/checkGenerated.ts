import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'
import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'

import { changedMigrations, landedMigrations } from '@/src/db/landedMigrations'

import { formatted, permissionsPage } from './permissionsPage'

import { withProductionConditions } from './productionConditions'

/**
 * `npm run check:generated`: generates types, import map and migrations again and compares them with what is committed, and landed
 * migrations with what they were. Neither the
 * database nor a committed file is touched. Exits with 1 and one line per stale file.
 */

const remedy = 'run `npm run generate` and commit the result'

type DrizzleKit = {
  generateDrizzleJson: (schema: unknown) => Promise<unknown>
  generateMigration: (before: unknown, after: unknown) => Promise<string[]>
}

/** What the Postgres adapter has beside Payload's own type. */
type PostgresInside = { schema: unknown; requireDrizzleKit: () => DrizzleKit }

const textOf = async (file: string) => (await readFile(file, 'utf8').catch(() => '')).trim()

const staleTypes = async (config: SanitizedConfig, temporary: string): Promise<string[]> => {
  const committed = config.typescript.outputFile ?? 'src/payload-types.ts'
  const fresh = path.join(temporary, 'payload-types.ts')
  await generateTypes({ ...config, typescript: { ...config.typescript, outputFile: fresh } }, { log: false })
  return (await textOf(committed)) === (await textOf(fresh)) ? [] : [`${committed} is stale: ${remedy}`]
}

/** The map holds paths relative to itself, so the fresh one is made beside the committed one and removed again. */
const staleImportMap = async (config: SanitizedConfig): Promise<string[]> => {
  const committed = config.admin.importMap.importMapFile
  if (!committed) return ['payload.config.ts names no import map file']
  const fresh = committed.replace(/\.js$/, `.check-${process.pid}.js`)
  const importMap = { ...config.admin.importMap, importMapFile: fresh }
  try {
    await generateImportMap({ ...config, admin: { ...config.admin, importMap } }, { log: false, force: true })
    return (await textOf(committed)) === (await textOf(fresh)) ? [] : [`${committed} is stale: ${remedy}`]
  } finally {
    await rm(fresh, { force: true })
  }
}

/** The page of rights, as the tables say it now. */
const staleRights = async (): Promise<string[]> =>
  (await textOf('docs/permissions.md')) === (await formatted(permissionsPage())).trim() ? [] : [`docs/permissions.md is stale: ${remedy}`]

const staleMigrations = async (payload: Payload): Promise<string[]> => {
  const folder = payload.db.migrationDir
  const files = (await readdir(folder)).sort()
  const snapshot = files.filter((file) => file.endsWith('.json')).at(-1)
  if (!snapshot) return [`${folder} holds no schema snapshot: ${remedy}`]

  const inside = payload.db as unknown as PostgresInside
  const { generateDrizzleJson, generateMigration } = inside.requireDrizzleKit()
  const before: unknown = JSON.parse(await readFile(path.join(folder, snapshot), 'utf8'))
  const statements = await generateMigration(before, await generateDrizzleJson(inside.schema))
  const missing = statements.map((statement) => `no migration does: ${statement.split('\n')[0]}`)

  const index = await textOf(path.join(folder, 'index.ts'))
  const unlisted = files
    .filter((file) => /^\d.*\.ts$/.test(file) && !index.includes(file.replace(/\.ts$/, '')))
    .map((file) => `${file} is not listed in ${folder}/index.ts`)
  return [...missing, ...unlisted, ...changedMigrations(folder)]
}

if (process.argv.includes('--help')) {
  console.log('npm run check:generated\n\nSays whether types, import map and migrations fit the configuration. Changes nothing.')
  process.exit(0)
}

withProductionConditions()
process.env.PAYLOAD_SECRET ??= 'only for checking generated files'
const { default: configuration } = await import('@payload-config')
const config = await configuration
const temporary = await mkdtemp(path.join(tmpdir(), 'gendan-generated-'))
try {
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  const stale = [
    ...(await staleTypes(config, temporary)),
    ...(await staleImportMap(config)),
    ...(await staleMigrations(payload)),
    ...(await staleRights()),
  ]
  for (const line of stale) console.error(line)
  const landed = landedMigrations(payload.db.migrationDir)
  console.log(`landed migrations: ${landed}, of them changed: ${changedMigrations(payload.db.migrationDir).length}`)
  if (stale.length === 0) console.log('types, import map and migrations are fresh')
  process.exitCode = stale.length === 0 ? 0 : 1
} finally {
  await rm(temporary, { recursive: true, force: true })
}
process.exit()
