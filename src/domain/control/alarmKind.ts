import { documentKind } from '../kernel/documentKind'
import { house } from '../people/crews'
import { type AlarmDocument, alarmSteps } from './alarm'

/** 内控报警: raised by the house, acknowledged by a person. */
export const alarmKind = documentKind<AlarmDocument>()({
  slug: 'alarms',
  title: { zh: '内控报警', en: 'Alarm', many: 'Alarms' },
  purpose: {
    zh: '内控报警：系统发现的异常，写明怎么办，由人处理后注明结果',
    en: 'Alarms: what the house noticed, and what to do; somebody says what became of it',
  },
  series: 'AL',
  states: { open: { zh: '待处理', en: 'Open' }, acknowledged: { zh: '已处理', en: 'Acknowledged' } },
  initial: 'open',
  ended: ['acknowledged'],
  steps: alarmSteps,
  editable: [],
  editors: [],
  readers: house,
  rows: {},
  menu: { group: 'control', usedBy: [] },
  columns: ['no', 'day', 'kind', 'subject', 'count', 'threshold', 'status', 'approvedBy'],
})
