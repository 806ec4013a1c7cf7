import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

type QuoteVerb<Body = Record<string, unknown>> = Verb<Stored<'quotes'>, Body>

/** 丢单. */
export const loseQuote: QuoteVerb<Reason> = {
  name: 'lose',
  label: { zh: '丢单', en: 'Lost' },
  roles: ['sales', 'salesManager', 'generalManager'],
  ...withReason,
  run: async ({ body }) => ({ patch: { status: 'lost', lostReason: body.reason } as Partial<Stored<'quotes'>> }),
}
