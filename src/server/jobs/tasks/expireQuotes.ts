import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { expireQuotes as expire } from '@/src/usecases/quotes/expireQuotes'
import { now } from '@/src/engine/clock'

import type { JobTask } from '../task'

/** Every night: quotes past their validity expire. */
export const expireQuotes: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const expired = await inTransaction(req, () => expire({ req, today: now(req).date }))
  if (expired > 0) payload.logger.info({ msg: 'Quotes expired', quotes: expired })
}
