import type { Moment, StatedKind } from '../kernel/documentKind'
import type { RowCondition } from '../people/rows'

/** 订单评审: one question to a department; a record of the order's verbs, no document of its own. */
export const orderReviewKind = {
  slug: 'order-reviews',
  states: {
    open: { zh: '待评审', en: 'Open' },
    answered: { zh: '已评审', en: 'Answered' },
    void: { zh: '已失效', en: 'Void' },
    closed: { zh: '已关闭', en: 'Closed' },
  },
  ended: ['answered', 'void', 'closed'],
  aside: true,
  overdue: ({ now }: Moment): RowCondition => ({ and: [{ status: { equals: 'open' } }, { dueAt: { less_than: now } }] }),
} as const satisfies StatedKind
