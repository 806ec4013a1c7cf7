import type { Field } from 'payload'

import { readsMinimumPrice } from '@/src/access/fieldRights'

import { recordedJson } from './documentHeader'
import { percent, price, quantity, signedAmount } from './figures'
import { relation } from './relations'
import { readOnlyField } from './readOnlyField'
import { choice, shortText, yesNo } from './texts'
import type { Option } from './texts'

export const priceSources: readonly Option[] = [
  { value: 'auto', label: { zh: '取价', en: 'Automatic' } },
  { value: 'manual', label: { zh: '手工', en: 'Manual' } },
]

/** Where a price is taken from (用此价): entered only; what came of it is recorded in the trace. */
export const takenFrom: Field = {
  name: 'takenFrom',
  type: 'text',
  virtual: true,
  maxLength: 100,
  label: { zh: '取自', en: 'Taken from' },
  admin: { hidden: true },
}

/**
 * A line of a sales document. `price` is what was entered or found, in the document's tax mode; net, tax, gross and the unit
 * prices derived from them are computed and never read back. Tax rate in percent; null = exempt, which is not 0 %.
 */
export const salesLineFields = ({ leastQty = 0.0001 }: { leastQty?: number } = {}): Field[] => [
  relation('item', { zh: '物料', en: 'Item' }, 'items', { required: true }),
  shortText('description', { zh: '品名规格', en: 'Description' }),
  quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true, min: leastQty }),
  shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20 }),
  price('price', { zh: '单价', en: 'Price' }),
  choice('priceSource', { zh: '价格来源', en: 'Price source' }, priceSources, { defaultValue: 'auto' }),
  readOnlyField(price('listPrice', { zh: '标准价', en: 'List price' })),
  percent('discountRate', { zh: '折扣率 %', en: 'Discount %' }, { defaultValue: 0 }),
  percent('taxRate', { zh: '税率 %', en: 'Tax rate %' }),
  yesNo('free', { zh: '免费', en: 'Free' }),
  readOnlyField(signedAmount('net', { zh: '无税金额', en: 'Net' })),
  readOnlyField(signedAmount('tax', { zh: '税额', en: 'Tax' })),
  readOnlyField(signedAmount('gross', { zh: '价税合计', en: 'Gross' })),
  readOnlyField(price('netPrice', { zh: '无税单价', en: 'Net price' })),
  readOnlyField(price('grossPrice', { zh: '含税单价', en: 'Gross price' })),
  readOnlyField(price('minPrice', { zh: '最低售价', en: 'Minimum price' }, { access: { read: readsMinimumPrice } })),
  recordedJson('trace', { zh: '取价过程', en: 'Price trace' }),
  relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses'),
  shortText('batchNo', { zh: '批号', en: 'Batch no.' }, { maxLength: 100 }),
  shortText('remark', { zh: '备注', en: 'Remark' }),
]
