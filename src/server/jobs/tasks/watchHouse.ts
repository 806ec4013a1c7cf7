import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { raiseAlarms } from '@/src/usecases/control/raiseAlarms'

import type { JobTask } from '../task'

/** Every ten minutes: what is unusual is raised, once, and told to those who watch over the house. */
export const watchHouse: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const raised = await inTransaction(req, () => raiseAlarms(req))
  if (raised > 0) payload.logger.warn({ msg: 'Alarms raised', raised })
}
