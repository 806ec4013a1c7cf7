import { withProductionConditions } from './productionConditions'
import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run audit:verify [-- --head <head>]

Proves the audit log by its chain of hashes and the seals of its lines: names the first line that has been altered, is missing, was put in by
whoever may write to the database but does not know PAYLOAD_SECRET, or whose link is gone. The end of the chain is compared with the one this server keeps in its data folder: what has been cut off or made anew is named too.
Prints the head of the chain; --head asks whether one printed before still stands in it. Changes nothing. Ends with 1 when the log is broken.`)
withProductionConditions()

const { env } = await import('@/src/env/env')
const { withDatabase } = await import('../withDatabase')
const words = {
  altered: 'is not what was written',
  missing: 'is missing',
  chain: 'is the first after a link that is missing',
  inserted: 'was put in: no program of this house, with its PAYLOAD_SECRET, has written it',
  rewritten: 'is the last that was kept elsewhere, and the chain up to it has been made anew',
  cut: 'is the last that was kept elsewhere: the end of the log has been cut off',
} as const
const at = process.argv.indexOf('--head')
const head = at > 0 ? (process.argv[at + 1] ?? '') : null
const proof = await withDatabase(async () => {
  const { refuseUnreadyBooks } = await import('@/src/db/migrate')
  await refuseUnreadyBooks({ connectionString: env.DATABASE_URL }).catch((error: Error) => stopWith(`Nothing was proven: ${error.message}`))
  const { createLocalReq, getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { inSnapshot } = await import('@/src/db/transaction')
  const { verifyAuditLog } = await import('@/src/ledger/auditChain')
  const { keptHead } = await import('../jobs/keptHead')
  const payload = await getPayload({ config })
  const req = await createLocalReq({}, payload)
  const found = await inSnapshot(req, async () => verifyAuditLog(req, { kept: await keptHead(req), head }))
  await payload.destroy()
  return found
})
console.log(`${proof.chained} lines proven, ${proof.unchained} not chained yet, head ${proof.head || 'none'}`)
if (proof.unsealed > 0)
  console.log(`${proof.unsealed} lines are from before lines were sealed, or came from elsewhere: only the chain speaks for them`)
if (proof.first) console.log(`line ${proof.first.line} ${words[proof.first.what]}`)
if (!proof.knows && !proof.first)
  console.log('the head named does not stand in the chain: the end has been cut off, or the chain made anew')
process.exit(proof.first || !proof.knows ? 1 : 0)
