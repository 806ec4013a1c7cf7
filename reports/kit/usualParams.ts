import { addMonths, businessDate } from '@/src/domain/kernel/businessDate'
import type { Finding } from '@/src/domain/kernel/decision'

import { notAccepted, param } from './params'

/** The filters that most reports share: a period and whose documents. */
export const period = {
  from: param.date({ zh: '开始日期', en: 'From' }),
  to: param.date({ zh: '结束日期', en: 'To' }),
}

export const whose = {
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
}

/** What documents belong to, by their customer and by themselves. */
export const belonging = {
  customerCategory: param.ids({ zh: '客户类别', en: 'Customer category' }, 'customer-categories', { rare: true }),
  region: param.text({ zh: '销售区域', en: 'Region' }, { rare: true }),
  channel: param.text({ zh: '销售渠道', en: 'Sales channel' }, { rare: true }),
}

export const itemCategory = { itemCategory: param.ids({ zh: '商品类别', en: 'Item category' }, 'item-categories', { rare: true }) }

export const items = { item: param.ids({ zh: '品号', en: 'Item' }, 'items') }

/** What can be asked of lines of sales: their days, whose, of what, and what they belong to. */
export const ofLines = { ...period, ...whose, ...items, ...belonging, ...itemCategory }

export type Period = { from: string | undefined; to: string | undefined }
export type Whose = { customer: number[]; salesperson: number[]; department: number[] }
export type Belonging = { customerCategory: number[]; region: string | undefined; channel: string | undefined }
export type Goods = { item: number[]; itemCategory: number[] }

/** An end before its start is refused. */
export const endsAfterStart = ({ from, to }: Period): Omit<Finding, 'severity'>[] =>
  from && to && to < from ? [notAccepted('to', to, `≥ ${from}`)] : []

/** A period that was left open: the twelve months that end with the one asked for, as a rule with today. */
export const lastTwelveMonths = <Asked extends Period>(
  asked: Asked,
  { today }: { today: string },
): Asked & { from: string; to: string } => {
  const to = asked.to ?? businessDate(today)
  return { ...asked, from: asked.from ?? addMonths(businessDate(`${to.slice(0, 7)}-01`), -11), to }
}
