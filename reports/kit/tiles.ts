import { addMonths, businessDate } from '@/src/domain/kernel/businessDate'
import type { Label } from './label'
import type { ReportAnswer } from './runReport'

export type Figure = {
  value: number
  kind: 'money' | 'count' | 'percent'
  beside?: { label: Label; value: number; late?: boolean }
  trend: number[]
}

/**
 * One figure of the home page: a question to a report, and what of the answer is told. The figure is the report's own, so that a click on it shows the same.
 * `figure` gives null where the person may not see the column.
 */
export type Tile = {
  name: string
  title: Label
  report: string
  asks: (today: string) => string
  figure: (answer: ReportAnswer, today: string) => Figure | null
}

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`
const monthsBack = (today: string, months: number): string => addMonths(businessDate(monthOf(today)), -months)
const total = (answer: ReportAnswer, column: string): number | null => {
  const value = answer.totals[column]
  return typeof value === 'number' ? value : null
}
const column = (answer: ReportAnswer, key: string): number[] =>
  answer.rows.flatMap((row) => (typeof row[key] === 'number' ? [row[key]] : []))
/** What the row of a month says; a month without a row has nothing. */
const inMonth = (answer: ReportAnswer, month: string, key: string): number => {
  const found = answer.rows.find((row) => row['name'] === month)?.[key]
  return typeof found === 'number' ? found : 0
}

export const tiles: readonly Tile[] = [
  {
    name: 'intake',
    title: { zh: '本月接单 (无税)', en: 'Orders this month (net)' },
    report: 'order-intake',
    asks: (today) => `by=month&from=${monthsBack(today, 12)}&to=${today}`,
    figure: (answer, today) =>
      total(answer, 'net') === null
        ? null
        : {
            value: inMonth(answer, today.slice(0, 7), 'net'),
            kind: 'money',
            beside: { label: { zh: '上年同月', en: 'a year ago' }, value: inMonth(answer, monthsBack(today, 12).slice(0, 7), 'net') },
            trend: column(answer, 'net'),
          },
  },
  {
    name: 'book',
    title: { zh: '在手订单', en: 'Order book' },
    report: 'unshipped-lines',
    asks: () => '',
    figure: (answer) => {
      const value = total(answer, 'amount')
      return value === null ? null : { value, kind: 'money', trend: [] }
    },
  },
  {
    name: 'late',
    title: { zh: '逾期未交行', en: 'Late lines' },
    report: 'unshipped-lines',
    asks: () => 'state=overdue',
    figure: (answer) => ({ value: answer.rowCount, kind: 'count', trend: [] }),
  },
  {
    name: 'onTime',
    title: { zh: '准时率 (近三个月)', en: 'On time (three months)' },
    report: 'delivery-performance',
    asks: (today) => `by=month&from=${monthsBack(today, 2)}&to=${today}`,
    figure: (answer) => {
      const value = total(answer, 'rate')
      return value === null ? null : { value, kind: 'percent', trend: column(answer, 'rate') }
    },
  },
  {
    name: 'receivables',
    title: { zh: '应收账款', en: 'Receivables' },
    report: 'receivables-ageing',
    asks: () => '',
    figure: (answer) => {
      const value = total(answer, 'total')
      if (value === null) return null
      const overdue = ['d1', 'd2', 'd3', 'd4', 'd5'].reduce((sum, key) => sum + (total(answer, key) ?? 0), 0)
      return { value, kind: 'money', beside: { label: { zh: '其中逾期', en: 'overdue' }, value: overdue, late: overdue > 0 }, trend: [] }
    },
  },
  {
    name: 'exposure',
    title: { zh: '信用占用', en: 'Credit exposure' },
    report: 'credit-balance',
    asks: () => '',
    figure: (answer) => {
      const value = total(answer, 'exposure')
      return value === null ? null : { value, kind: 'money', trend: [] }
    },
  },
  {
    name: 'quotes',
    title: { zh: '待答复报价', en: 'Quotes waiting' },
    report: 'quote-conversion',
    asks: (today) => `by=month&from=${monthsBack(today, 5)}&to=${today}`,
    figure: (answer) => {
      const value = total(answer, 'waiting')
      return value === null ? null : { value, kind: 'count', trend: column(answer, 'quotes') }
    },
  },
]
