import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { byParam, groupColumns, groupDrill, groupNames, groupOf, timesFirst } from '../kit/groups'
import type { Language } from '../kit/label'
import type { ParamsOf } from '../kit/params'
import { figuresOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, ofLines } from '../kit/usualParams'

import { intakeQuery, sums } from './query'

const params = {
  by: byParam(timesFirst, 'month'),
  ...ofLines,
}

type Params = ParamsOf<typeof params>

export const intakeShape = (row: SourceRow, { params: { by }, language }: { params: Params; language: Language }) => ({
  ...groupNames({ row, by, language }),
  ...figuresOf(row, sums),
})

/** 接单统计: what was ordered, when and by whom. */
export const orderIntake = defineReport({
  name: 'order-intake',
  title: { zh: '接单统计', en: 'Order intake' },
  params,
  check: endsAfterStart,
  columns: ({ by }) => [
    ...groupColumns(by),
    // an order of several items stands in several rows
    col.count('orders', { zh: '订单数', en: 'Orders' }, { total: 'given' }),
    col.count('lines', { zh: '行数', en: 'Lines' }),
    col.quantity('quantity', { zh: '数量', en: 'Quantity' }),
    col.money('net', { zh: '金额（无税）', en: 'Amount (net)' }),
    col.money('gross', { zh: '价税合计', en: 'Gross' }),
  ],
  query: intakeQuery,
  shape: intakeShape,
  controlTotal: { column: 'net', equals: { zh: '订单表头无税金额合计', en: 'net totals of the orders' } },
  chart: ({ by }) => ({ category: 'name', over: groupOf(by).over, measures: ['net'] }),
  drill: (row, asked) => groupDrill({ row, by: asked.by, asked, steps: ['customer', 'item', 'document'] }),
  rights: ['sales', 'salesManager', 'pmc', 'finance', 'generalManager', 'auditor', 'admin'],
})
