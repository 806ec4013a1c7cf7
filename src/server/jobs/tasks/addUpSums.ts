import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { env } from '@/src/env/env'
import { addUpSums } from '@/src/ledger/sums/addUp'

import type { JobTask } from '../task'

/** Every minute: what documents add up to that have changed since. Reports are right before and after; after it they are fast. */
export const addUpSumsTask: JobTask = async ({ payload }) => {
  for (let added = 1; added > 0;) {
    const req = await createLocalReq({}, payload)
    added = await inTransaction(req, () => addUpSums(req, { timeZone: env.TZ_BUSINESS }))
  }
}
