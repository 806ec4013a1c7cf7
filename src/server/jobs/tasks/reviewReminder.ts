import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { remindReviews } from '@/src/usecases/orders/remindReviews'

import type { JobTask } from '../task'

/** Every ten minutes: reminds of opinions that are past their deadline, each once. */
export const reviewReminder: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const reminded = await inTransaction(req, () => remindReviews({ req, now: new Date().toISOString() }))
  if (reminded > 0) payload.logger.info({ msg: 'Reminded of late reviews', reviews: reminded })
}
