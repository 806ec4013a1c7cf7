import { documentKind } from '../kernel/documentKind'
import { salesOwner } from '../people/rows'
import { cancelled } from '../words/stateWords'
import { type SampleWorkOrder, workOrderEditable, workOrderSteps } from './workOrder'

/** 样板工单: what engineering makes samples by. */
export const workOrderKind = documentKind<SampleWorkOrder>()({
  slug: 'sample-work-orders',
  title: { zh: '样板工单', en: 'Sample work order', many: 'Sample work orders' },
  purpose: { zh: '打样工单：工程部做样板的工单', en: 'Sample work orders: what engineering makes samples by' },
  series: 'WO',
  states: {
    open: { zh: '未开工', en: 'Open' },
    inWork: { zh: '制作中', en: 'In work' },
    completed: { zh: '已完工', en: 'Completed' },
    cancelled,
  },
  initial: 'open',
  ended: ['completed', 'cancelled'],
  steps: workOrderSteps,
  editable: workOrderEditable,
  editors: ['engineering', 'rd', 'pmc', 'generalManager'],
  rows: salesOwner,
  menu: { group: 'samples', usedBy: ['pmc', 'rd', 'engineering'] },
  columns: ['no', 'sample', 'item', 'qty', 'completed', 'status', 'due'],
  foundBy: ['no'],
})
