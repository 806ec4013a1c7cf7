import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { supersedeReplaced, takeEffectOfDue } from '@/src/usecases/pricing/adjustmentsDue'
import { now } from '@/src/engine/clock'

import type { JobTask } from '../task'

/** At midnight of the business: adjustments of the new day are in force, those they replace are superseded. Prices do not wait for it. */
export const adjustPrices: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const today = now(req).date
  const effective = await inTransaction(req, () => takeEffectOfDue(req, today))
  const after = await createLocalReq({}, payload)
  const superseded = await inTransaction(after, () => supersedeReplaced(after, today))
  if (effective + superseded > 0) payload.logger.info({ msg: 'Price adjustments', effective, superseded })
}
