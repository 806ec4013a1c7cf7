import type { Verb } from '@/src/engine/document'

import type { SampleDocument } from './prepareSample'
import { engineers, tell } from './tellOfSample'

type SampleVerb<Body = Record<string, unknown>> = Verb<SampleDocument, Body>

/** 受理: engineering takes the sample on, also again after the customer asked for a change. */
export const acceptSample: SampleVerb = {
  name: 'accept',
  label: { zh: '受理', en: 'Accept' },
  roles: engineers,
  run: async (ctx) => ({
    patch: {
      status: 'inPreparation',
      statusSince: ctx.now.instant,
      ...(ctx.doc.engineer ? {} : { engineer: ctx.actor?.id ?? null }),
    },
    after: (sample) => tell(ctx, sample, 'sampleAccepted', { to: 'sales', zh: '已受理，开始打样', en: 'is being prepared' }),
  }),
}
