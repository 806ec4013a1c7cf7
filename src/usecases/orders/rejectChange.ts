import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

import { closeChangeReviews } from './reviewChange'

type ChangeVerb<Body = Record<string, unknown>> = Verb<Stored<'order-changes'>, Body>

/** 驳回. */
export const rejectChange: ChangeVerb<Reason> = {
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  roles: ['salesManager', 'generalManager'],
  ...withReason,
  run: async (ctx) => ({ patch: { status: 'rejected' }, after: async () => closeChangeReviews(ctx) }),
}
