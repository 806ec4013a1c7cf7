import type { Order } from '@/src/domain/orders/order'

import type { AnyDocument, Verb } from '@/src/engine/document'
import { askDepartments, closeOpenReviews, departmentsFor } from './reviews'

/** 提交: sends the order to the departments that must review it; where none must, it counts as reviewed. */
export const submitOrder: Verb<Order & AnyDocument> = {
  name: 'submit',
  label: { zh: '提交评审', en: 'Submit' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async (ctx) => {
    const departments = ctx.settings.orders.reviewRequired ? departmentsFor(ctx.doc, ctx.settings) : []
    if (departments.length === 0) return { patch: { status: 'reviewed', reviewStatus: 'notRequired' } }
    return {
      patch: { status: 'inReview', reviewStatus: 'inReview', ruling: null } as Partial<Order & AnyDocument>,
      after: async (order) => {
        await closeOpenReviews(ctx as never, order.id, 'void')
        await askDepartments({ ctx: ctx as never, order, departments })
      },
    }
  },
}
