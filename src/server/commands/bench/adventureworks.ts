import { readFileSync } from 'node:fs'
import path from 'node:path'

import pg from 'pg'

import { compareWithOracle } from '@/src/db/import/adventureworks/compareWithOracle'
import { withFreshDatabase } from '@/src/db/import/freshDatabase'

import { env } from '../../env'
import { withDatabase } from '../../withDatabase'
import { runAdventureWorksImport } from '../import/adventureworks'
import { printComparison } from './printComparison'

const say = (line: string): void => console.log(line)

/** The application's schema in the database of `url`. */
async function migrate(url: string): Promise<void> {
  const { migrateDatabase } = await import('@/src/db/migrate')
  await migrateDatabase({ connectionString: url, logLevel: 'warn' })
}

async function importAndCompare({ url, folder }: { url: string; folder: string }): Promise<number> {
  const oracle = JSON.parse(readFileSync(path.join(folder, 'oracle.json'), 'utf8')) as Record<string, unknown>
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const imported = await runAdventureWorksImport({ client, folder, language: 'en' })
    if (imported !== 0) return imported
    const comparisons = await compareWithOracle({ client, oracle })
    printComparison({ comparisons, say })
    const differences = comparisons.reduce((sum, comparison) => sum + comparison.differences.length, 0)
    say(differences === 0 ? 'Every figure is the same.' : `${String(differences)} figures differ.`)
    return differences === 0 ? 0 : 1
  } finally {
    await client.end()
  }
}

/**
 * `npm run bench -- adventureworks <folder>`: imports the folder into a fresh database beside the books and compares it
 * with the folder's oracle.json. Returns the exit code: 1 when any figure differs.
 */
export const benchAdventureWorks = (folder: string): Promise<number> =>
  withDatabase(() =>
    withFreshDatabase({
      serverUrl: env.DATABASE_URL,
      name: `gendan_bench_${String(process.pid)}`,
      work: async (url) => {
        await migrate(url)
        return importAndCompare({ url, folder })
      },
    }),
  )
