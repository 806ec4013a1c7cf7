import type { PayloadRequest } from 'payload'

import type { Difference } from '@/src/ledger/verifyBalances'
import { withProductionConditions } from './productionConditions'
import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run ledger:verify [-- --changed]

Rebuilds every balance from the entries and every entry from the documents, and prints what differs.
--changed: of the documents only those that are not as the nightly proof found them; balances are proven as a whole all the same.
Changes nothing, and refuses books that are half restored or not up to date. Ends with 1 when the books and the documents disagree.`)
withProductionConditions()

const { env } = await import('@/src/env/env')
const { version } = await import('@/src/env/version')
const { withDatabase } = await import('../withDatabase')
const differences = await withDatabase(async () => {
  const { refuseUnreadyBooks } = await import('@/src/db/migrate')
  await refuseUnreadyBooks({ connectionString: env.DATABASE_URL }).catch((error: Error) => stopWith(`Nothing was proven: ${error.message}`))
  const { createLocalReq, getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { inSnapshot } = await import('@/src/db/transaction')
  const { verifyChanges, verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const payload = await getPayload({ config })
  const req: PayloadRequest = await createLocalReq({}, payload)
  let checked = 0
  const all = (): Promise<Difference[]> =>
    verifyLedgers(req, (documents) => {
      checked = documents
      if (process.stdout.isTTY) process.stdout.write(`\r${documents} documents`)
    })
  const changed = async (): Promise<Difference[]> => {
    const { looked, documents, differences: found } = await verifyChanges(req, { version: version(), at: new Date().toISOString() })
    console.log(`${looked} of ${documents} documents have changed since they were proven`)
    checked = documents
    return found
  }
  const found = await inSnapshot(req, process.argv.includes('--changed') ? changed : all)
  console.log(`${process.stdout.isTTY ? '\r' : ''}${checked} documents proven, ${found.length} differences`)
  for (const { book, key, expected, actual } of found) console.log(`${book} ${key}: expected ${expected}, found ${actual}`)
  await payload.destroy()
  return found
})
process.exit(differences.length === 0 ? 0 : 1)
