import { column } from './columnOf'

// What lines and documents from elsewhere come to: amounts, tax, money off, freight, cost, each with the names that others give it.

export const net = column('net', '无税金额', 'Net amount', {
  type: 'figure',
  scale: 2,
  also: [
    'line amount',
    'sales amount',
    'net amount',
    'revenue',
    'store sales',
    '行金额',
    '不含税销售额',
    '原币无税金额',
    '金额',
    '不含税金额',
    '原币金额',
    '销售额',
    '销售金额',
    'amount',
    'net',
    'sales',
    'line total',
    'net sales',
  ],
  whole: 'documentTotal',
  note: { zh: '本行的无税金额；填写时以此为准', en: 'Of the line; when given, it counts' },
})
export const gross = column('gross', '价税合计', 'Gross amount', {
  type: 'figure',
  scale: 2,
  also: ['total price', 'total amount', '含税合计', '价税小计', '含税金额', '原币价税合计', '含税销售额', 'total', 'gross sales'],
  whole: 'documentTotal',
  note: { zh: '本行的含税金额；填写时以此为准', en: 'Of the line; when given, it counts' },
})
export const tax = column('tax', '税额', 'Tax', {
  type: 'figure',
  scale: 2,
  also: ['vat sum', 'vat', '原币税额', '增值税额', 'tax amount', 'tax amt', 'vat amount', 'line tax'],
  whole: 'documentTax',
  note: { zh: '本行税额；与无税金额、含税金额之一同填', en: 'Of the line; beside its net or its gross amount' },
})
export const discountAmount = column('discountAmount', '折扣额', 'Discount amount', {
  type: 'figure',
  scale: 4,
  also: ['优惠金额', '折让金额', '原币折扣额', 'discount amount', 'discount value', 'line discount'],
  whole: 'documentDiscount',
  note: {
    zh: '本行优惠的金额（不是百分比）；已填金额时不再扣减',
    en: 'Money off the line (not percent); nothing is taken off an amount that is given',
  },
})
/** What a document says as a whole of what its lines come to. */
export const documentTotal = column('documentTotal', '单据合计（核对）', 'Total of the document (checked)', {
  type: 'figure',
  scale: 6,
  also: [
    'doc total',
    'rounded total',
    '整单金额',
    '单据金额',
    '订单总额',
    '发票总额',
    '单据合计',
    'document total',
    'invoice total',
    'order total',
    'grand total',
    'total due',
    'amount due',
  ],
  each: 'gross',
  note: {
    zh: '只用于核对：各行合计（含税或无税，含或不含运费）与此不符则不导入',
    en: 'Only checked: a document whose lines come to something else (with or without tax and freight) stays out',
  },
})
export const documentTax = column('documentTax', '整单税额', 'Tax of the document', {
  type: 'figure',
  scale: 2,
  also: ['total taxes and charges', 'taxes', 'document tax', '税额合计'],
  each: 'tax',
  note: {
    zh: '整单税额；按各行无税金额分摊，一分不差',
    en: 'Of the whole document; shared out by the net amounts of its lines, to the cent',
  },
})
export const documentDiscount = column('documentDiscount', '整单折扣额', 'Discount of the document', {
  type: 'figure',
  scale: 2,
  also: ['整单优惠', '整单折扣', '抹零', 'document discount', 'order discount'],
  each: 'discountAmount',
  note: {
    zh: '整单优惠的金额；按各行金额分摊，一分不差',
    en: 'Money off the whole document; shared out by the amounts of its lines, to the cent',
  },
})
export const freight = column('freight', '运费', 'Freight', {
  type: 'figure',
  scale: 4,
  also: ['freight amount', 'shipping fee', 'shipping charge', '物流费', '运杂费', 'shipping'],
  each: 'lineFreight',
  note: { zh: '整单运费，含税；各行相同或只写一行', en: 'Of the whole document, with tax; the same in every row or in one' },
})
export const lineFreight = column('lineFreight', '行运费', 'Freight of the line', {
  type: 'figure',
  scale: 4,
  also: ['freight value', 'line freight'],
  note: { zh: '各行运费，相加为整单运费，含税', en: 'Added up to the freight of the document, with tax' },
})
export const freightTaxRate = column('freightTaxRate', '运费税率', 'Tax rate of freight', {
  type: 'rate',
  scale: 4,
  also: ['运费税率（%）', 'freight vat'],
  example: '9%',
  note: {
    zh: '运费所含税率；留空则运费另计，不入无税合计与税额',
    en: 'The tax in the freight; empty = freight stands beside net and tax, in the gross',
  },
})
export const cost = column('cost', '单位成本', 'Unit cost', {
  type: 'figure',
  scale: 6,
  min: 0,
  example: '0.45',
  also: [
    'avg price',
    'average cost',
    'valuation rate',
    'item cost',
    'product standard cost',
    'unit cost price',
    '成本单价',
    '单价成本',
    '结存单价',
    '成本价',
    'unit cost',
    'standard cost',
    'cost price',
  ],
})
export const costValue = column('costValue', '成本金额', 'Cost value', {
  type: 'figure',
  scale: 4,
  also: ['store cost', 'total product cost', '成本总额', '成本', '成本额', '销售成本', 'cost of sales', 'cogs'],
})
