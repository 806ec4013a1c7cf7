import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { askDepartments, closeOpenReviews, departmentsFor } from './reviews'

/** 提交: sends the order to the departments that must review it; where none must, it counts as reviewed. */
export const submitOrder: Verb<Stored<'orders'>> = {
  name: 'submit',
  label: { zh: '提交评审', en: 'Submit' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async (ctx) => {
    const departments = ctx.settings.orders.reviewRequired ? departmentsFor(ctx.doc, ctx.settings) : []
    if (departments.length === 0) return { patch: { status: 'reviewed', reviewStatus: 'notRequired' } }
    return {
      patch: { status: 'inReview', reviewStatus: 'inReview', ruling: null } as Partial<Stored<'orders'>>,
      after: async (order) => {
        await closeOpenReviews(ctx, order.id, 'void')
        await askDepartments({ ctx: ctx, order, departments })
      },
    }
  },
}
