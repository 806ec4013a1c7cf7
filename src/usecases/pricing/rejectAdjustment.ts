import type { Verb } from '@/src/engine/document'
import { type Reason, withReason } from '@/src/engine/reason'

import { approvers } from './adjusters'
import { tellDecision } from './announceAdjustment'
import type { PriceAdjustment } from './prepareAdjustment'

type Step<Body = Record<string, unknown>> = Verb<PriceAdjustment, Body>

export const rejectAdjustment: Step<Reason> = {
  name: 'reject',
  label: { zh: '驳回', en: 'Reject' },
  roles: approvers,
  ...withReason,
  run: async (ctx) => ({
    patch: { status: 'draft', decision: ctx.body.reason } as Partial<PriceAdjustment>,
    after: (stored) => tellDecision(ctx, stored, 'rejected'),
  }),
}
