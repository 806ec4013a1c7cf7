import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { closeOpenReviews } from './reviews'

/** 撤回: takes the order back from review; opinions given so far are void. */
export const recallOrder: Verb<Stored<'orders'>> = {
  name: 'recall',
  label: { zh: '撤回', en: 'Recall' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async (ctx) => ({
    patch: { status: 'draft', reviewStatus: 'none', reviewVersion: ctx.doc.reviewVersion + 1 },
    after: async (order) => closeOpenReviews(ctx, order.id, 'void'),
  }),
}
