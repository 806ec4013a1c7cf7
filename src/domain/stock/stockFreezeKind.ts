import { documentKind } from '../kernel/documentKind'
import { stockKeepers, stockReaders } from '../people/crews'
import { postedStates } from './postedStates'
import type { StockFreeze } from './stockFreeze'

/** 冻结单: goods that stay but may not be promised. */
export const stockFreezeKind = documentKind<StockFreeze>()({
  ...postedStates,
  slug: 'stock-freezes',
  title: { zh: '冻结单', en: 'Stock freeze', many: 'Stock freezes' },
  purpose: { zh: '冻结单：暂不能卖的库存', en: 'Freezes: stock that may not be sold for now' },
  series: 'SZ',
  editors: stockKeepers,
  readers: stockReaders,
  rows: { warehouses: ['warehouse'] },
  menu: { group: 'stock', usedBy: ['warehouse'] },
  columns: ['no', 'date', 'kind', 'warehouse', 'status', 'reason'],
  foundBy: ['no'],
})
