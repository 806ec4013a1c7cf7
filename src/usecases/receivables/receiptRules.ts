import { documentRefs } from '@/src/domain/kernel/documentRefs'
import { receiptContributions } from '@/src/domain/receivables/receiptContributions'

import { payerOf } from '@/src/engine/payer'
import { cancelDraft } from '@/src/engine/cancelDraft'
import { receiptKind } from '@/src/domain/receivables/receiptKind'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { paidInAdvance, settlesInvoice, tookAdvances } from '@/src/ledger/links'
import { allocateReceipt } from './allocateReceipt'
import { unallocateReceipt } from './unallocateReceipt'
import { approveReceipt } from './approveReceipt'
import { unapproveReceipt } from './unapproveReceipt'
import { bounceReceipt } from './bounceReceipt'
import { prepareReceipt } from './prepareReceipt'
import { unlinkAdvance } from './unlinkAdvance'

/** 收款单: what the engine needs to know of a receipt. Never blocked by credit: it only lowers exposure. */
defineDocument<Stored<'receipts'>>({
  ...receiptKind,
  prepare: prepareReceipt,
  contributions: receiptContributions,
  links: [paidInAdvance, settlesInvoice, tookAdvances],
  standsOn: [
    { on: 'orders', in: 'document', column: 'on_order_id', gone: ['reversed', 'cancelled'] },
    { on: 'invoices', in: 'allocations', column: 'invoice_id', gone: ['cancelled'] },
  ],
  upstream: (doc) =>
    documentRefs(
      'invoices',
      (doc.allocations ?? []).map(({ invoice }) => invoice),
    ),
  payerOf,
  absent: (doc) => ({ ...doc, status: 'draft' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: {
    approve: approveReceipt,
    allocate: allocateReceipt,
    unallocate: unallocateReceipt,
    unapprove: unapproveReceipt,
    bounce: bounceReceipt,
    unlink: unlinkAdvance,
    cancel: cancelDraft(['finance', 'generalManager'], { zh: '取消收款', en: 'Cancel' }),
  },
})
