import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

import { approvers } from './limitApprovers'

type CreditLimit = Stored<'credit-limits'>

/** 取消: the limit before it is in force again at once. */
export const cancelLimit: Verb<CreditLimit, Reason> = {
  name: 'cancel',
  label: { zh: '取消', en: 'Cancel' },
  roles: approvers,
  ...withReason,
  run: async ({ body }) => ({ patch: { status: 'cancelled', reason: body.reason } as Partial<CreditLimit> }),
}
