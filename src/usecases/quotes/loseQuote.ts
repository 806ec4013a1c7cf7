import { z } from 'zod'

import { type LostFor, lostFor, lostForOptions } from '@/src/domain/quotes/lostFor'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'

type QuoteVerb<Body = Record<string, unknown>> = Verb<Stored<'quotes'>, Body>

const body = withReason.body.extend({ lostFor: z.enum(lostFor).nullish() })

/** 丢单: why in words, and what for, so that it can be counted. */
export const loseQuote: QuoteVerb<Reason & { lostFor?: LostFor | null | undefined }> = {
  name: 'lose',
  label: { zh: '丢单', en: 'Lost' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body,
  asks: [
    { name: 'lostFor', label: { zh: '丢单类别', en: 'Lost for' }, kind: 'choice', required: false, options: lostForOptions },
    ...withReason.asks,
  ],
  run: async ({ body: said }) => ({
    patch: { status: 'lost', lostReason: said.reason, lostFor: said.lostFor ?? null } as Partial<Stored<'quotes'>>,
  }),
}
