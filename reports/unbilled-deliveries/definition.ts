import { textOrNull } from '@/src/domain/kernel/textOf'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { param } from '../kit/params'
import type { SourceRow, SourceValue } from '../kit/statement'

import { unbilledDeliveriesQuery } from './query'

const older = (value: '7' | '15' | '30' | '60') => ({ value, label: { zh: `超过 ${value} 天`, en: `older than ${value} days` } })
const params = {
  days: param.choice(
    { zh: '发货', en: 'Delivered' },
    [{ value: 'all', label: { zh: '全部', en: 'All' } }, older('7'), older('15'), older('30'), older('60')],
    'all',
  ),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
}
const id = (value: SourceValue | undefined): number | null => (value === null || value === undefined ? null : Number(value))

/** One delivery with what is still to be invoiced of it. */
export const unbilledDeliveriesShape = (row: SourceRow) => ({
  deliveryId: id(row['deliveryId']),
  customerId: id(row['customerId']),
  no: textOrNull(row['no']),
  date: textOrNull(row['date']),
  days: id(row['days']),
  customerCode: textOrNull(row['customerCode']),
  customer: textOrNull(row['customer']),
  salesperson: textOrNull(row['salesperson']),
  lines: Number(row['lines'] ?? 0),
  open: textOrNull(row['open']) ?? '0',
  drafted: textOrNull(row['drafted']) ?? '0',
  amount: textOrNull(row['amount']) ?? '0',
})

/** 已发未开票: delivered goods that no approved invoice has billed, the oldest first. */
export const unbilledDeliveries = defineReport({
  name: 'unbilled-deliveries',
  title: { zh: '已发货未开票', en: 'Unbilled deliveries' },
  params,
  columns: () => [
    col.deliveryNo('no', { zh: '发货单', en: 'Delivery' }, { width: 20 }),
    col.date('date', { zh: '发货日期', en: 'Delivered on' }),
    col.days('days', { zh: '天数', en: 'Days' }),
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }, { width: 12 }),
    col.count('lines', { zh: '行数', en: 'Lines' }),
    col.quantity('open', { zh: '未开票数量', en: 'To invoice' }),
    col.quantity('drafted', { zh: '其中在未审核发票', en: 'Of that on draft invoices' }),
    col.money('amount', { zh: '未开票金额', en: 'Amount' }),
  ],
  query: unbilledDeliveriesQuery,
  shape: (row) => unbilledDeliveriesShape(row),
  controlTotal: { column: 'open', equals: { zh: '发货行可开票数量（账上）', en: 'billable quantity of the delivery lines in the books' } },
  chart: () => ({ category: 'customer', over: 'ranking', measures: ['amount'] }),
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
