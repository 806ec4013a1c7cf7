import { createLocalReq } from 'payload'

import { forgetLinks } from '@/src/db/accounts/links'
import { forgetPreparedFiles } from '@/src/db/preparedFiles'
import { forgetSessions } from '@/src/db/accounts/sessions'
import { forgetIdempotencyKeys } from '@/src/db/idempotencyKeys'
import { forgetCalls } from '@/src/db/outside/calls'
import { inTransaction } from '@/src/db/transaction'

import type { JobTask } from '../task'

/** Nightly: forgets what nobody will ask for again. */
export const tidyUp: JobTask = async ({ payload }) => {
  const req = await createLocalReq({}, payload)
  const forgotten = await inTransaction(req, async () => {
    await forgetLinks({ req })
    await forgetSessions(req)
    await forgetCalls(req)
    return forgetIdempotencyKeys({ req })
  })
  const files = await forgetPreparedFiles({ payload })
  payload.logger.info({ msg: 'Tidied up', forgottenIdempotencyKeys: forgotten, forgottenFiles: files })
}
