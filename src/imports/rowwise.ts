import type { ImportColumn } from './column'
import { type ImportDefinition, nothingTaken } from './engine/definition'
import { importOrders } from './importOrders'
import * as column from './openings/columns'

const orderColumns: readonly ImportColumn[] = [
  { ...column.externalNo, name: 'orderNo', also: ['订单号'] },
  { ...column.customer, also: ['客户编码'] },
  { ...column.date, required: false, also: ['单据日期'] },
  { ...column.item, also: ['品号', '商品编码'] },
  column.qty,
  column.unit,
  column.price,
  column.discountRate,
  column.taxRate,
  column.warehouse,
  column.deliveryDate,
  column.freight,
  column.freightTaxRate,
  column.remark,
]

/** Kinds whose rows become documents one by one, each whole or not at all: what a person enters every day, not what a company moves in with. */
export const orders: ImportDefinition = {
  kind: 'orders',
  title: { zh: '订单', en: 'Orders' },
  note: {
    zh: '一行一条明细；同一客户、同一客户订单号为一张订单，生成草稿，规则与手工录入相同。',
    en: 'One row a line; rows of one customer and order number are one draft order, judged as one entered by hand.',
  },
  roles: importOrders.roles,
  records: { slug: 'orders' },
  columns: () => orderColumns,
  take: () => Promise.resolve(nothingTaken()),
  rowwise: importOrders,
}
