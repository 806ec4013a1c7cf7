import { textOrNull } from '@/src/domain/kernel/textOf'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { param, type ParamsOf } from '../kit/params'
import { documentBehind } from '../kit/source'
import type { SourceRow } from '../kit/statement'

import { ageingQuery, classes } from './query'

export const defaultLimits = '30,60,90,120'

const params = {
  by: param.choice(
    { zh: '按', en: 'By' },
    [
      { value: 'customer', label: { zh: '客户', en: 'Customer' } },
      { value: 'document', label: { zh: '单据与分期', en: 'Document and instalment' } },
    ],
    'customer',
  ),
  asOf: param.date({ zh: '截至日期', en: 'As of' }),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
  limits: param.limits({ zh: '账龄分段', en: 'Classes' }, defaultLimits),
}

type Params = ParamsOf<typeof params>

/** One row as shown; the totals row has the sums of the classes only. */
export function ageingShape(row: SourceRow) {
  return {
    customerId: row['customerId'] === null || row['customerId'] === undefined ? null : Number(row['customerId']),
    ...documentBehind(row),
    ...Object.fromEntries(
      ['customerCode', 'customer', 'grade', 'salesperson', 'no', 'date', 'due'].map((key) => [key, textOrNull(row[key])]),
    ),
    daysLate: row['daysLate'] === null || row['daysLate'] === undefined ? null : Number(row['daysLate']),
    total: textOrNull(row['total']) ?? '0',
    ...Object.fromEntries(classes.map((name) => [name, textOrNull(row[name]) ?? '0'])),
  }
}

const classTitles = ([l1 = 30, l2 = 60, l3 = 90, l4 = 120]: number[]) =>
  [
    ['d1', 1, l1],
    ['d2', l1 + 1, l2],
    ['d3', l2 + 1, l3],
    ['d4', l3 + 1, l4],
  ] as const

/** 应收账款账龄: what each customer owes and how long it is overdue, as of any day. */
export const receivablesAgeing = defineReport({
  name: 'receivables-ageing',
  title: { zh: '应收账款账龄', en: 'Receivables ageing' },
  params,
  fromSettings: {
    global: 'credit-settings',
    params: (settings) => {
      const limits = [1, 2, 3, 4].map((at) => Number(settings[`ageing${at}`] ?? 0))
      const rising = limits.every((limit, at) => limit > (at === 0 ? 0 : (limits[at - 1] as number)))
      return { limits: rising ? limits.join(',') : defaultLimits }
    },
  },
  columns: ({ by, limits }: Params) => [
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }, { detail: true }),
    ...(by === 'document'
      ? [
          col.documentNo('no', { zh: '单据', en: 'Document' }, { width: 20 }),
          col.date('date', { zh: '日期', en: 'Date' }, { detail: true }),
          col.date('due', { zh: '到期日', en: 'Due' }),
        ]
      : [col.text('grade', { zh: '等级', en: 'Grade' }, { width: 8, detail: true })]),
    col.count('daysLate', { zh: '最长逾期天数', en: 'Days late' }, { total: undefined }),
    col.money('notDue', { zh: '未到期', en: 'Not due' }),
    ...classTitles(limits).map(([key, from, to]) => col.money(key, { zh: `${from}–${to} 天`, en: `${from}–${to} days` })),
    col.money('d5', { zh: `${limits[3] ?? 120} 天以上`, en: `> ${limits[3] ?? 120} days` }),
    col.money('onAccount', { zh: '预收与未核销', en: 'On account' }),
    col.money('total', { zh: '应收合计', en: 'Total' }),
  ],
  query: ageingQuery,
  shape: ageingShape,
  controlTotal: { column: 'total', equals: { zh: '发票与红字发票减收款', en: 'invoices and credit notes less receipts' } },
  chart: () => ({ category: 'customer', over: 'ranking', measures: ['notDue', 'd1', 'd2', 'd3', 'd4', 'd5'] }),
  drill: (row, { by }) => (by === 'customer' && row['customerId'] ? { customer: String(row['customerId']), by: 'document' } : null),
  onAnyDay: true,
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
