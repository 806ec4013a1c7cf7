import { createLocalReq } from 'payload'

import { inSnapshot } from '@/src/db/transaction'
import { verifyAuditLog } from '@/src/ledger/auditChain'

import { keptHead } from '../keptHead'
import type { JobTask } from '../task'

/** Nightly: proves the audit log. The head of the chain stands in the server's log, which lies elsewhere; a break is an error there. */
export const verifyAudit: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const { chained, head, first } = await inSnapshot(req, async () => verifyAuditLog(req, { kept: await keptHead(req) }))
  if (first) payload.logger.error({ msg: `The audit log has been tampered with: line ${first.line} is ${first.what}`, chained })
  else payload.logger.info({ msg: 'The audit log is whole', chained, head })
}
