import { readFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'
import pg from 'pg'

import { compareWithOracle } from '@/src/imports/adventureworks/compareWithOracle'
import { withFreshDatabase } from '@/src/imports/staging/freshDatabase'
import { migrateDatabase } from '@/src/db/migrate'
import { inTransaction } from '@/src/db/transaction'

import { env } from '@/src/env/env'
import { withDatabase } from '../../withDatabase'
import { runAdventureWorksImport } from '../import/adventureworks'
import { compareSalesAnalysis } from './compareSalesAnalysis'
import { printComparison } from './printComparison'

const say = (line: string): void => console.log(line)

/** The application on the database of `url`, migrated. The configuration reads the environment once, so it is set first. */
async function openApplication(url: string): Promise<Payload> {
  env.DATABASE_URL = url
  process.env.DATABASE_URL = url
  await migrateDatabase({ connectionString: url, logLevel: 'warn' })
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  return getPayload({ config, disableOnInit: true })
}

async function ledgerDifferences(payload: Payload): Promise<number> {
  const { createLocalReq } = await import('payload')
  const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const req = await createLocalReq({}, payload)
  const differences = await inTransaction(req, () => verifyLedgers(req))
  for (const { book, key, expected, actual } of differences.slice(0, 20)) say(`${book} ${key}: expected ${expected}, is ${actual}`)
  say(`ledger:verify: ${String(differences.length)} differences`)
  return differences.length
}

async function importAndCompare({ url, folder }: { url: string; folder: string }): Promise<number> {
  const oracle = JSON.parse(readFileSync(path.join(folder, 'oracle.json'), 'utf8')) as Record<string, unknown>
  const payload = await openApplication(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const imported = await runAdventureWorksImport({ client, folder, language: 'en' })
    if (imported !== 0) return imported
    const comparisons = [...(await compareWithOracle({ client, oracle })), ...(await compareSalesAnalysis({ client, oracle }))]
    printComparison({ comparisons, say })
    const differences = comparisons.reduce((sum, comparison) => sum + comparison.differences.length, 0)
    say(differences === 0 ? 'Every figure is the same.' : `${String(differences)} figures differ.`)
    return differences + (await ledgerDifferences(payload)) === 0 ? 0 : 1
  } finally {
    await client.end()
    await payload.destroy()
  }
}

/**
 * `npm run bench -- adventureworks <folder>`: imports the folder into a fresh database beside the books and compares books
 * and report with the folder's oracle.json and verifies the ledgers. Returns the exit code: 1 when any figure differs.
 */
export const benchAdventureWorks = (folder: string): Promise<number> =>
  withDatabase(() =>
    withFreshDatabase({
      serverUrl: env.DATABASE_URL,
      name: `gendan_bench_${String(process.pid)}`,
      work: (url) => importAndCompare({ url, folder }),
    }),
  )
