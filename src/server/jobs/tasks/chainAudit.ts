import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { chainAuditLog } from '@/src/ledger/auditChain'

import type { JobTask } from '../task'

/** Every minute: what the audit log says since then cannot be changed unseen any more. */
export const chainAudit: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => chainAuditLog(req))
}
