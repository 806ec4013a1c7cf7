import { documentKind } from '../kernel/documentKind'
import { priceReaders, sellers } from '../people/crews'
import { type RowCondition, salesOwner } from '../people/rows'
import { approved, draft, submitted } from '../words/stateWords'
import type { Quote } from './quote'
import { quoteEditable, quoteSteps } from './quoteSteps'

/** 报价单: prices offered to a customer. */
export const quoteKind = documentKind<Quote>()({
  slug: 'quotes',
  title: { zh: '报价单', en: 'Quotation', many: 'Quotations' },
  purpose: {
    zh: '报价单：给客户的价格，客户确认后转订单',
    en: 'Quotes: prices offered to a customer; once confirmed they become an order',
  },
  series: 'QT',
  states: {
    draft,
    submitted,
    approved,
    sent: { zh: '已发送', en: 'Sent' },
    confirmed: { zh: '已确认', en: 'Confirmed' },
    partlyOrdered: { zh: '部分下单', en: 'Partly ordered' },
    ordered: { zh: '已下单', en: 'Ordered' },
    lost: { zh: '丢单', en: 'Lost' },
    expired: { zh: '已过期', en: 'Expired' },
    superseded: { zh: '已被替代', en: 'Superseded' },
    cancelled: { zh: '已作废', en: 'Cancelled' },
  },
  initial: 'draft',
  ended: ['ordered', 'lost', 'expired', 'superseded', 'cancelled'],
  steps: quoteSteps,
  takenByBooks: ['restore-open'],
  editable: quoteEditable,
  editors: sellers,
  readers: priceReaders,
  rows: salesOwner,
  shows: ['price', 'total', 'bank'],
  menu: { group: 'selling', usedBy: ['sales', 'salesManager'] },
  columns: ['no', 'date', 'customer', 'status', 'grossTotal', 'openQty', 'validUntil', 'salesperson'],
  foundBy: ['no'],
  overdue: ({ today }): RowCondition => ({ and: [{ status: { in: ['approved', 'sent'] } }, { validUntil: { less_than: today } }] }),
  carries: ['payer', 'terms', 'goods'],
  inBase: true,
  onCard: true,
  releases: ['price'],
  sold: { as: 'quote', in: ['approved', 'sent', 'confirmed', 'partlyOrdered', 'ordered', 'expired'] },
})
