import { documentKind } from '../kernel/documentKind'
import { invoicers, money } from '../people/crews'
import { type RowCondition, salesOwner } from '../people/rows'
import { approved, cancelled, notApproved } from '../words/stateWords'
import type { Invoice } from './invoice'
import { invoiceEditable, invoiceSteps } from './invoiceSteps'

/** 销售发票, and the credit notes that take of it. */
export const invoiceKind = documentKind<Invoice>()({
  slug: 'invoices',
  title: { zh: '销售发票', en: 'Invoice', many: 'Invoices' },
  purpose: { zh: '销售发票：由发货单或订单生成，审核后成为应收', en: 'Invoices: made from deliveries or orders; receivable once approved' },
  series: 'IN',
  states: { draft: notApproved, approved, cancelled },
  initial: 'draft',
  ended: ['cancelled'],
  open: { or: [{ status: { equals: 'draft' } }, { openAmount: { greater_than: 0 } }] },
  unsettled: { status: { equals: 'approved' }, openAmount: { not_equals: 0 } },
  overdue: ({ today }): RowCondition => ({
    and: [{ status: { equals: 'approved' } }, { openAmount: { greater_than: 0 } }, { dueDate: { less_than: today } }],
  }),
  steps: invoiceSteps,
  editable: invoiceEditable,
  editors: invoicers,
  readers: money,
  rows: salesOwner,
  shows: ['price', 'total', 'bank'],
  menu: { group: 'money', usedBy: ['sales', 'salesManager', 'finance'] },
  columns: ['no', 'date', 'customer', 'kind', 'status', 'grossTotal', 'openAmount', 'dueDate'],
  foundBy: ['no'],
  carries: ['payer', 'terms'],
  inBase: true,
  onCard: true,
  releases: ['credit', 'price'],
  sold: { as: 'invoice', in: ['approved'], kind: 'invoice' },
})
