import { textOrNull } from '@/src/domain/kernel/textOf'
import type { Language } from '@/src/domain/messages/language'
import { statusWord } from '@/src/domain/words/statusWords'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { daysWithin, filterOf } from '../kit/drill'
import { percentOf } from '../kit/figures'
import { notAccepted, param } from '../kit/params'
import { idIn } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { type Grouping, sampleTrackingQuery } from './query'

const params = {
  by: param.choice<Grouping>(
    { zh: '汇总', en: 'By' },
    [
      { value: 'sample', label: { zh: '样板', en: 'Sample' } },
      { value: 'customer', label: { zh: '客户', en: 'Customer' } },
      { value: 'engineer', label: { zh: '工程师', en: 'Engineer' } },
      { value: 'salesperson', label: { zh: '业务员', en: 'Salesperson' } },
      { value: 'month', label: { zh: '月份', en: 'Month' } },
    ],
    'sample',
  ),
  from: param.date({ zh: '开始日期', en: 'From' }),
  to: param.date({ zh: '结束日期', en: 'To' }),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  engineer: param.ids({ zh: '工程师', en: 'Engineer' }, 'users'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  state: param.optionalChoice({ zh: '状态', en: 'State' }, [{ value: 'waiting', label: { zh: '在办', en: 'In work' } }]),
}

const unknown = { zh: '未指定', en: 'Nobody named' }

/** Conversion rate = converted ÷ submitted, in percent; nothing submitted has none. */
export function sampleTrackingShape(row: SourceRow, { language, params: asked }: { language: Language; params?: { by: Grouping } }) {
  const status = textOrNull(row['status'])
  const known = row['key'] !== null && row['key'] !== undefined
  return {
    sampleId: status && known ? Number(row['key']) : null,
    customerId: idIn(row, 'customerId'),
    no: textOrNull(row['no']),
    date: textOrNull(row['date']),
    name: textOrNull(row['name']),
    month: asked?.by === 'month' ? textOrNull(row['key']) : null,
    status: status ? (statusWord('samples', status, language) ?? null) : null,
    customerCode: textOrNull(row['customerCode']),
    customer: textOrNull(row['customer']),
    person: textOrNull(row['person']) ?? (status ? null : unknown[language]),
    engineer: textOrNull(row['engineer']),
    samples: textOrNull(row['samples']) ?? '0',
    waiting: textOrNull(row['waiting']) ?? '0',
    submitted: textOrNull(row['submitted']) ?? '0',
    rounds: textOrNull(row['rounds']) ?? '0',
    approved: textOrNull(row['approved']) ?? '0',
    converted: textOrNull(row['converted']) ?? '0',
    rate: percentOf(textOrNull(row['converted']), textOrNull(row['submitted'])),
    toReady: textOrNull(row['to_ready']),
    toSent: textOrNull(row['to_sent']),
    toApproved: textOrNull(row['to_approved']),
    toConverted: textOrNull(row['to_converted']),
    whole: textOrNull(row['whole']),
  }
}

const person = { engineer: { zh: '工程师', en: 'Engineer' }, salesperson: { zh: '业务员', en: 'Salesperson' } }

const headOf = (by: Grouping) =>
  by === 'sample'
    ? [
        col.sampleNo('no', { zh: '样板', en: 'Sample' }, { width: 20 }),
        col.date('date', { zh: '日期', en: 'Date' }, { detail: true }),
        col.text('name', { zh: '品名', en: 'Name' }, { width: 30 }),
        col.customer('customer', { zh: '客户', en: 'Customer' }),
        col.text('person', person.salesperson, { width: 12, detail: true }),
        col.text('engineer', person.engineer, { width: 12, detail: true }),
        col.text('status', { zh: '状态', en: 'Status' }, { width: 16 }),
      ]
    : by === 'customer'
      ? [
          col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
          col.customer('customer', { zh: '客户', en: 'Customer' }),
        ]
      : by === 'month'
        ? [col.text('month', { zh: '月份', en: 'Month' }, { width: 12 })]
        : [col.text('person', person[by], { width: 18 })]

const lead = (key: string, title: { zh: string; en: string }) =>
  col.quantity(key, title, { total: 'given', width: 13, ...(key === 'whole' ? {} : { detail: true }) })

/** Of one sample its state says what the counts would. */
const ofOne = (by: Grouping) => (by === 'sample' ? ({ detail: true } as const) : {})

/** 样板跟踪: how many rounds and days samples take, and how many become items, by customer and engineer. */
export const sampleTracking = defineReport({
  name: 'sample-tracking',
  title: { zh: '样板跟踪', en: 'Sample tracking' },
  params,
  check: ({ from, to }) => (from && to && to < from ? [notAccepted('to', to, `≥ ${from}`)] : []),
  columns: ({ by }) => [
    ...headOf(by),
    col.count('samples', { zh: '样板数', en: 'Samples' }, ofOne(by)),
    col.count('waiting', { zh: '在办', en: 'In work' }, ofOne(by)),
    col.count('submitted', { zh: '已提交', en: 'Submitted' }, ofOne(by)),
    col.count('rounds', { zh: '反馈轮次', en: 'Rounds' }),
    col.count('approved', { zh: '客户认可', en: 'Approved' }, ofOne(by)),
    col.count('converted', { zh: '转正式', en: 'Converted' }, ofOne(by)),
    col.percent('rate', { zh: '转化率', en: 'Conversion' }, { total: 'given', ...ofOne(by) }),
    lead('toReady', { zh: '提交→备好 天', en: 'Submitted → ready, d' }),
    lead('toSent', { zh: '备好→送样 天', en: 'Ready → sent, d' }),
    lead('toApproved', { zh: '送样→认可 天', en: 'Sent → approved, d' }),
    lead('toConverted', { zh: '认可→转正 天', en: 'Approved → item, d' }),
    lead('whole', { zh: '全程 天', en: 'Whole way, d' }),
  ],
  query: sampleTrackingQuery,
  shape: sampleTrackingShape,
  controlTotal: { column: 'samples', equals: { zh: '样板资料数', en: 'number of samples' } },
  chart: ({ by }) =>
    by === 'sample'
      ? { category: 'no', over: 'ranking', measures: ['toReady', 'toSent', 'toApproved', 'toConverted'] }
      : {
          category: by === 'customer' ? 'customer' : by === 'month' ? 'month' : 'person',
          over: by === 'month' ? 'time' : 'ranking',
          measures: ['submitted', 'approved', 'converted'],
        },
  drill: (row, asked) => {
    const key = textOrNull(row['key'])
    if (asked.by === 'sample' || (asked.by === 'month' && key === null)) return null
    return { ...(asked.by === 'month' ? daysWithin(key ?? '', asked) : filterOf(asked.by, row, 'key')), by: 'sample' }
  },
  rights: ['sales', 'salesManager', 'engineering', 'rd', 'generalManager', 'auditor', 'admin'],
})
