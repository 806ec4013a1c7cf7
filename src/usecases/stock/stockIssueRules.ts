import { stockFreezeContributions } from '@/src/domain/stock/stockFreeze'
import { stockIssueContributions, stockIssueKinds } from '@/src/domain/stock/stockIssue'
import { stockDocumentStatuses, stockDocumentEditable, stockDocumentSteps } from '@/src/domain/stock/stockDocumentSteps'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { cancelStockDocument, postStockDocument } from './postStockDocument'
import { reverseStockDocument } from './reverseStockDocument'
import { postStockFreeze } from './postStockFreeze'
import { prepareStockDocument } from './prepareStockDocument'

const posted = {
  statuses: stockDocumentStatuses,
  initial: 'draft',
  steps: stockDocumentSteps,
  editable: stockDocumentEditable,
  editors: ['warehouse', 'generalManager'],
  upstream: () => [],
  payerOf: () => undefined,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { post: postStockDocument, reverse: reverseStockDocument, cancel: cancelStockDocument },
} as const

/** 出库单: goods that leave for production, scrap or any reason but a customer. */
defineDocument<Stored<'stock-issues'>>({
  ...posted,
  slug: 'stock-issues',
  title: { zh: '出库单', en: 'Stock issue', many: 'Stock issues' },
  series: 'SI',
  prepare: (ctx) => prepareStockDocument(ctx, { kinds: stockIssueKinds, warehouses: ['warehouse'], rightOn: 'warehouse' }),
  contributions: stockIssueContributions,
  absent: (doc) => ({ ...doc, status: 'reversed' }),
})

/** 冻结单: goods that stay but may not be promised; `unfreeze` frees a part, the reversal frees all of it. */
defineDocument<Stored<'stock-freezes'>>({
  ...posted,
  slug: 'stock-freezes',
  title: { zh: '冻结单', en: 'Stock freeze', many: 'Stock freezes' },
  series: 'SZ',
  prepare: (ctx) => prepareStockDocument(ctx, { kinds: ['unfreeze', 'freeze'], warehouses: ['warehouse'], rightOn: 'warehouse' }),
  contributions: stockFreezeContributions,
  verbs: { post: postStockFreeze, reverse: reverseStockDocument, cancel: cancelStockDocument },
  absent: (doc) => ({ ...doc, status: 'reversed' }),
})
