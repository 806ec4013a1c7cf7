// More than 200 lines: the columns that documents from elsewhere share, each with the names that others give it.

import type { ImportColumn } from '../column'
import { column } from './columnOf'

export * from './amountColumns'

/** Columns that documents from elsewhere have in common; each kind takes those it needs. */
export const no = (also: readonly string[], example: string): ImportColumn =>
  column('no', '单号', 'No.', {
    type: 'text',
    required: true,
    also: ['单据号', '单据编号', '编号', 'number', 'document no', 'doc num', 'num', 'id', 'voucher no', ...also],
    example,
  })
export const customer = column('customer', '客户', 'Customer', {
  type: 'relation',
  to: 'customers',
  required: true,
  also: [
    'card code',
    'card name',
    'customer full name',
    'customer no',
    'member',
    'client',
    'buyer',
    '购货单位',
    '往来单位',
    'customer key',
    '客户编码',
    '客户代码',
    '客户编号',
    '客户名称',
    '客户简称',
    'customer code',
    'customer id',
    'customer name',
  ],
  example: 'C001',
})
export const date = column('date', '日期', 'Date', {
  type: 'day',
  required: true,
  also: [
    'doc date',
    'posting date',
    'txn date',
    'transaction date',
    'sale date',
    'sales date',
    'order datetime',
    '发票日期',
    '制单日期',
    'order purchase timestamp',
    '单据日期',
    '开票日期',
    '订单日期',
    '业务日期',
    '销售日期',
    '开单日期',
    '交易日期',
    '出库日期',
    'invoice date',
    'order date',
    'invoicedate',
  ],
  example: '2026-11-05',
})
export const item = column('item', '物料', 'Item', {
  type: 'relation',
  to: 'items',
  required: true,
  also: [
    'product service',
    'product/service',
    'item no',
    'product no',
    'article',
    'lineitem sku',
    'pizza name id',
    '产品代码',
    'product key',
    'stock item id',
    'track id',
    '品号',
    '存货编码',
    '物料编码',
    '商品编码',
    '产品编码',
    '存货名称',
    '商品名称',
    'item code',
    'sku',
    'product',
    'stockcode',
    'product id',
  ],
  example: 'GZK-2000',
})
export const qty = column('qty', '数量', 'Quantity', {
  type: 'figure',
  scale: 4,
  fills: true,
  required: true,
  also: [
    'qty',
    'billed qty',
    'transaction qty',
    'order quantity',
    'sales quantity',
    'units',
    'units sold',
    'qty sold',
    'quantity sold',
    'unit sales',
    'lineitem quantity',
    'pieces',
    '销量',
    '销售件数',
    '实发数',
    '发货数量',
    '计价数量',
    '实发数量',
    'quantity ordered',
    '件数',
    '销售数量',
    '订货数量',
    'order qty',
    'qty ordered',
  ],
  example: '1,000',
})
export const unit = column('unit', '单位', 'Unit', {
  type: 'text',
  also: ['uom code', 'u m', 'stock uom', '主计量单位', '主计量', '基本单位', '计价单位', '销售单位', '计量单位', 'uom'],
})
export const price = column('price', '单价', 'Price', {
  type: 'figure',
  scale: 6,
  min: 0,
  also: [
    'rate',
    'sales rate',
    'price per unit',
    'item price',
    'sale price',
    'selling price',
    'lineitem price',
    '原币含税单价',
    '原币无税单价',
    'price each',
    '销售单价',
    '含税单价',
    '无税单价',
    '原币单价',
    '售价',
    '成交价',
    'unit price',
    'sales price',
  ],
  example: '0.68',
  note: { zh: '含税还是不含税，由“价税方式”列或客户档案决定', en: 'With or without tax as the column "Tax mode", else the customer, says' },
})
export const discountRate = column('discountRate', '折扣率', 'Discount', {
  type: 'rate',
  scale: 4,
  also: [
    'disc prcnt',
    'discount percentage',
    '折扣',
    '扣率',
    'discount rate',
    'unit price discount',
    'unit price discount pct',
    'discount percent',
    'discount pct',
  ],
  example: '5%',
  note: { zh: '优惠百分比；8折写“8折”或 20%', en: 'Percent off' },
})
export const taxRate = column('taxRate', '税率', 'Tax rate', {
  type: 'rate',
  fills: true,
  scale: 4,
  also: ['vat prcnt', 'tax percent', '税率（%）', '增值税率', 'vat', 'vat rate'],
  example: '13%',
  note: { zh: '留空取物料税率；免税写“免税”', en: 'Empty = the item’s; write "exempt" where no tax is due' },
})
export const taxMode = column('taxMode', '价税方式', 'Tax mode', {
  type: 'choice',
  choices: [
    { value: 'inclusive', label: { zh: '含税', en: 'Tax inclusive' } },
    { value: 'exclusive', label: { zh: '不含税', en: 'Tax exclusive' } },
  ],
})
export const currency = column('currency', '币种', 'Currency', {
  type: 'text',
  fills: true,
  also: ['doc cur', 'doc currency', 'order currency', 'currency', 'currency code', '币别'],
  example: 'CNY',
})
export const exchangeRate = column('exchangeRate', '汇率', 'Exchange rate', {
  type: 'figure',
  scale: 6,
  min: 0.000001,
  also: ['doc rate', 'conversion rate'],
  note: {
    zh: '一单位外币合本位币多少；留空取该日汇率',
    en: 'What one unit of the currency is worth in the base currency; empty = the rate of the day',
  },
})
export const salesperson = column('salesperson', '业务员', 'Salesperson', {
  type: 'relation',
  to: 'users',
  also: [
    'slp name',
    'sales employee',
    'rep',
    'employee id',
    'salesperson person id',
    'salesperson id',
    'sales rep employee number',
    '销售员',
    '销售代表',
    'sales rep',
    'sales person',
    'employee',
  ],
})
export const department = column('department', '部门', 'Department', {
  type: 'relation',
  to: 'departments',
  also: ['部门名称', '销售部门'],
})
export const paymentTerms = column('paymentTerms', '收款条件', 'Payment terms', {
  type: 'relation',
  to: 'payment-terms',
  also: ['付款条件', 'terms'],
})
export const dueDate = column('dueDate', '到期日', 'Due date', {
  type: 'day',
  also: ['doc due date', 'payment due date', '到期日期', '应收日期', '收款到期日', 'due'],
  example: '2026-12-05',
})
export const region = column('region', '销售区域', 'Region', {
  type: 'text',
  also: ['sales territory', '地区名称', '所属地区', 'ship region', '地区', '区域', '大区', 'territory'],
})
export const channel = column('channel', '销售渠道', 'Sales channel', {
  type: 'text',
  also: ['sales channel', 'channel name', 'store', '渠道'],
})
export const remark = column('remark', '备注', 'Remark', { type: 'text', also: ['摘要', 'note'] })
export const warehouse = column('warehouse', '仓库', 'Warehouse', {
  type: 'relation',
  to: 'warehouses',
  example: 'W1',
  also: ['whs code', 'warehouse code', '仓库编码', '仓库名称', 'warehouse id', 'location id', 'location'],
})
export const batchNo = column('batchNo', '批号', 'Batch no.', {
  type: 'text',
  also: ['lot no', 'lot number', 'batch', 'batch no', 'batch number', '批次号', '生产批号', '批次', 'lot'],
})
export const cancelled = column('cancelled', '已作废', 'Cancelled', {
  type: 'flag',
  perhaps: ['status', 'order status', '状态', '单据状态'],
  also: ['canceled', 'is cancelled', '作废', '取消', 'void'],
  says: {
    yes: /^(cancell?ed|void(ed)?|reversed|unavailable|已?作废|已?取消|已?撤销|废止)$/i,
    no: /^(shipped|delivered|complete[d]?|closed|resolved|invoiced|paid|approved|open|active|in process|processing|on hold|disputed|created|pending|posted|submitted|confirmed|fulfilled|sent|new|released|unpaid|partly paid|partially paid|overdue|returns?|returned|credit note issued|正常|有效|已审核?|已完成|已发货|已开票|已关闭|未审核?)$/i,
  },
  note: {
    zh: '也可写状态：已作废、已取消；已审核、已完成等为否',
    en: 'Also a status: cancelled, void; shipped, closed and the like are no',
  },
  example: { zh: '否', en: 'no' },
})
export const documentKind = column('documentKind', '单据类型', 'Kind of document', {
  type: 'text',
  also: [
    'type',
    'doc type',
    'document type',
    'transaction type',
    'invoice type',
    '单据类别',
    '业务类型',
    '发票类型',
    '红蓝标识',
    '红蓝字',
    '蓝红字',
  ],
  example: { zh: '发票', en: 'Invoice' },
  note: {
    zh: '红字、退货、贷项等：数量与金额写成正数的也按退货',
    en: 'A credit note, return or refund is one also where its quantities are written without a minus',
  },
})
export const externalNo = column('externalNo', '客户订单号', 'Customer order no.', {
  type: 'text',
  also: ['num at card', 'po no', 'customer po', 'customers purchase order', '客户单号', 'po'],
})
export const deliveryDate = column('deliveryDate', '交期', 'Delivery date', {
  type: 'day',
  also: ['交货日期', '预计发货日', '预发货日期', 'required date'],
  example: '2026-12-20',
})
export const deliveredQty = column('deliveredQty', '已发数量', 'Delivered quantity', {
  type: 'figure',
  scale: 4,
  min: 0,
  also: ['累计发货数量', '已发货数量', 'delivered'],
})
export const invoicedQty = column('invoicedQty', '已开票数量', 'Invoiced quantity', {
  type: 'figure',
  scale: 4,
  min: 0,
  also: ['累计开票数量', 'invoiced'],
})
export const validUntil = column('validUntil', '有效期至', 'Valid until', { type: 'day', also: ['有效期'], example: '2026-12-31' })
export const amount = column('amount', '金额', 'Amount', {
  type: 'figure',
  scale: 2,
  required: true,
  also: ['应收金额', '原币金额', '价税合计', 'total', 'doc total', 'grand total', 'invoice total', 'invoice amount', 'original amount'],
  example: '11,300.00',
  aged: true,
  note: { zh: '负数为客户多付或预收', en: 'Negative: a credit balance or an advance' },
})
export const openAmount = column('openAmount', '未收金额', 'Open amount', {
  type: 'figure',
  scale: 2,
  also: [
    'outstanding amount',
    'bal due',
    'balance due',
    'open balance',
    'amount outstanding',
    '原币余额',
    '未收款金额',
    '余额',
    '未核销金额',
    '应收余额',
    'balance',
    'open',
  ],
  example: '5,000.00',
  note: { zh: '留空 = 金额，全部未收', en: 'Empty = the amount, nothing paid yet' },
})
