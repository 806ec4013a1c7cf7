import { documentKind } from '../kernel/documentKind'
import { bookkeepers } from '../people/crews'
import { byCustomer } from '../people/rows'
import { approved, rejected } from '../words/stateWords'
import type { CreditGrade } from './creditGrade'
import { creditGradeSteps } from './creditGradeSteps'

/** 信用评级: a proposal until somebody else approves it. */
export const creditGradeKind = documentKind<CreditGrade>()({
  slug: 'credit-grades',
  title: { zh: '信用评级', en: 'Credit rating', many: 'Credit ratings' },
  purpose: { zh: '信用评级：按付款表现建议的等级与额度', en: 'Credit ratings: grades and limits proposed by how customers pay' },
  series: 'CG',
  states: { proposed: { zh: '待审核', en: 'Proposed' }, approved, rejected },
  initial: 'proposed',
  ended: ['approved', 'rejected'],
  steps: creditGradeSteps,
  editable: ['proposed'],
  editors: bookkeepers,
  readers: ['finance', 'salesManager', 'admin'],
  rows: { ...byCustomer, preparedBy: 'preparedBy' },
  menu: { group: 'money', usedBy: ['finance'] },
  columns: ['no', 'date', 'customer', 'status', 'points', 'grade', 'currentGrade', 'proposedLimit'],
  inBase: true,
  decides: 'customer',
})
