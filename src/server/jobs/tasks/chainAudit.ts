import { createLocalReq } from 'payload'

import { inSnapshot, inTransaction } from '@/src/db/transaction'
import { chainAuditLog } from '@/src/ledger/auditChain'

import { keepHead } from '../keptHead'
import type { JobTask } from '../task'

/** Every minute: what the audit log says since then cannot be changed unseen any more. */
export const chainAudit: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => chainAuditLog(req))
  const isWhole = await inSnapshot(req, () => keepHead(req))
  if (!isWhole)
    payload.logger.error({
      msg: 'The audit log has been tampered with: its end is not the one that was kept; npm run audit:verify tells more',
    })
}
