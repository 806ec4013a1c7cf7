import type { Field } from 'payload'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { plainRows, type PriceFields, type RowShape } from '@/src/domain/grid/rowShape'
import { minimumWords } from '@/src/domain/pricing/minimumWords'
import { changeFlagWords, optionsOf } from '@/src/domain/words/peopleWords'

/** A field of a row, as the grid is told of it. */
export type Sub = Field & { name: string; label?: GridColumn['label'] | string; custom?: { scale?: number; day?: boolean } }

/** What of a field says what its row is about. */
type Named = Pick<Sub, 'name' | 'label'>

type Facts = Partial<Pick<GridColumn, 'kind' | 'told' | 'isProposed' | 'hasOwnCodes' | 'alsoCalled' | 'width' | 'options'>>

/** What our lines call these fields, whatever the document: how wide, what a check answers for them, how customers head them in spreadsheets. */
const facts: Readonly<Record<string, Facts>> = {
  item: { width: '17rem', hasOwnCodes: true, alsoCalled: ['编码', '物料编码', '料号', '品号', 'code', 'item code', '客户料号'] },
  qty: { alsoCalled: ['订单数量', 'quantity'] },
  unit: { width: '4.5rem', isProposed: true },
  price: { width: '8rem', isProposed: true, alsoCalled: ['含税单价', '无税单价', 'unit price'] },
  taxRate: { width: '4.5rem', isProposed: true },
  description: { width: '10rem', isProposed: true },
  discountRate: { width: '5rem' },
  free: { width: '3.5rem' },
  changes: { options: optionsOf(changeFlagWords) },
  minSource: { kind: 'choice', options: optionsOf(minimumWords) },
  remark: { width: '9rem' },
  ...Object.fromEntries(
    ['gross', 'net', 'tax', 'oldPrice', 'changeRate', 'netPrice', 'grossPrice', 'listPrice', 'minPrice'].map((name) => [
      name,
      { told: 'whileTyping' },
    ]),
  ),
}

export const factsOf = (name: string): Facts => facts[name] ?? {}

const laidDown = {
  by: 'name',
  fixed: ['key', 'unit', 'type', 'options', 'required'],
  type: 'type',
  options: 'options',
  required: 'required',
}
const progress = ['orderedQty', 'deliveredQty', 'invoicedQty', 'returnedQty', 'openQty']
const cameWithItem = ['unit', 'taxRate', 'description', 'listPrice', 'minPrice', 'trace']

/** What a typed price of ours has beside it, and what an earlier one has to share with the document to be taken over. */
const priced = {
  field: 'price',
  source: 'priceSource',
  trace: 'trace',
  unit: 'unit',
  earlier: { question: 'price-history', agreeing: ['taxMode', 'currency'] },
} as const satisfies PriceFields

/** What the fields of a list are to one another, by the names our lines give them. */
export function shapeOf(fields: readonly Named[]): RowShape {
  const those = (names: readonly string[]): string[] => names.filter((name) => fields.some((field) => field.name === name))
  const has = (name: string): boolean => those([name]).length > 0
  const price: PriceFields | null = has('priceSource') ? { ...priced, ...(has('takenFrom') ? { from: 'takenFrom' } : {}) } : null
  return {
    ...plainRows,
    subject: those(['item', 'itemCategory']),
    figure: those(['qty', 'newPrice']),
    cameWith: has('item') ? cameWithItem : [],
    given: ['id', ...those(['priceSource', 'discountRate', 'schedule'])],
    progress: progress.flatMap((name) =>
      fields.flatMap(({ name: own, label }) => (own === name && typeof label === 'object' ? [{ name, label }] : [])),
    ),
    ...(has('qty') ? { quantity: 'qty' } : {}),
    ...(price ? { price } : {}),
    ...(has('schedule') ? { dates: 'schedule' } : {}),
    ...(has('breaks') ? { breaks: 'breaks' } : {}),
    // features that come from the template of a category: of them, value and tolerance are entered
    ...(has('value') && has('options') ? { laidDown } : {}),
  }
}
