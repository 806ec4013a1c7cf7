import { createLocalReq } from 'payload'

import { sendPasswordLink } from '@/src/accounts/passwordLink'
import { gotLinkSince } from '@/src/db/accounts/links'
import { inTransaction } from '@/src/db/transaction'

import type { JobTask } from '../task'

/**
 * Somebody forgot a password. Whether there is such an account is found out here and not while he waits, so that nobody learns it by how long
 * he waited. One mail a minute, however often he asks; none to who has left.
 */
export const passwordLink: JobTask = async ({ payload, input }) => {
  const email = typeof input.email === 'string' ? input.email : ''
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const { docs } = await payload.find({
      collection: 'users',
      where: { and: [{ email: { equals: email } }, { disabled: { not_equals: true } }] },
      limit: 1,
      depth: 0,
      overrideAccess: true,
      req,
    })
    const [account] = docs
    if (!account || (await gotLinkSince({ req, user: account.id, seconds: 60 }))) return
    await sendPasswordLink({ req, to: account, purpose: 'reset' })
  })
}
