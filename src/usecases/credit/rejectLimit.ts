import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

import { approvers } from './limitApprovers'

type CreditLimit = Stored<'credit-limits'>

export const rejectLimit: Verb<CreditLimit, Reason> = {
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  roles: approvers,
  ...withReason,
  run: async ({ body }) => ({ patch: { status: 'draft', reason: body.reason } as Partial<CreditLimit> }),
}
