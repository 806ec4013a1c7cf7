import { documentKind } from '../kernel/documentKind'
import { sellers } from '../people/crews'
import { salesOwner } from '../people/rows'
import { approved, cancelled, draft } from '../words/stateWords'
import type { Order } from './order'
import { orderEditable, orderSteps } from './orderSteps'

/** 销售订单: what a customer has ordered. */
export const orderKind = documentKind<Order>()({
  slug: 'orders',
  title: { zh: '销售订单', en: 'Sales order', many: 'Sales orders' },
  purpose: {
    zh: '销售订单：客户订了什么，评审、审核后发货',
    en: 'Orders: what a customer has ordered; reviewed and approved, then delivered',
  },
  series: 'SO',
  states: {
    draft,
    inReview: { zh: '评审中', en: 'In review' },
    awaitingRuling: { zh: '待裁定', en: 'Awaiting ruling' },
    reviewFailed: { zh: '评审未通过', en: 'Review failed' },
    reviewed: { zh: '已评审', en: 'Reviewed' },
    approved,
    closed: { zh: '已关闭', en: 'Closed' },
    cancelled,
  },
  initial: 'draft',
  ended: ['closed', 'cancelled'],
  steps: orderSteps,
  takenByBooks: ['close'],
  editable: orderEditable,
  editors: sellers,
  rows: salesOwner,
  shows: ['price', 'total', 'bank'],
  menu: { group: 'selling', usedBy: ['sales', 'salesManager', 'pmc', 'rd', 'engineering', 'finance'] },
  columns: ['no', 'date', 'customer', 'status', 'grossTotal', 'deliveryStatus', 'salesperson'],
  foundBy: ['no', 'external_no'],
  overdue: 'late',
  carries: ['payer', 'terms', 'goods'],
  inBase: true,
  onCard: true,
  releases: ['credit', 'price'],
  sold: { as: 'order', in: ['approved', 'closed'] },
})
