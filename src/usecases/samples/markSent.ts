import type { Verb } from '@/src/engine/document'

import type { SampleDocument } from './prepareSample'

type SampleVerb<Body = Record<string, unknown>> = Verb<SampleDocument, Body>

/** The house's own step: a sample delivery has gone out. Nobody presses it. */
export const markSent: SampleVerb = {
  name: 'mark-sent',
  label: { zh: '已送样', en: 'Sent' },
  roles: [],
  run: async (ctx) => ({ patch: { status: 'sent', statusSince: ctx.now.instant } }),
}
