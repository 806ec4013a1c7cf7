import type { ArrayField } from 'payload'

import {
  businessDateField,
  choice,
  type Option,
  quantity,
  readOnlyField,
  recordedJson,
  relation,
  salesGridHead,
  salesLineFields,
  takenFrom,
  shortText,
  toldFigure,
  yesNo,
} from '../fields'
import { derivedLineFields, lineArray } from '../fields/lineArray'
import { recordedLines } from '../fields/shownInstant'

/** Where the pieces of a line of a sample order come from. */
export const supplies: readonly Option[] = [
  { value: 'engineeringStock', label: { zh: '工程部样板库存', en: 'Engineering sample stock' } },
  { value: 'finishedStock', label: { zh: '成品库存', en: 'Finished stock' } },
  { value: 'production', label: { zh: '样板生产', en: 'Production' } },
]

/** Lines of an order; delivered, invoiced, open quantities are told by the ledgers when the order is read. */
export const orderLines = (): ArrayField =>
  lineArray({
    head: { ...salesGridHead, checked: true, margins: 'order-margin' },
    grid: [
      'item',
      'qty',
      'unit',
      'price',
      'discountRate',
      'taxRate',
      'gross',
      'schedule',
      'promised',
      'warehouse',
      { name: 'supply', when: { field: 'kind', is: 'sample' } },
      'changes',
      'free',
      'openQty',
      'remark',
    ],
    fields: [
      ...salesLineFields(),
      ...derivedLineFields(),
      takenFrom,
      shortText('quoteLine', { zh: '报价行', en: 'Quote line' }, { admin: { readOnly: true } }),
      relation('quote', { zh: '报价单', en: 'Quotation' }, 'quotes', { admin: { readOnly: true } }),
      readOnlyField(yesNo('asQuoted', { zh: '按报价金额', en: 'At the quoted amount' }, { admin: { hidden: true } })),
      quantity('quoteBreak', { zh: '报价阶梯', en: 'Quantity break' }, { admin: { readOnly: true } }),
      readOnlyField(businessDateField('promised', { zh: '承诺交期', en: 'Promised date' })),
      {
        name: 'schedule',
        type: 'array',
        label: { zh: '交期', en: 'Schedule' },
        fields: [
          businessDateField('date', { zh: '日期', en: 'Date' }, { required: true }),
          quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true, min: 0.0001 }),
          businessDateField('promised', { zh: '承诺', en: 'Promised' }),
        ],
      },
      readOnlyField({
        name: 'reservations',
        type: 'array',
        label: { zh: '预留', en: 'Set aside' },
        fields: [
          relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses'),
          shortText('batchNo', { zh: '批号', en: 'Batch no.' }, { maxLength: 100 }),
          quantity('qty', { zh: '数量', en: 'Quantity' }),
        ],
      }),
      choice('supply', { zh: '来源', en: 'Supply' }, supplies),
      readOnlyField(relation('workOrder', { zh: '样板工单', en: 'Sample work order' }, 'sample-work-orders')),
      {
        name: 'changes',
        type: 'json',
        label: { zh: '变更', en: 'Changes' },
        admin: { components: { Field: recordedLines } },
      },
      readOnlyField(quantity('closedQty', { zh: '指定结束数量', en: 'Given up' }, { admin: { hidden: true } })),
      readOnlyField(quantity('deliveredBefore', { zh: '期初已发', en: 'Delivered before' }, { admin: { hidden: true } })),
      readOnlyField(quantity('invoicedBefore', { zh: '期初已开票', en: 'Invoiced before' }, { admin: { hidden: true } })),
      recordedJson('earlier', { zh: '变更时已发部分', en: 'What had left when the order changed' }),
      toldFigure('deliveredQty', { zh: '已发', en: 'Delivered' }),
      toldFigure('invoicedQty', { zh: '已开票', en: 'Invoiced' }),
      toldFigure('returnedQty', { zh: '已退', en: 'Returned' }),
      toldFigure('openQty', { zh: '未交', en: 'Open' }),
      toldFigure('deliverableQty', { zh: '可生成发货', en: 'To deliver' }),
      toldFigure('shortClosed', { zh: '已结案', en: 'Short-closed' }),
    ],
  })
