import type { ClientBase } from 'pg'

import { env } from '@/src/env/env'
import { auditStatement } from '@/src/ledger/auditLog'
import { rebuildLastPrices } from '@/src/ledger/lastPrices'
import { sealAllOpenings } from '@/src/ledger/openingSeals'

import type { Progress } from '../staging/progress'
import type { RowProblem } from '../staging/sourceTable'
import { dropStaging, stageFolder } from '../staging/stageFolder'
import { stagingTable } from '../staging/stagingName'
import { businessChecks } from './businessChecks'
import { importCustomers } from './importCustomers'
import { importDocuments } from './importDocuments'
import { importItems } from './importItems'
import { importLedgers } from './importLedgers'
import { importOrganisation } from './importOrganisation'
import { importStock } from './importStock'
import { prepareOrders } from './prepareOrders'
import { settleBaseCurrency } from './settleBaseCurrency'
import { sourceTables } from './sourceTables'

export type ImportResult =
  | { outcome: 'refused'; problems: RowProblem[] }
  | { outcome: 'otherCurrency'; baseCurrency: string }
  | { outcome: 'busy' }
  | { outcome: 'imported'; read: number; created: Record<string, number> }

const stagingTables = sourceTables.map(({ name }) => stagingTable(name))
const ordersPerStretch = 2000
/** Rows that one line and one order become, for the progress bar: 3 lines, 5 + 2 of progress; 3 documents, 3 of receivables and credit. */
const [rowsPerLine, rowsPerOrder] = [10, 6]

async function writeBooks({ client, progress }: { client: ClientBase; progress: Progress }): Promise<Record<string, number>> {
  progress.phase({ name: 'Master data', total: 0 })
  const masters = { ...(await importOrganisation(client)), ...(await importItems(client)), ...(await importCustomers(client)) }
  const stock = await importStock(client)
  progress.advance(Object.values({ ...masters, ...stock }).reduce((sum, rows) => sum + rows, 0))

  progress.phase({ name: 'Preparing orders', total: 0 })
  const { orders, lines } = await prepareOrders(client)
  progress.advance(lines)

  await client.query(`create temp table import_aw_shipping_warehouse on commit drop as
    select id from warehouses where code like 'AW-L%' order by (name = 'Finished Goods Storage') desc, code limit 1`)
  progress.phase({ name: 'Writing the books', total: orders * rowsPerOrder + lines * rowsPerLine })
  for (let first = 1; first <= orders; first += ordersPerStretch) {
    const stretch = { client, first, last: first + ordersPerStretch - 1 }
    progress.advance(await importDocuments(stretch))
    progress.advance(await importLedgers(stretch))
  }
  for (const statement of [...rebuildLastPrices, ...sealAllOpenings]) await client.query(statement)
  return { ...masters, ...stock, orders, 'order lines': lines, deliveries: orders, invoices: orders }
}

/** Where the connection is gone the server has rolled back and unlocked by itself; the first error is the one to tell. */
async function endQuietly({ client, statement }: { client: ClientBase; statement: string }): Promise<void> {
  await client.query(statement).catch(() => undefined)
}

/** One entry of the audit log says what came in; a run that found everything there already leaves none. */
async function recordImport({ client, created }: { client: ClientBase; created: Record<string, number> }): Promise<void> {
  const changes = Object.entries(created)
    .filter(([, rows]) => rows > 0)
    .map(([path, rows]) => ({ path, before: null, after: rows }))
  if (changes.length === 0) return
  const { rows } = await client.query<{ at: Date }>('select now() as at')
  await client.query(
    auditStatement(env.PAYLOAD_SECRET, {
      at: (rows[0]?.at as Date).toISOString(),
      ...{ user: null, userName: 'import', client: 'npm run import' },
      ...{ slug: 'adventureworks', documentId: null, no: null, verb: 'import', version: null, changes, reason: null },
    }),
  )
}

/**
 * Takes the AdventureWorks tables in `folder` into the books as opening data: staged and checked first, then written
 * in one transaction, so that either all of it is there or nothing. What is there already (by code or number) is left
 * as it is: a second run creates nothing. An interrupted run keeps the tables it has staged and goes on from there.
 */
export async function importAdventureWorks(args: { client: ClientBase; folder: string; progress: Progress }): Promise<ImportResult> {
  const { client, folder, progress } = args
  const lock = await client.query<{ got: boolean }>(`select pg_try_advisory_lock(hashtext('gendan import')) as got`)
  if (lock.rows[0]?.got !== true) return { outcome: 'busy' }
  try {
    const { rows, problems } = await stageFolder({ client, folder, tables: sourceTables, businessChecks, progress })
    if (problems.length > 0) {
      await dropStaging({ client, tables: stagingTables })
      return { outcome: 'refused', problems }
    }

    await client.query('begin')
    try {
      const currency = await settleBaseCurrency({ client, currency: 'USD' })
      if (currency.outcome === 'other') {
        await client.query('rollback')
        await dropStaging({ client, tables: stagingTables })
        return { outcome: 'otherCurrency', baseCurrency: currency.baseCurrency }
      }
      if (currency.outcome === 'changed')
        progress.note('The books were empty: the base currency of the company is now USD, the currency of these figures.')
      const created = await writeBooks({ client, progress })
      await recordImport({ client, created })
      progress.phase({ name: 'Committing', total: 0 })
      // Deferred references between lines are checked here, so that a failure is an error and never a lost commit.
      await client.query('set constraints all immediate')
      await client.query('commit')
      if (Object.values(created).some((rows) => rows > 0)) {
        progress.phase({ name: 'Statistics', total: 0 })
        // A million new rows: reports should be planned by what is there now, not by what was there before.
        await client.query('analyze')
      }
      progress.end()
      await dropStaging({ client, tables: stagingTables })
      return { outcome: 'imported', read: rows, created }
    } catch (error) {
      await endQuietly({ client, statement: 'rollback' })
      throw error
    }
  } finally {
    await endQuietly({ client, statement: `select pg_advisory_unlock(hashtext('gendan import'))` })
  }
}
