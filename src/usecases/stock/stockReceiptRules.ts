import { stockReceiptContributions } from '@/src/domain/stock/stockReceipt'
import { stockDocumentStatuses, stockDocumentEditable, stockReceiptSteps } from '@/src/domain/stock/stockDocumentSteps'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { correctCost } from './correctCost'
import { cancelStockDocument } from './postStockDocument'
import { postStockReceipt } from './postStockReceipt'
import { reverseStockDocument } from './reverseStockDocument'
import { prepareStockReceipt } from './prepareStockReceipt'

/** 入库单: what the engine needs to know of a stock receipt. A reversal is checked like any other goods going out. */
defineDocument<Stored<'stock-receipts'>>({
  slug: 'stock-receipts',
  title: { zh: '入库单', en: 'Stock receipt', many: 'Stock receipts' },
  series: 'SR',
  statuses: stockDocumentStatuses,
  initial: 'draft',
  steps: stockReceiptSteps,
  editable: stockDocumentEditable,
  editors: ['warehouse', 'generalManager'],
  prepare: prepareStockReceipt,
  contributions: stockReceiptContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'reversed' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { post: postStockReceipt, reverse: reverseStockDocument, cancel: cancelStockDocument, 'correct-cost': correctCost },
})
