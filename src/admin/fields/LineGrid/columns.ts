import type { ArrayFieldClient, ClientField } from 'payload'

export type Column = ClientField & { name: string }

/** A column by its name, or one that is shown only while a field of the document has a value: the supply of a line is for sample orders. */
type Wanted = string | { name: string; when: { field: 'kind'; is: string } }
type Lines = Pick<ArrayFieldClient, 'admin' | 'fields'>

const fallback: readonly Wanted[] = ['item', 'qty', 'unit', 'price', 'discountRate', 'taxRate', 'gross', 'warehouse', 'remark']

const widths: Readonly<Record<string, string>> = {
  item: '16rem',
  customer: '11rem',
  customerCategory: '8rem',
  itemCategory: '8rem',
  description: '10rem',
  remark: '9rem',
  qty: '6.5rem',
  unit: '4.5rem',
  price: '7rem',
  cost: '7rem',
  warehouse: '9rem',
  batchNo: '7rem',
  bookQty: '6.5rem',
  countedQty: '6.5rem',
  difference: '6rem',
  receivedQty: '6rem',
  oldCost: '7rem',
  costDelta: '7rem',
  leftValue: '7rem',
  soldValue: '7rem',
  originalPrice: '7rem',
  discountRate: '5rem',
  taxRate: '5rem',
  gross: '8rem',
  net: '8rem',
  tax: '7rem',
  promised: '7rem',
  openQty: '6rem',
  orderedQty: '6rem',
  schedule: '9.5rem',
  supply: '8rem',
  changes: '7rem',
  free: '3.5rem',
}

export const widthOf = ({ name }: Column): string => widths[name] ?? '6rem'

export const labelOf = (field: Column, language: 'zh' | 'en'): string => {
  const { label } = field as { label?: string | Record<string, string> }
  return typeof label === 'object' ? (label[language] ?? field.name) : (label ?? field.name)
}

/** The columns to show, in the order wanted, for a document of this kind. */
export const columnsOf = ({ admin, fields }: Lines, kind: unknown): Column[] =>
  ((admin as { custom?: { columns?: Wanted[] } } | undefined)?.custom?.columns ?? fallback)
    .filter((wanted) => typeof wanted === 'string' || kind === wanted.when.is)
    .map((wanted) => (typeof wanted === 'string' ? wanted : wanted.name))
    .flatMap((name) => fields.filter((sub): sub is Column => 'name' in sub && sub.name === name))

/** An amount with two decimals. */
export const figure = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
