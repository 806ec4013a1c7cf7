import { textOrNull } from '@/src/domain/kernel/textOf'
import { statusWord } from '@/src/domain/words/statusWords'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import type { Language } from '../kit/label'
import { param } from '../kit/params'
import type { SourceRow } from '../kit/statement'

import { customerRatingQuery } from './query'

const grades = ['AAA', 'AA', 'A', 'B', 'C'] as const

const params = {
  show: param.choice(
    { zh: '显示', en: 'Show' },
    [
      { value: 'latest', label: { zh: '最近一次', en: 'Latest' } },
      { value: 'all', label: { zh: '全部历史', en: 'Whole history' } },
    ],
    'latest',
  ),
  grade: param.optionalChoice(
    { zh: '等级', en: 'Grade' },
    grades.map((value) => ({ value, label: { zh: value, en: value } })),
  ),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
}

const texts = ['no', 'date', 'customerCode', 'customer', 'salesperson', 'grade', 'gradeBefore'] as const
const figures = ['netSales', 'daysLate', 'returnRate', 'points', 'proposedLimit', 'limitBefore', 'ratings'] as const

export const customerRatingShape = (row: SourceRow, { language }: { language: Language }) => ({
  customerId: row['customerId'] === null || row['customerId'] === undefined ? null : Number(row['customerId']),
  ratingId: row['ratingId'] === null || row['ratingId'] === undefined ? null : Number(row['ratingId']),
  ...Object.fromEntries([...texts, ...figures].map((key) => [key, textOrNull(row[key])])),
  status: row['status'] ? (statusWord('credit-grades', String(row['status']), language) ?? null) : null,
})

/** 客户信用评级: points, grade and proposed limit of each customer, with the grade before. */
export const customerRating = defineReport({
  name: 'customer-rating',
  title: { zh: '客户信用评级', en: 'Customer rating' },
  params,
  columns: () => [
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }, { detail: true }),
    col.ratingNo('no', { zh: '评级单', en: 'Rating' }, { width: 20 }),
    col.date('date', { zh: '日期', en: 'Date' }),
    col.text('status', { zh: '状态', en: 'Status' }, { width: 10, detail: true }),
    col.money('netSales', { zh: '十二个月销售净额', en: 'Net sales, 12 months' }),
    col.quantity('daysLate', { zh: '逾期天数', en: 'Days late' }, { total: undefined }),
    col.quantity('returnRate', { zh: '退货率 %', en: 'Return rate %' }, { total: undefined }),
    col.quantity('points', { zh: '得分', en: 'Points' }, { total: undefined }),
    col.text('grade', { zh: '等级', en: 'Grade' }, { width: 8 }),
    col.text('gradeBefore', { zh: '原等级', en: 'Grade before' }, { width: 10, detail: true }),
    col.money('proposedLimit', { zh: '建议额度', en: 'Proposed limit' }, { limit: true, total: undefined }),
    col.money('limitBefore', { zh: '原额度', en: 'Limit before' }, { limit: true, total: undefined, detail: true }),
    col.count('ratings', { zh: '评级数', en: 'Ratings' }, { detail: true }),
  ],
  query: customerRatingQuery,
  shape: customerRatingShape,
  controlTotal: { column: 'ratings', equals: { zh: '评级单数', en: 'number of ratings' } },
  chart: () => ({ category: 'customer', over: 'ranking', measures: ['points'] }),
  rights: ['salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
