import { textOrNull } from '@/src/domain/kernel/textOf'
import { percentFloor } from '@/src/domain/orders/progress'
import { statusWord } from '@/src/domain/words/statusWords'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { notAccepted, param } from '../kit/params'
import type { SourceRow } from '../kit/statement'

import { orderExecutionQuery } from './query'

const params = {
  from: param.date({ zh: '开始日期', en: 'From' }),
  to: param.date({ zh: '结束日期', en: 'To' }),
  stage: param.optionalChoice({ zh: '进度', en: 'Stage' }, [
    { value: 'open', label: { zh: '未交完', en: 'To deliver' } },
    { value: 'delivered', label: { zh: '待开票', en: 'To invoice' } },
    { value: 'billed', label: { zh: '待收款', en: 'To be paid' } },
    { value: 'closed', label: { zh: '已关闭', en: 'Closed' } },
  ]),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
}

const facets = { none: { zh: '未', en: 'None' }, partly: { zh: '部分', en: 'Partly' }, full: { zh: '全部', en: 'Full' } } as const
/** Percent delivered is by quantity and floors to one decimal below 100 (F10): 498 of 500 shows 99.6. */
export function orderExecutionShape(row: SourceRow, { language }: { language: 'zh' | 'en' }) {
  const facet = (key: string): string | null => facets[row[key] as keyof typeof facets]?.[language] ?? null
  const quantity = textOrNull(row['qty'])
  return {
    orderId: row['orderId'] === null || row['orderId'] === undefined ? null : Number(row['orderId']),
    customerId: row['customerId'] === null || row['customerId'] === undefined ? null : Number(row['customerId']),
    no: textOrNull(row['no']),
    date: textOrNull(row['date']),
    status: row['status']
      ? (statusWord('orders', String(row['status']), language) ?? '') + (row['hold'] ? ` · ${{ zh: '暂挂', en: 'on hold' }[language]}` : '')
      : null,
    customerCode: textOrNull(row['customerCode']),
    customer: textOrNull(row['customer']),
    salesperson: textOrNull(row['salesperson']),
    lines: Number(row['lines'] ?? 0),
    gross: textOrNull(row['gross']) ?? '0',
    freight: textOrNull(row['freight']) ?? '0',
    delivered: textOrNull(row['delivered']) ?? '0',
    percent: quantity === null ? null : percentFloor(textOrNull(row['delivered_qty']) ?? 0, quantity),
    invoiced: textOrNull(row['invoiced']) ?? '0',
    shortClosed: textOrNull(row['short_closed']) ?? '0',
    deliveryStatus: facet('delivery_status'),
    billingStatus: facet('billing_status'),
    paymentStatus: facet('payment_status'),
  }
}

/** 订单执行: how far every order has come, from the books. */
export const orderExecution = defineReport({
  name: 'order-execution',
  title: { zh: '订单执行', en: 'Order execution' },
  params,
  check: ({ from, to }) => (from && to && to < from ? [notAccepted('to', to, `≥ ${from}`)] : []),
  columns: () => [
    col.orderNo('no', { zh: '订单', en: 'Order' }, { width: 20 }),
    col.date('date', { zh: '日期', en: 'Date' }),
    col.text('status', { zh: '状态', en: 'Status' }, { width: 14 }),
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }, { width: 12, detail: true }),
    col.count('lines', { zh: '行数', en: 'Lines' }, { detail: true }),
    col.money('gross', { zh: '价税合计', en: 'Gross' }),
    col.money('freight', { zh: '其中运费', en: 'Freight in it' }, { detail: true }),
    col.money('delivered', { zh: '已发金额', en: 'Delivered' }),
    col.percent('percent', { zh: '已发 %', en: 'Delivered %' }),
    col.money('invoiced', { zh: '已开票金额', en: 'Invoiced' }),
    col.money('shortClosed', { zh: '指定结束金额', en: 'Short-closed' }, { detail: true }),
    col.text('deliveryStatus', { zh: '发货', en: 'Delivery' }, { width: 8 }),
    col.text('billingStatus', { zh: '开票', en: 'Billing' }, { width: 8 }),
    col.text('paymentStatus', { zh: '收款', en: 'Payment' }, { width: 8, detail: true }),
  ],
  query: orderExecutionQuery,
  shape: (row, { language }) => orderExecutionShape(row, { language }),
  controlTotal: { column: 'gross', equals: { zh: '订单表头价税合计', en: 'gross totals of the order headers' } },
  chart: () => ({ category: 'customer', over: 'ranking', measures: ['gross', 'delivered', 'invoiced'] }),
  rights: ['sales', 'salesManager', 'pmc', 'finance', 'generalManager', 'auditor', 'admin'],
})
