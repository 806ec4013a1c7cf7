import { documentKind } from '../kernel/documentKind'
import { sampleMakers } from '../people/crews'
import { salesOwner } from '../people/rows'
import { cancelled, draft, submitted } from '../words/stateWords'
import type { Sample } from './sample'
import { sampleEditable, sampleSteps } from './sampleSteps'

/** 样板资料: what a customer asks to see before he orders. */
export const sampleKind = documentKind<Sample>()({
  slug: 'samples',
  title: { zh: '样板资料', en: 'Sample', many: 'Samples' },
  purpose: {
    zh: '样板：客户要的样品，从打样到转正式品号',
    en: 'Samples: what customers ask to see, from making them to an item of their own',
  },
  series: 'SP',
  states: {
    draft,
    submitted,
    inPreparation: { zh: '打样中', en: 'In preparation' },
    ready: { zh: '已备好', en: 'Ready' },
    sent: { zh: '已送样', en: 'Sent' },
    approvedByCustomer: { zh: '客户已认可', en: 'Approved by customer' },
    changeRequested: { zh: '要求修改', en: 'Change requested' },
    rejectedByCustomer: { zh: '客户拒绝', en: 'Rejected by customer' },
    converted: { zh: '已转正式品号', en: 'Converted' },
    refused: { zh: '不受理', en: 'Refused' },
    cancelled,
  },
  initial: 'draft',
  ended: ['converted', 'refused', 'rejectedByCustomer', 'cancelled'],
  steps: sampleSteps,
  editable: sampleEditable,
  editors: sampleMakers,
  rows: salesOwner,
  menu: { group: 'samples', usedBy: ['sales', 'salesManager', 'pmc', 'rd', 'engineering'] },
  columns: ['no', 'name', 'customer', 'status', 'salesperson', 'engineer', 'formalItem'],
  onCard: true,
  foundBy: ['no'],
})
