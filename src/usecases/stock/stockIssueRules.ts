import { stockFreezeContributions } from '@/src/domain/stock/stockFreeze'
import { stockIssueContributions, stockIssueKinds } from '@/src/domain/stock/stockIssue'
import { stockIssueKind } from '@/src/domain/stock/stockIssueKind'
import { stockFreezeKind } from '@/src/domain/stock/stockFreezeKind'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { cancelStockDocument, postStockDocument } from './postStockDocument'
import { reverseStockDocument } from './reverseStockDocument'
import { postStockFreeze } from './postStockFreeze'
import { prepareStockDocument } from './prepareStockDocument'

const posted = {
  upstream: () => [],
  payerOf: () => undefined,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { post: postStockDocument, reverse: reverseStockDocument, cancel: cancelStockDocument },
} as const

/** 出库单: goods that leave for production, scrap or any reason but a customer. */
defineDocument<Stored<'stock-issues'>>({
  ...stockIssueKind,
  ...posted,
  prepare: (ctx) => prepareStockDocument(ctx, { kinds: stockIssueKinds, warehouses: ['warehouse'], rightOn: 'warehouse' }),
  contributions: stockIssueContributions,
  absent: (doc) => ({ ...doc, status: 'reversed' }),
})

/** 冻结单: goods that stay but may not be promised; `unfreeze` frees a part, the reversal frees all of it. */
defineDocument<Stored<'stock-freezes'>>({
  ...stockFreezeKind,
  ...posted,
  prepare: (ctx) => prepareStockDocument(ctx, { kinds: ['unfreeze', 'freeze'], warehouses: ['warehouse'], rightOn: 'warehouse' }),
  contributions: stockFreezeContributions,
  verbs: { post: postStockFreeze, reverse: reverseStockDocument, cancel: cancelStockDocument },
  absent: (doc) => ({ ...doc, status: 'reversed' }),
})
