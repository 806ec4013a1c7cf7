import type { Verb } from '@/src/engine/document'
import { type Reason, withReason } from '@/src/engine/reason'

import { withdrawOpenRound } from './moveSample'
import type { SampleDocument } from './prepareSample'
import { sellers } from './tellOfSample'

type SampleVerb<Body = Record<string, unknown>> = Verb<SampleDocument, Body>

/** 取消: an open round is withdrawn with it. */
export const cancelSample: SampleVerb<Reason> = {
  name: 'cancel',
  label: { zh: '取消样板', en: 'Cancel' },
  roles: [...sellers, 'engineering'],
  ...withReason,
  run: async (ctx) => ({
    patch: { status: 'cancelled', statusSince: ctx.now.instant },
    after: async (sample) => {
      await withdrawOpenRound(ctx, sample.id)
    },
  }),
}
