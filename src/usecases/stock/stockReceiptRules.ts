import { type StockReceipt, stockReceiptContributions } from '@/src/domain/stock/stockReceipt'
import { stockReceiptEditable, stockReceiptSteps } from '@/src/domain/stock/stockReceiptSteps'

import type { AnyDocument } from '@/src/engine/document'
import { registerDocument } from '@/src/engine/registry'
import { correctCost } from './correctCost'
import { postStockDocument, reverseStockDocument } from './postStockDocument'
import { prepareStockReceipt } from './prepareStockReceipt'

/** 入库单: what the engine needs to know of a stock receipt. A reversal is checked like any other goods going out. */
registerDocument<StockReceipt & AnyDocument>({
  slug: 'stock-receipts',
  title: { zh: '入库单', en: 'Stock receipt' },
  series: 'SR',
  initial: 'draft',
  steps: stockReceiptSteps,
  editable: stockReceiptEditable,
  editors: ['warehouse', 'generalManager'],
  prepare: prepareStockReceipt,
  contributions: stockReceiptContributions,
  upstream: () => [],
  customerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'reversed' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { post: postStockDocument, reverse: reverseStockDocument, 'correct-cost': correctCost } as never,
})
