import type { Label } from './label'

export type ColumnKind = 'text' | 'date' | 'money' | 'quantity' | 'count' | 'percent'

/**
 * How a kind looks everywhere: decimals shown, width in characters, alignment, number format of Excel.
 * Percentages are percents (13, not 0.13); Excel gets the fraction, as its own percent format expects.
 */
export const kinds: Readonly<Record<ColumnKind, { scale: number; width: number; align: 'left' | 'right'; format: string }>> = {
  text: { scale: 0, width: 18, align: 'left', format: '@' },
  date: { scale: 0, width: 12, align: 'left', format: 'yyyy-mm-dd' },
  money: { scale: 2, width: 16, align: 'right', format: '#,##0.00;[Red]-#,##0.00' },
  quantity: { scale: 4, width: 14, align: 'right', format: '#,##0.####;[Red]-#,##0.####' },
  count: { scale: 0, width: 10, align: 'right', format: '#,##0' },
  percent: { scale: 2, width: 10, align: 'right', format: '0.00%;[Red]-0.00%' },
}

/**
 * What stands under a column: the sum of its rows; a figure the query gives because rows overlap (`given`: one invoice may
 * stand in several rows); or one worked out of other totals by a formula over their cells.
 */
export type Total = 'sum' | 'given' | { formula: (cellOf: (key: string) => string) => string }

export type Column = {
  key: string
  kind: ColumnKind
  title: Label
  width: number
  total?: Total
  /** Tells the cost or lets it be worked out: absent for whoever may not see cost. */
  cost?: true
  /** Tells a credit limit or lets it be worked out: absent for whoever may not see limits. */
  limit?: true
  /** Tells a minimum price: absent for whoever may not see it. */
  minimum?: true
  /** What is left out first where a screen is too narrow for everything. */
  detail?: true
  /** The record a click on it opens: of which list (or under which key the row says so), and what the row calls its id. A row without that id opens nothing. */
  opens?: { slug: string; id: string } | { slugIn: string; id: string }
}

type More = Partial<Pick<Column, 'width' | 'total' | 'cost' | 'limit' | 'minimum' | 'opens' | 'detail'>>

const column =
  (kind: ColumnKind, defaults: More = {}) =>
  (key: string, title: Label, more: More = {}): Column => ({ key, kind, title, width: kinds[kind].width, ...defaults, ...more })

/** One figure over another under a column, worked out of their totals: of nothing there is no share. */
export const ratio = (part: string, whole: string): string => `IF(${whole}=0,"",${part}/${whole})`

/** What stands under a column of shares: the total of one column over that of another. */
export const shareOf = (part: string, whole: string): Pick<Column, 'total'> => ({
  total: { formula: (cell) => ratio(cell(part), cell(whole)) },
})

const record = (slug: string, id: string) => ({ opens: { slug, id } })
const customers = record('customers', 'customerId')
const items = record('items', 'itemId')

/** The column kinds of every report. */
export const col = {
  text: column('text'),
  code: column('text', { width: 16 }),
  customer: column('text', { width: 36, ...customers }),
  /** The name stands beside it. */
  customerCode: column('text', { width: 16, ...customers, detail: true }),
  item: column('text', { width: 36, ...items }),
  itemCode: column('text', { width: 16, ...items }),
  orderNo: column('text', { width: 16, ...record('orders', 'orderId') }),
  deliveryNo: column('text', { width: 16, ...record('deliveries', 'deliveryId') }),
  invoiceNo: column('text', { width: 16, ...record('invoices', 'invoiceId') }),
  quoteNo: column('text', { width: 16, ...record('quotes', 'quoteId') }),
  sampleNo: column('text', { width: 16, ...record('samples', 'sampleId') }),
  /** A document of the kind that its row says. */
  documentNo: column('text', { width: 16, opens: { slugIn: 'documentSlug', id: 'documentId' } }),
  ratingNo: column('text', { width: 16, ...record('credit-grades', 'ratingId') }),
  date: column('date'),
  money: column('money', { total: 'sum' }),
  quantity: column('quantity', { total: 'sum' }),
  count: column('count', { total: 'sum' }),
  percent: column('percent'),
  /** A quantity and a number of days that nobody adds up. */
  plainQuantity: column('quantity'),
  days: column('count'),
  plainMoney: column('money'),
}

export const isFigure = ({ kind }: Pick<Column, 'kind'>): boolean => kind !== 'text' && kind !== 'date'
