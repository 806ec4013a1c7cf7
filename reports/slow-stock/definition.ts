import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { param, type ParamsOf } from '../kit/params'
import { figuresOf, idIn, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { items } from '../kit/usualParams'

import { slowStockQuery, sums } from './query'

const params = {
  show: param.choice(
    { zh: '显示', en: 'Show' },
    [
      { value: 'slow', label: { zh: '呆滞：够用一年以上', en: 'Slow: lasts more than a year' } },
      { value: 'reorder', label: { zh: '需补货', en: 'To be ordered' } },
      { value: 'all', label: { zh: '全部', en: 'All' } },
    ],
    'slow',
  ),
  over: param.number({ zh: '按最近天数（默认 90）', en: 'Days looked at (90)' }, { min: 1, max: 1000 }),
  q: param.text({ zh: '品号、品名或规格', en: 'Code, name or specification' }),
  category: param.ids({ zh: '物料分类', en: 'Category' }, 'item-categories'),
  ...items,
}

type Params = ParamsOf<typeof params>

export const slowStockShape = (row: SourceRow) => ({
  itemId: idIn(row, 'itemId'),
  ...textsOf(row, ['itemCode', 'item', 'specification', 'unit', 'category', 'last', 'arrived', 'idle', 'lasts', 'lead']),
  ...figuresOf(row, sums),
})

/** 呆滞与补货: what lies still, what runs out and how much to order. */
export const slowStock = defineReport({
  name: 'slow-stock',
  title: { zh: '呆滞与补货', en: 'Slow stock and reorder' },
  params,
  settle: (asked) => ({ ...asked, over: asked.over ?? 90 }),
  columns: () => [
    col.itemCode('itemCode', { zh: '品号', en: 'Item code' }),
    col.item('item', { zh: '品名', en: 'Item' }),
    col.text('specification', { zh: '规格', en: 'Specification' }, { width: 30 }),
    col.text('category', { zh: '分类', en: 'Category' }, { width: 12, detail: true }),
    col.text('unit', { zh: '单位', en: 'Unit' }, { width: 8, detail: true }),
    col.quantity('onHand', { zh: '现存量', en: 'On hand' }),
    col.quantity('available', { zh: '可用量', en: 'Available' }),
    col.quantity('expected', { zh: '预计入库', en: 'Expected in' }, { detail: true }),
    col.quantity('used', { zh: '期间出库', en: 'Used' }),
    col.days('lasts', { zh: '可用天数', en: 'Lasts, days' }),
    col.date('last', { zh: '最近出库', en: 'Last out' }),
    col.date('arrived', { zh: '最近入库', en: 'Last in' }, { detail: true }),
    col.days('idle', { zh: '静止天数', en: 'Idle, days' }),
    col.days('lead', { zh: '提前期', en: 'Lead time' }, { detail: true }),
    col.quantity('reorder', { zh: '建议补货', en: 'To order' }),
    col.money('value', { zh: '库存金额', en: 'Value' }, { cost: true }),
  ],
  query: ({ params: asked, ...rest }) => slowStockQuery({ params: { ...asked, days: daysOf(asked) }, ...rest }),
  shape: (row) => slowStockShape(row),
  controlTotal: { column: 'onHand', equals: { zh: '库存流水合计', en: 'sum of the stock entries' } },
  chart: ({ show }) => ({
    category: 'item',
    over: 'ranking',
    measures: show === 'reorder' ? ['available', 'reorder'] : ['onHand', 'used'],
  }),
  rights: ['salesManager', 'pmc', 'engineering', 'warehouse', 'finance', 'generalManager', 'auditor', 'admin'],
})

const daysOf = ({ over }: Pick<Params, 'over'>): number => over ?? 90
