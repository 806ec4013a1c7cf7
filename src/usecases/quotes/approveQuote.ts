import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'

type QuoteVerb<Body = Record<string, unknown>> = Verb<Stored<'quotes'>, Body>

/** 审核: from now on the price is not changed in place. */
export const approveQuote: QuoteVerb = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['salesManager', 'generalManager'],
  possible: byAnother('quotes'),
  run: async (ctx) => {
    await requireFourEyes(ctx, 'quotes')
    return {
      patch: {
        status: 'approved',
        statusBeforeOrder: 'approved',
        approvedBy: ctx.actor?.id ?? null,
        approvedAt: ctx.now.instant,
      } as Partial<Stored<'quotes'>>,
    }
  },
}
