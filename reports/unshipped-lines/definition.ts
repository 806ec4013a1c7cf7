import { textOrNull } from '@/src/domain/kernel/textOf'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import type { Label } from '../kit/label'
import { param } from '../kit/params'
import { idIn } from '../kit/source'
import type { SourceRow } from '../kit/statement'

import { type UnshippedParams, unshippedLinesQuery } from './query'

const stateLabels: Readonly<Record<NonNullable<UnshippedParams['state']>, Label>> = {
  overdue: { zh: '逾期', en: 'Overdue' },
  atRisk: { zh: '有风险', en: 'At risk' },
  onTime: { zh: '正常', en: 'On time' },
  unscheduled: { zh: '未定交期', en: 'No date' },
}
const option = <const Value extends string>(value: Value, label: Label) => ({ value, label })

const params = {
  by: param.choice(
    { zh: '按', en: 'By' },
    [
      option('date', { zh: '交期', en: 'Date' }),
      option('customer', { zh: '客户', en: 'Customer' }),
      option('item', { zh: '品号', en: 'Item' }),
      option('salesperson', { zh: '业务员', en: 'Salesperson' }),
    ],
    'date',
  ),
  state: param.optionalChoice({ zh: '状态', en: 'State' }, [
    option('overdue', stateLabels.overdue),
    option('atRisk', stateLabels.atRisk),
    option('onTime', stateLabels.onTime),
    option('unscheduled', stateLabels.unscheduled),
  ]),
  asOf: param.date({ zh: '截至日', en: 'As of' }),
  until: param.date({ zh: '交期至', en: 'Due until' }),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  item: param.ids({ zh: '品号', en: 'Item' }, 'items'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
}

/** One open delivery date as shown; `overdue` repeats the open quantity where its day has passed. */
export const unshippedLinesShape = (row: SourceRow, { language }: { language: keyof Label }) => ({
  orderId: idIn(row, 'orderId'),
  orderLineId: textOrNull(row['orderLineId']),
  customerId: idIn(row, 'customerId'),
  itemId: idIn(row, 'itemId'),
  no: textOrNull(row['no']),
  due: textOrNull(row['due']),
  told: textOrNull(row['told']),
  state: row['state'] ? stateLabels[row['state'] as keyof typeof stateLabels][language] : null,
  stateId: textOrNull(row['state']),
  late: row['late'] === null || row['late'] === undefined ? null : Number(row['late']),
  hold: row['hold'] ? { zh: '暂挂', en: 'On hold' }[language] : null,
  customerCode: textOrNull(row['customerCode']),
  customer: textOrNull(row['customer']),
  salesperson: textOrNull(row['salesperson']),
  itemCode: textOrNull(row['itemCode']),
  item: textOrNull(row['item']),
  specification: textOrNull(row['specification']),
  unit: textOrNull(row['unit']),
  qty: textOrNull(row['qty']),
  open: textOrNull(row['open']) ?? '0',
  overdue: textOrNull(row['overdue']) ?? '0',
  planned: textOrNull(row['planned']),
  amount: textOrNull(row['amount']) ?? '0',
})

/** 未出货明细: what approved orders still have to deliver, by date, with what is late and what is at risk. */
export const unshippedLines = defineReport({
  name: 'unshipped-lines',
  title: { zh: '未出货明细', en: 'Unshipped lines' },
  params,
  columns: () => [
    col.date('due', { zh: '交期', en: 'Due' }),
    col.date('told', { zh: '承诺交期', en: 'Promised' }, { detail: true }),
    col.text('state', { zh: '状态', en: 'State' }, { width: 10 }),
    col.days('late', { zh: '逾期天数', en: 'Days late' }),
    col.orderNo('no', { zh: '订单', en: 'Order' }, { width: 20 }),
    col.text('hold', { zh: '暂挂', en: 'Hold' }, { width: 8, detail: true }),
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }, { width: 12, detail: true }),
    col.itemCode('itemCode', { zh: '品号', en: 'Item code' }),
    col.item('item', { zh: '品名', en: 'Item' }),
    col.text('specification', { zh: '规格', en: 'Specification' }, { width: 30, detail: true }),
    col.text('unit', { zh: '单位', en: 'Unit' }, { width: 8, detail: true }),
    col.plainQuantity('qty', { zh: '订单数量', en: 'Ordered' }, { detail: true }),
    col.quantity('open', { zh: '未交数量', en: 'Open' }),
    col.quantity('overdue', { zh: '逾期数量', en: 'Overdue' }),
    col.plainQuantity('planned', { zh: '已排发货', en: 'In draft deliveries' }, { detail: true }),
    col.money('amount', { zh: '未交金额', en: 'Open amount' }),
  ],
  query: unshippedLinesQuery,
  shape: (row, { language }) => unshippedLinesShape(row, { language }),
  controlTotal: { column: 'open', equals: { zh: '订单行未交数量（账上）', en: 'open quantity of the order lines in the books' } },
  chart: ({ by }) => ({
    category: by === 'date' ? 'due' : by,
    over: by === 'date' ? 'time' : 'ranking',
    measures: ['open', 'overdue'],
  }),
  drill: (row, asked) => {
    if (asked.by === 'date' && !asked.customer.length) return { by: 'item', customer: textOrNull(row['customerId']) ?? undefined }
    if (asked.by === 'customer') return { by: 'item', customer: textOrNull(row['customerId']) ?? undefined }
    return asked.by === 'item' ? { by: 'customer', item: textOrNull(row['itemId']) ?? undefined } : null
  },
  rights: ['sales', 'salesManager', 'pmc', 'warehouse', 'generalManager', 'auditor', 'admin'],
})
