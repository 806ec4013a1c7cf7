import { stockReceiptContributions } from '@/src/domain/stock/stockReceipt'
import { stockReceiptKind } from '@/src/domain/stock/stockReceiptKind'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { correctCost } from './correctCost'
import { cancelStockDocument } from './postStockDocument'
import { postStockReceipt } from './postStockReceipt'
import { reverseStockDocument } from './reverseStockDocument'
import { prepareStockReceipt } from './prepareStockReceipt'

/** 入库单: what the engine needs to know of a stock receipt. A reversal is checked like any other goods going out. */
defineDocument<Stored<'stock-receipts'>>({
  ...stockReceiptKind,
  prepare: prepareStockReceipt,
  contributions: stockReceiptContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'reversed' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { post: postStockReceipt, reverse: reverseStockDocument, cancel: cancelStockDocument, 'correct-cost': correctCost },
})
