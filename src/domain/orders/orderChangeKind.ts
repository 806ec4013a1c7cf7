import { documentKind } from '../kernel/documentKind'
import { sellers } from '../people/crews'
import { salesOwner } from '../people/rows'
import { approved, cancelled, draft, rejected } from '../words/stateWords'
import { changeEditable, changeSteps } from './changeSteps'
import type { OrderChange } from './orderChange'

/** 订单变更单: the only way to change an approved order. */
export const orderChangeKind = documentKind<OrderChange>()({
  slug: 'order-changes',
  title: { zh: '订单变更单', en: 'Order change', many: 'Order changes' },
  purpose: { zh: '订单变更：已审核的订单只能这样改', en: 'Order changes: the only way to change an approved order' },
  series: 'OC',
  states: {
    draft,
    inReview: { zh: '评审中', en: 'In review' },
    approved,
    applied: { zh: '已生效', en: 'Applied' },
    rejected,
    cancelled,
  },
  initial: 'draft',
  ended: ['applied', 'rejected', 'cancelled'],
  aside: true,
  steps: changeSteps,
  editable: changeEditable,
  editors: sellers,
  rows: salesOwner,
  shows: ['price'],
  menu: { group: 'selling', usedBy: ['sales', 'salesManager', 'pmc', 'rd', 'engineering'] },
  columns: ['no', 'date', 'order', 'customer', 'status', 'reason', 'salesperson'],
  decides: 'document',
  foundBy: ['no'],
})
