import { businessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { filterOf } from '../kit/drill'
import type { Language } from '../kit/label'
import { param, type ParamsOf } from '../kit/params'
import { figureOf, figuresOf, idIn, textOf, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { items } from '../kit/usualParams'

import { stockDocumentColumns, stockDocumentShape } from '../kit/stockDocuments'

import { stockValueQuery } from './query'

const params = {
  asOf: param.date({ zh: '截至日期', en: 'As of' }),
  by: param.choice(
    { zh: '按', en: 'By' },
    [
      { value: 'item', label: { zh: '品号', en: 'Item' } },
      { value: 'itemWarehouse', label: { zh: '品号与仓库', en: 'Item and warehouse' } },
      { value: 'warehouse', label: { zh: '仓库', en: 'Warehouse' } },
      { value: 'category', label: { zh: '分类', en: 'Category' } },
      { value: 'document', label: { zh: '单据', en: 'Document' } },
    ],
    'item',
  ),
  warehouse: param.ids({ zh: '仓库', en: 'Warehouse' }, 'warehouses'),
  category: param.ids({ zh: '物料分类', en: 'Category' }, 'item-categories'),
  ...items,
}

type Params = ParamsOf<typeof params>

/** 75.00 of value in 5 pieces → 15.00 each; nothing there has no unit cost. */
export function stockValueShape(row: SourceRow, { params: { by }, language }: { params: Params; language: Language }) {
  const [qty, value] = [d(figureOf(row, 'qty')), figureOf(row, 'value')]
  const name = by === 'warehouse' ? 'warehouse' : 'category'
  return {
    ...stockDocumentShape(row),
    itemId: idIn(row, 'itemId'),
    warehouseId: idIn(row, 'warehouseId'),
    ...textsOf(row, ['itemCode', 'item', 'specification', 'unit']),
    category: textOf(row, 'category'),
    warehouse: textOf(row, 'warehouse'),
    ...(by === 'warehouse' || by === 'category' ? { [name]: textOf(row, name) ?? { zh: '（未指定）', en: '(none)' }[language] } : {}),
    ...figuresOf(row, ['qty', 'value']),
    unitCost: qty.isZero() ? null : d(value).div(qty).toString(),
  }
}

/** 库存金额: quantity and value of the stock at the end of any day. */
export const stockValue = defineReport({
  name: 'stock-value',
  title: { zh: '库存金额（任一日）', en: 'Stock value at a day' },
  params,
  settle: (asked, { today }) => ({ ...asked, asOf: asked.asOf ?? businessDate(today) }),
  columns: ({ by }) => [
    ...(by === 'document' ? stockDocumentColumns : []),
    ...(by === 'item' || by === 'itemWarehouse' || by === 'document'
      ? [
          col.itemCode('itemCode', { zh: '品号', en: 'Item code' }),
          col.item('item', { zh: '品名', en: 'Item' }),
          col.text('specification', { zh: '规格', en: 'Specification' }, { width: 30, detail: true }),
          col.text('unit', { zh: '单位', en: 'Unit' }, { width: 8, detail: true }),
        ]
      : []),
    ...(by === 'warehouse' || by === 'itemWarehouse' || by === 'document' ? [col.text('warehouse', { zh: '仓库', en: 'Warehouse' })] : []),
    ...(by === 'warehouse' || by === 'document' ? [] : [col.text('category', { zh: '分类', en: 'Category' })]),
    col.quantity('qty', { zh: '数量', en: 'Quantity' }),
    col.plainMoney('unitCost', { zh: '单位成本', en: 'Unit cost' }, { cost: true }),
    col.money('value', { zh: '金额', en: 'Value' }, { cost: true }),
  ],
  query: stockValueQuery,
  shape: stockValueShape,
  controlTotal: { column: 'value', equals: { zh: '现存金额减其后流水', en: "today's balances less later entries" } },
  chart: ({ by }) => ({ category: by === 'itemWarehouse' ? 'item' : by === 'document' ? 'no' : by, over: 'ranking', measures: ['value'] }),
  // at last what moved it: the documents, which open themselves
  drill: (row, { by }) => {
    if (by === 'document') return null
    if (by === 'warehouse') return { ...filterOf('warehouse', row, 'warehouseId'), by: 'item' }
    if (by === 'category') return { ...filterOf('category', row, 'categoryId'), by: 'item' }
    return {
      ...filterOf('item', row, 'itemId'),
      ...(by === 'itemWarehouse' ? filterOf('warehouse', row, 'warehouseId') : {}),
      by: 'document',
    }
  },
  onAnyDay: true,
  rights: ['finance', 'generalManager', 'auditor'],
})
