import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { env } from '@/src/env/env'
import { proposeRatings } from '@/src/usecases/credit/proposeRatings'

import type { JobTask } from '../task'

/** Every quarter: proposes a rating for each customer with enough history. Somebody approves them, or not. */
export const rateCustomers: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const date = businessDateOf({ instant: new Date().toISOString(), timeZone: env.TZ_BUSINESS })
  const proposed = await inTransaction(req, () => proposeRatings({ req, date }))
  if (proposed.length > 0) payload.logger.info({ msg: 'Ratings proposed', ratings: proposed.length })
}
