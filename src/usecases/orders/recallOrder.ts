import type { Order } from '@/src/domain/orders/order'

import type { AnyDocument, Verb } from '@/src/engine/document'
import { closeOpenReviews } from './reviews'

/** 撤回: takes the order back from review; opinions given so far are void. */
export const recallOrder: Verb<Order & AnyDocument> = {
  name: 'recall',
  label: { zh: '撤回', en: 'Recall' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async (ctx) => ({
    patch: { status: 'draft', reviewStatus: 'none', reviewVersion: ctx.doc.reviewVersion + 1 },
    after: async (order) => closeOpenReviews(ctx as never, order.id, 'void'),
  }),
}
