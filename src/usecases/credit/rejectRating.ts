import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

type CreditGrade = Stored<'credit-grades'>

export const rejectRating: Verb<CreditGrade, Reason> = {
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  roles: ['finance', 'generalManager'],
  ...withReason,
  run: ({ body }) => Promise.resolve({ patch: { status: 'rejected', rejectReason: body.reason } }),
}
