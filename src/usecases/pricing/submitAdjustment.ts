import { aboveThreshold } from '@/src/domain/pricing/priceAdjustment'
import type { Verb } from '@/src/engine/document'

import { adjusters, thresholdOf } from './adjusters'
import { askForApproval } from './announceAdjustment'
import type { PriceAdjustment } from './prepareAdjustment'

type Step<Body = Record<string, unknown>> = Verb<PriceAdjustment, Body>

export const submitAdjustment: Step = {
  name: 'submit',
  label: { zh: '提交', en: 'Submit' },
  roles: adjusters,
  run: async (ctx) => ({
    patch: { status: 'submitted' },
    after: (stored) => askForApproval(ctx, stored, aboveThreshold(ctx.doc.lines, thresholdOf(ctx)) !== null),
  }),
}
