import type { Verb } from '@/src/engine/document'
import { type Reason, withReason } from '@/src/engine/reason'

import type { SampleDocument } from './prepareSample'
import { engineers, tell } from './tellOfSample'

type SampleVerb<Body = Record<string, unknown>> = Verb<SampleDocument, Body>

export const refuseSample: SampleVerb<Reason> = {
  name: 'refuse',
  label: { zh: '拒绝', en: 'Refuse' },
  roles: engineers,
  ...withReason,
  run: async (ctx) => ({
    patch: { status: 'refused', statusSince: ctx.now.instant },
    after: (sample) =>
      tell(ctx, sample, 'sampleRefused', { to: 'sales', zh: `未被受理：${ctx.body.reason}`, en: `was refused: ${ctx.body.reason}` }),
  }),
}
