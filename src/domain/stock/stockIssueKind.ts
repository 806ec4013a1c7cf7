import { documentKind } from '../kernel/documentKind'
import { stockKeepers, stockReaders } from '../people/crews'
import { postedStates } from './postedStates'
import type { StockIssue } from './stockIssue'

/** 出库单: goods that leave for production, scrap or any reason but a customer. */
export const stockIssueKind = documentKind<StockIssue>()({
  ...postedStates,
  slug: 'stock-issues',
  title: { zh: '出库单', en: 'Stock issue', many: 'Stock issues' },
  purpose: { zh: '出库单：销售以外的领用', en: 'Stock issues: goods taken for anything but a sale' },
  series: 'SI',
  editors: stockKeepers,
  readers: stockReaders,
  rows: { warehouses: ['warehouse'] },
  menu: { group: 'stock', usedBy: ['warehouse', 'engineering'] },
  columns: ['no', 'date', 'kind', 'warehouse', 'status', 'preparedBy'],
  foundBy: ['no'],
})
