import { readFileSync } from 'node:fs'
import path from 'node:path'

import pg from 'pg'

import { compareWithOracle } from '@/src/db/import/adventureworks/compareWithOracle'

import { env } from '../../env'
import { openDatabase } from '../../withDatabase'
import { runAdventureWorksImport } from '../import/adventureworks'
import { printComparison } from './printComparison'

const say = (line: string): void => console.log(line)

/** A new database beside the books of this server, migrated, gone afterwards. */
async function withFreshDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const { stop } = await openDatabase()
  const serverUrl = env.DATABASE_URL
  const name = `gendan_bench_${String(process.pid)}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    await admin.query(`create database ${name}`)
    env.DATABASE_URL = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
    process.env.DATABASE_URL = env.DATABASE_URL
    return await work()
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    await stop()
  }
}

/**
 * `npm run bench -- adventureworks <folder>`: imports the folder into a fresh database, compares the books with the
 * folder's oracle.json and verifies the ledgers. Returns the exit code: 1 when any figure differs.
 */
export async function benchAdventureWorks(folder: string): Promise<number> {
  const oracle = JSON.parse(readFileSync(path.join(folder, 'oracle.json'), 'utf8')) as Record<string, unknown>
  return withFreshDatabase(async () => {
    const { getPayload } = await import('payload')
    const { default: config } = await import('@payload-config')
    const { migrateDatabase } = await import('@/src/db/migrate')
    const payload = await getPayload({ config, disableOnInit: true })
    await migrateDatabase({ payload })
    await payload.destroy()

    const client = new pg.Client({ connectionString: env.DATABASE_URL })
    await client.connect()
    try {
      const imported = await runAdventureWorksImport({ client, folder, language: 'en' })
      if (imported !== 0) return imported
      await client.query('analyze')
      const comparisons = await compareWithOracle({ client, oracle })
      printComparison({ comparisons, say })
      const differences = comparisons.reduce((sum, comparison) => sum + comparison.differences.length, 0)
      say(differences === 0 ? 'Every figure is the same.' : `${String(differences)} figures differ.`)
      return differences === 0 ? 0 : 1
    } finally {
      await client.end()
    }
  })
}
