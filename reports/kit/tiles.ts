import { addMonths, businessDate } from '@/src/domain/kernel/businessDate'
import type { Label } from './label'
import type { Answer, Figure, Tile } from './tile'

/** Months of a trend, this one with them. */
const MONTHS = 6

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`
const monthsBack = (today: string, months: number): string => addMonths(businessDate(monthOf(today)), -months)
const lastMonths = (today: string, count = MONTHS): string[] =>
  Array.from({ length: count }, (_, at) => monthsBack(today, count - 1 - at).slice(0, 7))
const total = (answer: Answer, column: string): number | null => {
  const value = answer.totals[column]
  return typeof value === 'number' ? value : null
}
/** What the row of a month says; a month without a row has nothing. */
const inMonth = (answer: Answer, month: string, key: string): number => {
  const found = answer.rows.find((row) => (row['name'] ?? row['month']) === month)?.[key]
  return typeof found === 'number' ? found : 0
}
/** A figure of each of the last months. */
const monthly =
  (key: string, count = MONTHS) =>
  (answer: Answer, today: string): number[] =>
    lastMonths(today, count).map((month) => inMonth(answer, month, key))

const lastHalfYear = (today: string): string => `by=month&from=${monthsBack(today, MONTHS - 1)}&to=${today}`
/** A figure that is a total of its report. */
const totalOf =
  (column: string, kind: Figure['kind']) =>
  (answer: Answer): Figure | null => {
    const value = total(answer, column)
    return value === null ? null : { value, kind }
  }

const sinceAYear = (today: string): string => `by=month&from=${monthsBack(today, 12)}&to=${today}`
const lastQuarter = (today: string): string => `by=month&from=${monthsBack(today, 2)}&to=${today}`

/** One figure of a report in each of the last months. */
const trend = (title: Label, report: string, asks: (today: string) => string, key: string, count = MONTHS): Tile['trend'] => ({
  ...{ title, report, asks },
  values: monthly(key, count),
})

export const tiles: readonly Tile[] = [
  {
    name: 'reviews',
    title: { zh: '待我评审', en: 'My reviews' },
    report: 'review-times',
    asks: () => 'by=month&state=open',
    figure: totalOf('open', 'count'),
    waits: { place: '/reviews', roles: ['salesManager', 'pmc', 'rd', 'engineering', 'generalManager'] },
    trend: trend({ zh: '近六个月评审数', en: 'reviews asked, six months' }, 'review-times', lastHalfYear, 'asked'),
  },
  {
    name: 'intake',
    title: { zh: '本月接单（无税）', en: 'Orders this month (net)' },
    report: 'order-intake',
    asks: sinceAYear,
    figure: (answer, today) =>
      total(answer, 'net') === null
        ? null
        : {
            value: inMonth(answer, today.slice(0, 7), 'net'),
            kind: 'money',
            beside: { label: { zh: '上年同月', en: 'a year ago' }, value: inMonth(answer, monthsBack(today, 12).slice(0, 7), 'net') },
          },
    trend: trend({ zh: '近十三个月接单', en: 'orders, thirteen months' }, 'order-intake', sinceAYear, 'net', 13),
  },
  {
    name: 'book',
    title: { zh: '在手订单', en: 'Order book' },
    report: 'unshipped-lines',
    asks: () => '',
    figure: totalOf('amount', 'money'),
    endsTrend: true,
    trend: {
      // what the book opened with, and what it closed with since: every month costs as much as was ordered and shipped in it
      title: { zh: '近三次月末在手订单', en: 'order book at the last three ends of month' },
      report: 'order-book',
      asks: (today) => `by=month&from=${monthsBack(today, 1)}&to=${today}`,
      values: (answer, today) => {
        const [last, now] = lastMonths(today, 2)
        return [inMonth(answer, last ?? '', 'opening'), inMonth(answer, last ?? '', 'closing'), inMonth(answer, now ?? '', 'closing')]
      },
    },
  },
  {
    name: 'late',
    title: { zh: '逾期未交行', en: 'Late lines' },
    report: 'unshipped-lines',
    asks: () => 'state=overdue',
    only: ['state'],
    figure: (answer) => ({ value: answer.rowCount, kind: 'count' }),
    trend: {
      title: { zh: '近三个月逾期发货行', en: 'lines shipped late, three months' },
      report: 'delivery-performance',
      asks: lastQuarter,
      values: (answer, today) => {
        const [dated, onTime] = [monthly('dated', 3)(answer, today), monthly('onTime', 3)(answer, today)]
        return dated.map((lines, at) => lines - (onTime[at] ?? 0))
      },
    },
  },
  {
    name: 'onTime',
    title: { zh: '准时率（近三个月）', en: 'On time (three months)' },
    report: 'delivery-performance',
    asks: lastQuarter,
    figure: totalOf('rate', 'percent'),
    trend: trend({ zh: '近三个月准时率', en: 'on time, three months' }, 'delivery-performance', lastQuarter, 'rate', 3),
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
      return { value, kind: 'money', beside: { label: { zh: '其中逾期', en: 'overdue' }, value: overdue, late: overdue > 0 } }
    },
    trend: {
      title: { zh: '近六个月月末应收', en: 'receivables at the end of six months' },
      report: 'receivables-moves',
      asks: (today) => lastHalfYear(today).replace('by=month&', ''),
      values: monthly('closing'),
    },
  },
  {
    name: 'exposure',
    title: { zh: '信用占用', en: 'Credit exposure' },
    report: 'credit-balance',
    asks: () => '',
    figure: totalOf('exposure', 'money'),
    endsTrend: true,
    trend: trend({ zh: '近六个月月末占用', en: 'exposure at the end of six months' }, 'credit-exposure', lastHalfYear, 'exposure'),
  },
  {
    name: 'quotes',
    title: { zh: '待答复报价', en: 'Quotes waiting' },
    report: 'quote-conversion',
    asks: () => 'by=month&state=waiting',
    only: ['waiting'],
    figure: totalOf('waiting', 'count'),
    trend: {
      ...trend({ zh: '近六个月报价数', en: 'quotes, six months' }, 'quote-conversion', lastHalfYear, 'quotes'),
      only: ['name', 'quotes'],
    },
  },
  {
    name: 'samples',
    title: { zh: '在办样板', en: 'Samples waiting' },
    report: 'sample-tracking',
    asks: () => 'by=month&state=waiting',
    figure: totalOf('waiting', 'count'),
    trend: trend({ zh: '近六个月新样板', en: 'new samples, six months' }, 'sample-tracking', lastHalfYear, 'samples'),
  },
]
