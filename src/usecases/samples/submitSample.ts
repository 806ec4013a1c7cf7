import type { Verb } from '@/src/engine/document'

import type { SampleDocument } from './prepareSample'
import { sellers, tell } from './tellOfSample'

type SampleVerb<Body = Record<string, unknown>> = Verb<SampleDocument, Body>

export const submitSample: SampleVerb = {
  name: 'submit',
  label: { zh: '提交', en: 'Submit' },
  roles: [...sellers, 'engineering'],
  run: async (ctx) => ({
    patch: { status: 'submitted', statusSince: ctx.now.instant },
    after: (sample) => tell(ctx, sample, 'sampleSubmitted', { to: 'engineering', zh: '待受理', en: 'waits to be accepted' }),
  }),
}
