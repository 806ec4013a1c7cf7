import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

type QuoteVerb<Body = Record<string, unknown>> = Verb<Stored<'quotes'>, Body>

/** 作废. */
export const cancelQuote: QuoteVerb<Reason> = {
  name: 'cancel',
  label: { zh: '作废', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'generalManager'],
  ...withReason,
  run: async () => ({ patch: { status: 'cancelled' } }),
}
