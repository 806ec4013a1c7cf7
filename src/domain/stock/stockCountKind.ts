import { documentKind } from '../kernel/documentKind'
import { stockKeepers, stockReaders } from '../people/crews'
import { postedStates } from './postedStates'
import type { StockCount } from './stockCount'

/** 盘点单: what was counted against what the books say. */
export const stockCountKind = documentKind<StockCount>()({
  ...postedStates,
  slug: 'stock-counts',
  title: { zh: '盘点单', en: 'Stock count', many: 'Stock counts' },
  purpose: { zh: '盘点单：数出来的与账面的差异', en: 'Counts: what was counted against what the books say' },
  series: 'SC',
  editors: stockKeepers,
  readers: stockReaders,
  rows: { warehouses: ['warehouse'] },
  menu: { group: 'stock', usedBy: ['warehouse'] },
  columns: ['no', 'date', 'warehouse', 'status', 'reason', 'preparedBy'],
  foundBy: ['no'],
})
