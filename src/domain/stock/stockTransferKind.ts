import { documentKind } from '../kernel/documentKind'
import { stockKeepers, stockReaders } from '../people/crews'
import { cancelled, draft, received, reversed } from '../words/stateWords'
import type { StockTransfer } from './stockTransfer'
import { stockTransferEditable, stockTransferSteps } from './stockTransferSteps'

/** 调拨单: goods moved between warehouses. */
export const stockTransferKind = documentKind<StockTransfer>()({
  slug: 'stock-transfers',
  title: { zh: '调拨单', en: 'Stock transfer', many: 'Stock transfers' },
  purpose: { zh: '调拨单：仓库之间的移动', en: 'Transfers: goods moved between warehouses' },
  series: 'ST',
  states: { draft, inTransit: { zh: '在途', en: 'In transit' }, received, reversed, cancelled },
  initial: 'draft',
  ended: ['received', 'reversed', 'cancelled'],
  steps: stockTransferSteps,
  editable: stockTransferEditable,
  editors: stockKeepers,
  readers: stockReaders,
  rows: { warehouses: ['from', 'to'] },
  menu: { group: 'stock', usedBy: ['warehouse', 'pmc'] },
  columns: ['no', 'date', 'from', 'to', 'status', 'preparedBy'],
  foundBy: ['no'],
})
