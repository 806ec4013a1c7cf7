import { d } from '@/src/domain/kernel/decimal'
import { textOrNull } from '@/src/domain/kernel/textOf'

import { col, shareOf } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { daysWithin, filterOf, nextStep } from '../kit/drill'
import { percentOf } from '../kit/figures'
import { notAccepted, param } from '../kit/params'
import { idIn } from '../kit/source'
import type { SourceRow } from '../kit/statement'

import { deliveryPerformanceQuery } from './query'

const params = {
  by: param.choice(
    { zh: '按', en: 'By' },
    [
      { value: 'customer', label: { zh: '客户', en: 'Customer' } },
      { value: 'item', label: { zh: '品号', en: 'Item' } },
      { value: 'salesperson', label: { zh: '业务员', en: 'Salesperson' } },
      { value: 'month', label: { zh: '月', en: 'Month' } },
      { value: 'delivery', label: { zh: '发货单', en: 'Delivery' } },
    ],
    'customer',
  ),
  from: param.date({ zh: '开始日期', en: 'From' }),
  to: param.date({ zh: '结束日期', en: 'To' }),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  item: param.ids({ zh: '品号', en: 'Item' }, 'items'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
}

const labelOf = (by: string) => params.by.options?.find(({ value }) => value === by)?.label ?? { zh: '组', en: 'Group' }

/** On time = delivered on or before the date; percent of the lines that have a date. 3 of 4 → 75; average lateness over the same lines. */
export function deliveryPerformanceShape(row: SourceRow) {
  const [dated, onTime, lateDays] = [
    textOrNull(row['dated']) ?? '0',
    textOrNull(row['on_time']) ?? '0',
    textOrNull(row['late_days']) ?? '0',
  ]
  return {
    name: textOrNull(row['name']),
    deliveryId: idIn(row, 'deliveryId'),
    lines: Number(row['lines'] ?? 0),
    qty: textOrNull(row['qty']) ?? '0',
    dated: Number(dated),
    onTime: Number(onTime),
    rate: percentOf(onTime, dated),
    lateDays: d(dated).isZero() ? null : d(lateDays).div(dated).toString(),
    worst: row['worst'] === null || row['worst'] === undefined ? null : Number(row['worst']),
  }
}

/** 交货准时率: what was delivered on the day it was asked for. */
export const deliveryPerformance = defineReport({
  name: 'delivery-performance',
  title: { zh: '交货准时率', en: 'Delivery performance' },
  params,
  check: ({ from, to }) => (from && to && to < from ? [notAccepted('to', to, `≥ ${from}`)] : []),
  columns: ({ by }) => [
    (by === 'delivery' ? col.deliveryNo : col.text)('name', labelOf(by), { width: 46 }),
    col.count('lines', { zh: '发货行', en: 'Delivery lines' }),
    col.quantity('qty', { zh: '发货数量', en: 'Quantity' }),
    col.count('dated', { zh: '有交期的行', en: 'Lines with a date' }),
    col.count('onTime', { zh: '准时', en: 'On time' }),
    col.percent('rate', { zh: '准时率', en: 'On-time rate' }, shareOf('onTime', 'dated')),
    col.plainQuantity('lateDays', { zh: '平均延迟天数', en: 'Average days late' }),
    col.days('worst', { zh: '最长延迟', en: 'Worst' }),
  ],
  query: deliveryPerformanceQuery,
  shape: (row) => deliveryPerformanceShape(row),
  controlTotal: { column: 'qty', equals: { zh: '已出库数量', en: 'issued quantity' } },
  chart: ({ by }) => ({ category: 'name', over: by === 'month' ? 'time' : 'ranking', measures: ['rate'] }),
  drill: (row, asked) => {
    const key = textOrNull(row['key'])
    if (asked.by === 'delivery' || (asked.by === 'month' && key === null)) return null
    const filters = asked.by === 'month' ? daysWithin(key ?? '', asked) : filterOf(asked.by, row, 'key')
    const next = nextStep({ levels: [asked.by], filters, asked, steps: ['customer', 'item', 'delivery'] })
    return next ? { ...filters, by: next } : null
  },
  rights: ['sales', 'salesManager', 'pmc', 'warehouse', 'generalManager', 'auditor', 'admin'],
})
