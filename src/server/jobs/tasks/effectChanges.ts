import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { now } from '@/src/engine/clock'
import { putDueChangesInForce } from '@/src/usecases/control/houseChangesDue'

import type { JobTask } from '../task'

/** Every minute: confirmed changes of rights and settings whose moment has come are written. Settings do not wait for it. */
export const effectChanges: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const effective = await inTransaction(req, () => putDueChangesInForce(req, now(req).instant))
  if (effective > 0) payload.logger.info({ msg: 'Changes of rights and settings in force', effective })
}
