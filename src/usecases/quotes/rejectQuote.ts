import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

type QuoteVerb<Body = Record<string, unknown>> = Verb<Stored<'quotes'>, Body>

/** 退回. */
export const rejectQuote: QuoteVerb<Reason> = {
  name: 'reject',
  label: { zh: '退回', en: 'Reject' },
  roles: ['salesManager', 'generalManager'],
  ...withReason,
  run: async () => ({ patch: { status: 'draft' } }),
}
