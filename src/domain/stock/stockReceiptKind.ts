import { documentKind } from '../kernel/documentKind'
import { stockKeepers, stockReaders } from '../people/crews'
import { postedStates } from './postedStates'
import { stockReceiptSteps } from './stockDocumentSteps'
import type { StockReceipt } from './stockReceipt'

/** 入库单: goods from purchase, production and elsewhere. */
export const stockReceiptKind = documentKind<StockReceipt>()({
  ...postedStates,
  slug: 'stock-receipts',
  title: { zh: '入库单', en: 'Stock receipt', many: 'Stock receipts' },
  purpose: { zh: '入库单：采购、生产与其他入库', en: 'Stock receipts: from purchase, production and elsewhere' },
  series: 'SR',
  steps: stockReceiptSteps,
  editors: stockKeepers,
  readers: stockReaders,
  rows: { warehouses: ['warehouse'] },
  menu: { group: 'stock', usedBy: ['warehouse'] },
  columns: ['no', 'date', 'kind', 'warehouse', 'status', 'preparedBy'],
  inBase: true,
  foundBy: ['no'],
})
