import { documentKind } from '../kernel/documentKind'
import { invoicers } from '../people/crews'
import { approved, cancelled, draft, submitted } from '../words/stateWords'
import type { CreditLimit } from './creditLimit'
import { creditLimitSteps } from './releaseSteps'

const theirDepartments = ['customer.department', 'department', 'salesperson.department'] as const

/** 信用额度调整: who may owe how much, from when until when. */
export const creditLimitKind = documentKind<CreditLimit>()({
  slug: 'credit-limits',
  title: { zh: '信用额度调整', en: 'Credit limit', many: 'Credit limits' },
  purpose: { zh: '信用额度：谁可以欠多少，有起止日期', en: 'Credit limits: who may owe how much, from when until when' },
  series: 'CL',
  states: { draft, submitted, approved, cancelled },
  initial: 'draft',
  ended: ['approved', 'cancelled'],
  steps: creditLimitSteps,
  editable: ['draft'],
  editors: invoicers,
  readers: [],
  rows: { salesperson: 'customer.salesperson', department: theirDepartments, preparedBy: 'preparedBy' },
  writes: { department: theirDepartments },
  within: true,
  menu: { group: 'money', usedBy: ['salesManager', 'finance'] },
  columns: ['no', 'objectName', 'kind', 'limit', 'validFrom', 'validTo', 'status'],
  inBase: true,
  decides: 'customer',
})
