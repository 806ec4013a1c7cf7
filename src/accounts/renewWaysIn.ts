import type { PayloadRequest } from 'payload'

import { removeFactor } from '@/src/db/accounts/factors'
import { forgetIdentities } from '@/src/db/accounts/identities'
import { endKeys } from '@/src/db/accounts/keys'
import { closePassword } from '@/src/db/accounts/passwords'
import { writeAudit } from '@/src/engine/audit'
import { isAccountMadeByOthers } from '@/src/ledger/facts/accountMadeByOthers'

import { sendPasswordLink } from './passwordLink'
import { closeSessions } from './sessions'

type Owner = { id: number; email: string; language?: 'zh' | 'en' | null }

/**
 * Where somebody else may know how to get in, every way into an account ends: password, sessions, keys, second factor, identities outside.
 * Its owner is sent a link to a new password.
 */
export async function renewWaysMadeByOthers(req: PayloadRequest, owner: Owner): Promise<void> {
  if (!(await isAccountMadeByOthers(req, owner.id))) return
  const about = { req, user: owner.id }
  await closePassword(about)
  await closeSessions(req, { ...owner, why: 'ways-in' })
  await endKeys(about)
  await removeFactor(about)
  await forgetIdentities(about)
  await sendPasswordLink({ req, to: owner, purpose: 'reset' })
  await writeAudit(req, { slug: 'users', documentId: owner.id, no: owner.email, verb: 'ways-in-renewed' })
}
