import type { Verb } from '@/src/engine/document'

import type { SampleDocument } from './prepareSample'
import { engineers, tell } from './tellOfSample'

type SampleVerb<Body = Record<string, unknown>> = Verb<SampleDocument, Body>

export const readySample: SampleVerb = {
  name: 'ready',
  label: { zh: '样板完成', en: 'Ready' },
  roles: engineers,
  run: async (ctx) => ({
    patch: { status: 'ready', statusSince: ctx.now.instant },
    after: (sample) => tell(ctx, sample, 'sampleReady', { to: 'sales', zh: '已完成，可以送样', en: 'is ready to be sent' }),
  }),
}
