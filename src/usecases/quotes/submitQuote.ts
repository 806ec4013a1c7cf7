import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type QuoteVerb<Body = Record<string, unknown>> = Verb<Stored<'quotes'>, Body>

/** 提交. */
export const submitQuote: QuoteVerb = {
  name: 'submit',
  label: { zh: '提交', en: 'Submit' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async () => ({ patch: { status: 'submitted' } }),
}
