import { textOrNull } from '@/src/domain/kernel/textOf'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import type { Label, Language } from '../kit/label'
import { param } from '../kit/params'
import { idIn, textOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'

import { creditBalanceQuery } from './query'

const params = {
  kind: param.choice(
    { zh: '信用对象', en: 'Credit object' },
    [
      { value: 'customers', label: { zh: '客户', en: 'Customers' } },
      { value: 'departments', label: { zh: '部门', en: 'Departments' } },
      { value: 'users', label: { zh: '业务员', en: 'Salespeople' } },
    ],
    'customers',
  ),
  show: param.choice(
    { zh: '显示', en: 'Show' },
    [
      { value: 'used', label: { zh: '有占用或有额度', en: 'In use or limited' } },
      { value: 'overLimit', label: { zh: '超额度', en: 'Over the limit' } },
      { value: 'all', label: { zh: '全部', en: 'All' } },
    ],
    'used',
  ),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
}

const statuses: Readonly<Record<string, Label>> = {
  ok: { zh: '正常', en: 'Within' },
  watch: { zh: '关注', en: 'Watch' },
  hold: { zh: '超额', en: 'Over the limit' },
  stop: { zh: '停止交易', en: 'Stopped' },
  noCheck: { zh: '不检查', en: 'Not checked' },
}

const texts = ['code', 'name', 'grade', 'until', 'oldestNo', 'oldestDue', 'alarmNo', 'alarmDate'] as const
const figures = ['limit', 'orders', 'deliveries', 'unaudited', 'receivable', 'exposure', 'free', 'oldestAmount'] as const

export const creditBalanceShape = (row: SourceRow, { language }: { language: Language }) => ({
  objectId: idIn(row, 'objectId'),
  oldestId: idIn(row, 'oldestId'),
  alarmId: idIn(row, 'alarmId'),
  alarmSlug: textOf(row, 'alarmSlug'),
  ...Object.fromEntries([...texts, ...figures].map((key) => [key, textOrNull(row[key])])),
  status: row['status'] ? (statuses[String(row['status'])]?.[language] ?? null) : null,
})

/** 信用余额: limit, every bucket, what is free, the oldest debt and the last alarm of each credit object, as a check would see them now. */
export const creditBalance = defineReport({
  name: 'credit-balance',
  title: { zh: '信用余额', en: 'Credit balance' },
  params,
  columns: ({ kind }) => [
    col.code('code', { zh: '编码', en: 'Code' }),
    col.text('name', { zh: '名称', en: 'Name' }, { width: 30, opens: { slug: kind, id: 'objectId' } }),
    col.text('grade', { zh: '等级', en: 'Grade' }, { width: 8, detail: true }),
    col.text('status', { zh: '状态', en: 'Status' }, { width: 14, limit: true }),
    col.money('limit', { zh: '信用额度', en: 'Credit limit' }, { limit: true }),
    col.date('until', { zh: '临时额度至', en: 'Temporary until' }, { limit: true, detail: true }),
    col.money('orders', { zh: '订单', en: 'Orders' }),
    col.money('deliveries', { zh: '未开票发货', en: 'Delivered, not invoiced' }),
    col.money('unaudited', { zh: '未审核发票', en: 'Draft invoices' }, { detail: true }),
    col.money('receivable', { zh: '应收', en: 'Receivable' }),
    col.money('exposure', { zh: '已占用', en: 'Exposure' }),
    col.money('free', { zh: '可用额度', en: 'Free' }, { limit: true, total: undefined }),
    col.code('oldestNo', { zh: '最早未收发票', en: 'Oldest open invoice' }, { width: 20, opens: { slug: 'invoices', id: 'oldestId' } }),
    col.date('oldestDue', { zh: '到期日', en: 'Due' }, { detail: true }),
    col.money('oldestAmount', { zh: '未收金额', en: 'Open' }, { total: undefined }),
    col.code('alarmNo', { zh: '最近预警', en: 'Last alarm' }, { width: 20, opens: { slugIn: 'alarmSlug', id: 'alarmId' }, detail: true }),
    col.date('alarmDate', { zh: '预警日期', en: 'Alarm date' }, { detail: true }),
  ],
  query: creditBalanceQuery,
  shape: creditBalanceShape,
  controlTotal: { column: 'exposure', equals: { zh: '信用账分录合计', en: 'entries of the credit book' } },
  chart: () => ({ category: 'name', over: 'ranking', measures: ['receivable', 'unaudited', 'deliveries', 'orders'] }),
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
