import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { env } from '@/src/env/env'
import { remindLoans } from '@/src/usecases/samples/remindLoans'

import type { JobTask } from '../task'

/** Every morning: reminds of lent samples that are due back, each loan once per due date. */
export const loanReminder: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const today = businessDateOf({ instant: new Date().toISOString(), timeZone: env.TZ_BUSINESS })
  const reminded = await inTransaction(req, () => remindLoans({ req, today }))
  if (reminded > 0) payload.logger.info({ msg: 'Reminded of lent samples', loans: reminded })
}
