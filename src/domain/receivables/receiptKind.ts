import { documentKind } from '../kernel/documentKind'
import { bookkeepers, money } from '../people/crews'
import { byCustomer } from '../people/rows'
import { approved, cancelled, notApproved, reversed } from '../words/stateWords'
import type { Receipt } from './receipt'
import { receiptEditable, receiptSteps } from './receiptSteps'

/** 收款单: what a customer paid. */
export const receiptKind = documentKind<Receipt>()({
  slug: 'receipts',
  title: { zh: '收款单', en: 'Receipt', many: 'Receipts' },
  purpose: { zh: '收款单：客户付的钱，审核后核销发票', en: 'Receipts: what customers paid; settles invoices once approved' },
  series: 'RC',
  states: { draft: notApproved, approved, reversed, cancelled },
  initial: 'draft',
  ended: ['approved', 'reversed', 'cancelled'],
  unsettled: { status: { equals: 'approved' }, openAmount: { not_equals: 0 } },
  steps: receiptSteps,
  editable: receiptEditable,
  editors: bookkeepers,
  readers: money,
  rows: { ...byCustomer, preparedBy: 'preparedBy' },
  menu: { group: 'money', usedBy: ['sales', 'salesManager', 'finance'] },
  columns: ['no', 'date', 'customer', 'status', 'amount', 'openAmount', 'allocation'],
  foundBy: ['no'],
  carries: ['payer'],
  inBase: true,
  onCard: true,
})
