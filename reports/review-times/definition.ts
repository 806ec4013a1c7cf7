import { d } from '@/src/domain/kernel/decimal'
import { reviewDepartments } from '@/src/domain/orders/requiredDepartments'
import { departmentWords } from '@/src/domain/words/peopleWords'

import { col, shareOf } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { daysWithin, filterOf } from '../kit/drill'
import { percentOf } from '../kit/figures'
import type { Language } from '../kit/label'
import { param, type ParamsOf } from '../kit/params'
import { figureOf, figuresOf, idIn, textOf, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, period } from '../kit/usualParams'

import { counts, reviewTimesQuery } from './query'

const labels = {
  month: { zh: '月份', en: 'Month' },
  department: { zh: '部门', en: 'Department' },
  reviewer: { zh: '评审人', en: 'Reviewer' },
  order: { zh: '订单', en: 'Order' },
} as const

const params = {
  by: param.choice(
    { zh: '按', en: 'By' },
    (['month', 'department', 'reviewer', 'order'] as const).map((value) => ({ value, label: labels[value] })),
    'month',
  ),
  ...period,
  department: param.optionalChoice(
    labels.department,
    reviewDepartments.map((value) => ({ value, label: departmentWords[value] })),
  ),
  state: param.optionalChoice({ zh: '状态', en: 'State' }, [
    { value: 'open', label: { zh: '待答复', en: 'Open' } },
    { value: 'answered', label: { zh: '已答复', en: 'Answered' } },
  ]),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  reviewer: param.ids(labels.reviewer, 'users'),
}

type Params = ParamsOf<typeof params>

/** 30 hours for 4 answers → 7.5 hours; 1 of 5 late → 20 %. Nobody has answered yet: no name. */
export function reviewTimesShape(row: SourceRow, { params: { by }, language }: { params: Pick<Params, 'by'>; language: Language }) {
  const [key, answered] = [textOf(row, 'key'), figureOf(row, 'answered')]
  const department = reviewDepartments.find((known) => known === key)
  const asked = figureOf(row, 'asked')
  const name = by === 'department' && department ? departmentWords[department][language] : textOf(row, 'name')
  const nobody = by === 'reviewer' && textOf(row, 'asked') !== null ? { zh: '（尚未答复）', en: '(not answered yet)' }[language] : null
  return {
    name: name ?? nobody,
    ...textsOf(row, ['date', 'customer']),
    orderId: idIn(row, 'orderId'),
    customerId: idIn(row, 'customerId'),
    ...figuresOf(row, counts),
    lateRate: percentOf(figureOf(row, 'late'), asked),
    hours: d(answered).isZero() ? null : d(figureOf(row, 'hours')).div(answered).toString(),
  }
}

/** 评审时效: what departments were asked about orders and how soon they answered. */
export const reviewTimes = defineReport({
  name: 'review-times',
  title: { zh: '评审时效', en: 'Review times' },
  params,
  check: endsAfterStart,
  columns: ({ by }) => [
    (by === 'order' ? col.orderNo : col.text)('name', labels[by], { width: 20 }),
    ...(by === 'order' ? [col.date('date', { zh: '日期', en: 'Date' }), col.customer('customer', { zh: '客户', en: 'Customer' })] : []),
    col.count('asked', { zh: '评审数', en: 'Asked' }),
    col.count('answered', { zh: '已答复', en: 'Answered' }),
    col.count('open', { zh: '待答复', en: 'Open' }),
    col.count('late', { zh: '超时', en: 'Late' }),
    col.percent('lateRate', { zh: '超时率', en: 'Late, %' }, shareOf('late', 'asked')),
    col.count('objections', { zh: '不同意', en: 'Objections' }),
    col.plainQuantity('hours', { zh: '平均答复小时', en: 'Hours to answer' }),
  ],
  query: reviewTimesQuery,
  shape: reviewTimesShape,
  controlTotal: { column: 'asked', equals: { zh: '评审记录数', en: 'number of review questions' } },
  chart: ({ by }) => ({ category: 'name', over: by === 'month' ? 'time' : 'ranking', measures: ['asked', 'late'] }),
  drill: (row, asked) => {
    const key = textOf(row, 'key')
    if (key === null || asked.by === 'order') return null
    const filters =
      asked.by === 'month' ? daysWithin(key, asked) : asked.by === 'department' ? { department: key } : filterOf('reviewer', row, 'key')
    return filters && { ...filters, by: 'order' }
  },
  rights: ['sales', 'salesManager', 'pmc', 'rd', 'engineering', 'generalManager', 'auditor', 'admin'],
})
