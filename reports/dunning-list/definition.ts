import { textOrNull } from '@/src/domain/kernel/textOf'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import type { Label, Language } from '../kit/label'
import { param } from '../kit/params'
import { idIn } from '../kit/source'
import type { SourceRow } from '../kit/statement'

import { dunningQuery } from './query'

const levels: readonly Label[] = [
  { zh: '宽限期内', en: 'Within grace' },
  { zh: '友好提醒', en: 'Reminder' },
  { zh: '第二次催款', en: 'Second reminder' },
  { zh: '第三次催款', en: 'Third reminder' },
  { zh: '最后通知', en: 'Last notice' },
]

const params = {
  level: param.optionalChoice(
    { zh: '催款级别', en: 'Reminder' },
    (['1', '2', '3', '4'] as const).map((value) => ({ value, label: levels[Number(value)] as Label })),
  ),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
}

export const dunningShape = (row: SourceRow, { language }: { language: Language }) => ({
  customerId: row['customerId'] === null || row['customerId'] === undefined ? null : Number(row['customerId']),
  invoiceId: idIn(row, 'documentId'),
  ...Object.fromEntries(
    ['customerCode', 'customer', 'salesperson', 'grade', 'no', 'date', 'due', 'days', 'grace', 'amount', 'unused'].map((key) => [
      key,
      textOrNull(row[key]),
    ]),
  ),
  level: row['level'] === null || row['level'] === undefined ? null : (levels[Number(row['level'])]?.[language] ?? null),
})

/** 催款清单: who is to be reminded of what, by days late and grade. */
export const dunningList = defineReport({
  name: 'dunning-list',
  title: { zh: '催款清单', en: 'Dunning list' },
  params,
  columns: () => [
    col.text('level', { zh: '催款级别', en: 'Reminder' }, { width: 16 }),
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }, { detail: true }),
    col.text('grade', { zh: '等级', en: 'Grade' }, { width: 8, detail: true }),
    col.invoiceNo('no', { zh: '发票', en: 'Invoice' }, { width: 20 }),
    col.date('date', { zh: '日期', en: 'Date' }, { detail: true }),
    col.date('due', { zh: '到期日', en: 'Due' }),
    col.count('days', { zh: '逾期天数', en: 'Days late' }, { total: undefined }),
    col.count('grace', { zh: '宽限天数', en: 'Grace' }, { total: undefined, detail: true }),
    col.money('amount', { zh: '逾期金额', en: 'Overdue' }),
    col.money('unused', { zh: '客户未核销款', en: 'On account' }, { total: undefined }),
  ],
  query: dunningQuery,
  shape: dunningShape,
  controlTotal: { column: 'amount', equals: { zh: '逾期应收减宽限期内', en: 'overdue receivables less those within grace' } },
  chart: () => ({ category: 'customer', over: 'ranking', measures: ['amount'] }),
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
