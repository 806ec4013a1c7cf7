import { withProductionConditions } from './productionConditions'
import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run audit:verify

Proves the audit log by its chain of hashes and names the first line that has been altered, is missing, or whose link is gone.
Prints the head of the chain: kept elsewhere, it proves that the end has not been cut off. Changes nothing. Ends with 1 when the log is broken.`)
withProductionConditions()

const { env } = await import('@/src/env/env')
const { withDatabase } = await import('../withDatabase')
const words = {
  altered: 'is not what was written',
  missing: 'is missing',
  chain: 'is the first after a link that is missing',
} as const
const proof = await withDatabase(async () => {
  const { refuseUnreadyBooks } = await import('@/src/db/migrate')
  await refuseUnreadyBooks({ connectionString: env.DATABASE_URL }).catch((error: Error) => stopWith(`Nothing was proven: ${error.message}`))
  const { createLocalReq, getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { inSnapshot } = await import('@/src/db/transaction')
  const { verifyAuditLog } = await import('@/src/ledger/auditChain')
  const payload = await getPayload({ config })
  const req = await createLocalReq({}, payload)
  const found = await inSnapshot(req, () => verifyAuditLog(req))
  await payload.destroy()
  return found
})
console.log(`${proof.chained} lines proven, ${proof.unchained} not chained yet, head ${proof.head || 'none'}`)
if (proof.first) console.log(`line ${proof.first.line} ${words[proof.first.what]}`)
process.exit(proof.first ? 1 : 0)
