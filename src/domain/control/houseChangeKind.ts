import { documentKind } from '../kernel/documentKind'
import { house } from '../people/crews'
import { rejected } from '../words/stateWords'
import { type HouseChange, houseChangeSteps } from './houseChange'

/** 权限与设置变更: proposed by one, confirmed by another, in force from its moment. */
export const houseChangeKind = documentKind<HouseChange>()({
  slug: 'house-changes',
  title: { zh: '权限与设置变更', en: 'Change of rights or settings', many: 'Changes of rights and settings' },
  purpose: {
    zh: '权限与设置变更：一人提出，另一人确认后生效',
    en: 'Changes of rights and settings: proposed by one, in force once another has confirmed them',
  },
  series: 'HC',
  states: {
    proposed: { zh: '待确认', en: 'To be confirmed' },
    confirmed: { zh: '已确认', en: 'Confirmed' },
    effective: { zh: '已生效', en: 'In force' },
    rejected,
    cancelled: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'proposed',
  ended: ['effective', 'rejected', 'cancelled'],
  steps: houseChangeSteps,
  editable: [],
  editors: ['admin', 'generalManager'],
  readers: house,
  rows: {},
  menu: { group: 'control', usedBy: [] },
  columns: ['no', 'date', 'kind', 'subject', 'status', 'preparedBy', 'approvedBy', 'effectiveFrom'],
})
