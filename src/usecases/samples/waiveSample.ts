import type { Verb } from '@/src/engine/document'
import { type Reason, withReason } from '@/src/engine/reason'

import type { SampleDocument } from './prepareSample'

type SampleVerb<Body = Record<string, unknown>> = Verb<SampleDocument, Body>

/** 特批量产: the general manager lets goods of an unapproved sample be ordered; reason and person stand in the history. */
export const waiveSample: SampleVerb<Reason> = {
  name: 'waive',
  label: { zh: '特批量产', en: 'Allow goods orders' },
  roles: ['generalManager'],
  ...withReason,
  offered: (doc) => !doc.waiver && !['approvedByCustomer', 'converted'].includes(doc.status),
  run: async (ctx) => ({ patch: { waiver: ctx.body.reason } }),
}
