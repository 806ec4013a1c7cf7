import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

import { closeChangeReviews } from './reviewChange'

type ChangeVerb<Body = Record<string, unknown>> = Verb<Stored<'order-changes'>, Body>

/** 取消. */
export const cancelChange: ChangeVerb<Reason> = {
  name: 'cancel',
  label: { zh: '取消变更', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'generalManager'],
  ...withReason,
  run: async (ctx) => ({ patch: { status: 'cancelled' }, after: async () => closeChangeReviews(ctx) }),
}
