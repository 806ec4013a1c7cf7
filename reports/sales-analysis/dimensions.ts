import { col, type Column } from '../kit/columns'
import type { Label } from '../kit/label'

export type Dimension =
  | 'customer'
  | 'customerCategory'
  | 'item'
  | 'itemCategory'
  | 'salesperson'
  | 'department'
  | 'region'
  | 'channel'
  | 'country'
  | 'province'
  | 'city'
  | 'month'
  | 'quarter'
  | 'year'
  | 'invoice'

type DimensionPlan = { value: Dimension; label: Label; over: 'time' | 'ranking'; columns: readonly Column[] }

const time = (value: Dimension, label: Label): DimensionPlan => ({
  value,
  label,
  over: 'time',
  columns: [col.text(value, label, { width: 12 })],
})
const record = (value: Dimension, label: Label, column: typeof col.text = col.text): DimensionPlan => ({
  value,
  label,
  over: 'ranking',
  columns: [column(value, label)],
})

/** What sales can be analysed by, in the order offered. The column that carries the name is called like the dimension. */
export const dimensions: readonly DimensionPlan[] = [
  {
    value: 'customer',
    label: { zh: '客户', en: 'Customer' },
    over: 'ranking',
    columns: [
      col.code('customerCode', { zh: '客户编码', en: 'Customer code' }, { detail: true }),
      col.customer('customer', { zh: '客户', en: 'Customer' }),
    ],
  },
  record('customerCategory', { zh: '客户类别', en: 'Customer category' }),
  {
    value: 'item',
    label: { zh: '品号', en: 'Item' },
    over: 'ranking',
    columns: [
      col.code('itemCode', { zh: '品号', en: 'Item code' }),
      col.item('item', { zh: '品名', en: 'Item' }),
      col.text('specification', { zh: '规格', en: 'Specification' }, { width: 30, detail: true }),
      col.text('unit', { zh: '单位', en: 'Unit' }, { width: 8, detail: true }),
    ],
  },
  record('itemCategory', { zh: '商品类别', en: 'Item category' }),
  record('salesperson', { zh: '业务员', en: 'Salesperson' }),
  record('department', { zh: '部门', en: 'Department' }),
  record('region', { zh: '销售区域', en: 'Region' }),
  record('channel', { zh: '销售渠道', en: 'Sales channel' }),
  record('country', { zh: '国家', en: 'Country' }),
  record('province', { zh: '省份', en: 'Province' }),
  record('city', { zh: '城市', en: 'City' }),
  time('month', { zh: '月份', en: 'Month' }),
  time('quarter', { zh: '季度', en: 'Quarter' }),
  time('year', { zh: '年度', en: 'Year' }),
  {
    value: 'invoice',
    label: { zh: '发票', en: 'Invoice' },
    over: 'ranking',
    columns: [
      col.invoiceNo('invoice', { zh: '发票', en: 'Invoice' }, { width: 20 }),
      col.date('invoiceDate', { zh: '日期', en: 'Date' }),
      col.text('invoiceCustomer', { zh: '开票客户', en: 'Customer of the invoice' }, { width: 30 }),
    ],
  },
]

export const dimensionOf = (value: Dimension): DimensionPlan => dimensions.find((plan) => plan.value === value) as DimensionPlan

export const isTime = (value: Dimension): boolean => dimensionOf(value).over === 'time'
