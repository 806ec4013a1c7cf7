import { textOrNull } from '@/src/domain/kernel/textOf'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { filterOf } from '../kit/drill'
import { NO_WORD } from '../kit/nameless'
import { notAccepted, param } from '../kit/params'
import type { SourceRow, SourceValue } from '../kit/statement'

import { stockDocumentColumns, stockDocumentShape } from '../kit/stockDocuments'

import { stockAvailabilityQuery } from './query'

const params = {
  q: param.text({ zh: '品号、品名、规格或批号', en: 'Code, name, specification or batch' }),
  by: param.choice(
    { zh: '明细到', en: 'Down to' },
    [
      { value: 'batch', label: { zh: '仓库与批号', en: 'Warehouse and batch' } },
      { value: 'warehouse', label: { zh: '仓库', en: 'Warehouse' } },
      { value: 'item', label: { zh: '品号', en: 'Item' } },
      { value: 'document', label: { zh: '单据', en: 'Document' } },
    ],
    'batch',
  ),
  warehouse: param.ids({ zh: '仓库', en: 'Warehouse' }, 'warehouses'),
  item: param.ids({ zh: '品号', en: 'Item' }, 'items'),
  category: param.ids({ zh: '物料分类', en: 'Category' }, 'item-categories'),
  batch: param.text({ zh: '批号', en: 'Batch no.' }, { rare: true }),
  short: param.flag({ zh: '仅无可用量', en: 'Only without stock available' }),
}

const figure = (value: SourceValue | undefined): string => textOrNull(value) ?? '0'
const id = (value: SourceValue | undefined): number | null => (value === null || value === undefined ? null : Number(value))

/** A balance as shown; goods that orders without a warehouse have set aside stand in a row without one. */
export const stockAvailabilityShape = (row: SourceRow, { language }: { language: 'zh' | 'en' }) => ({
  ...stockDocumentShape(row),
  itemId: id(row['itemId']),
  warehouseId: id(row['warehouseId']),
  itemCode: textOrNull(row['itemCode']),
  item: textOrNull(row['item']),
  specification: textOrNull(row['specification']),
  unit: textOrNull(row['unit']),
  category: textOrNull(row['category']),
  warehouse: textOrNull(row['warehouse']) ?? (row['itemId'] ? { zh: '（不限仓库）', en: '(any warehouse)' }[language] : null),
  batchNo: textOrNull(row['batchNo']),
  onHand: figure(row['on_hand']),
  frozen: figure(row['frozen']),
  reserved: figure(row['reserved']),
  expectedIn: figure(row['expected_in']),
  available: figure(row['available']),
  value: figure(row['value']),
})

/** 现存量与可用量: what is there, what is promised, what is left. */
export const stockAvailability = defineReport({
  name: 'stock-availability',
  title: { zh: '现存量与可用量', en: 'Stock and availability' },
  params,
  // what single documents left over says nothing of what is available
  check: ({ by, short }) => (by === 'document' && short ? [notAccepted('short', short, 'by = batch, warehouse, item')] : []),
  columns: ({ by }) => [
    ...(by === 'document' ? stockDocumentColumns : []),
    col.itemCode('itemCode', { zh: '品号', en: 'Item code' }),
    col.item('item', { zh: '品名', en: 'Item' }),
    col.text('specification', { zh: '规格', en: 'Specification' }, { width: 30, detail: true }),
    col.text('category', { zh: '分类', en: 'Category' }, { width: 12, detail: true }),
    ...(by === 'item' ? [] : [col.text('warehouse', { zh: '仓库', en: 'Warehouse' }, { width: 14 })]),
    ...(by === 'batch' || by === 'document' ? [col.text('batchNo', { zh: '批号', en: 'Batch no.' }, { width: 14 })] : []),
    col.text('unit', { zh: '单位', en: 'Unit' }, { width: 8, detail: true }),
    col.quantity('onHand', { zh: '现存量', en: 'On hand' }),
    col.quantity('frozen', { zh: '冻结', en: 'Frozen' }),
    col.quantity('reserved', { zh: '占用', en: 'Reserved' }),
    col.quantity('expectedIn', { zh: '预计入库', en: 'Expected in' }),
    col.quantity('available', { zh: '可用量', en: 'Available' }),
    col.money('value', { zh: '金额', en: 'Value' }, { cost: true }),
  ],
  query: stockAvailabilityQuery,
  shape: (row, { language }) => stockAvailabilityShape(row, { language }),
  controlTotal: { column: 'onHand', equals: { zh: '库存流水合计', en: 'sum of the stock entries' } },
  chart: () => ({ category: 'item', over: 'ranking', measures: ['onHand', 'reserved', 'available'] }),
  // down to the batch, and at last to what moved it: the documents, which open themselves
  drill: (row, { by }) => {
    if (by === 'document') return null
    const item = filterOf('item', row, 'itemId')
    if (by === 'item') return { ...item, by: 'warehouse', short: undefined }
    const there = { ...item, ...filterOf('warehouse', row, 'warehouseId'), short: undefined }
    return by === 'warehouse' ? { ...there, by: 'batch' } : { ...there, batch: textOrNull(row['batchNo']) ?? NO_WORD, by: 'document' }
  },
  rights: ['sales', 'salesManager', 'pmc', 'engineering', 'rd', 'warehouse', 'finance', 'generalManager', 'auditor', 'admin'],
})
