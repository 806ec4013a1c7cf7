import { invoiceContributions } from '@/src/domain/fulfilment/invoiceContributions'

import { documentRefs } from '@/src/domain/kernel/documentRefs'
import { askPriceRelease, askRelease } from '@/src/engine/askRelease'
import { payerOf } from '@/src/engine/payer'
import { cancelDraft } from '@/src/engine/cancelDraft'
import { invoiceKind } from '@/src/domain/fulfilment/invoiceKind'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { byLine, setsOffInvoices } from '@/src/ledger/links'
import { approveInvoice } from './approveInvoice'
import { unapproveInvoice } from './unapproveInvoice'
import { setOffCreditNote } from './setOffCreditNote'
import { takeBackSetOff } from './takeBackSetOff'
import { createCreditNote } from './createCreditNote'
import { releaseAdvances } from './releaseAdvances'
import { sourceIdOf } from './invoiceSources'
import { prepareInvoice } from './prepareInvoice'

type InvoiceDocument = Stored<'invoices'>

/** 销售发票: what the engine needs to know of an invoice. Shipped goods may always be invoiced (CR-32). */
defineDocument<InvoiceDocument>({
  ...invoiceKind,
  sheet: ({ kind }) => (kind === 'creditNote' ? 'creditNote' : 'invoice'),
  prepare: prepareInvoice,
  contributions: invoiceContributions,
  links: [
    byLine({ from: 'orders', to: 'invoices', column: 'order_line', unless: ['delivery_line', 'invoice_line'] }),
    byLine({ from: 'deliveries', to: 'invoices', column: 'delivery_line', unless: ['invoice_line'] }),
    byLine({ from: 'returns', to: 'invoices', column: 'return_line' }),
    byLine({ from: 'invoices', to: 'invoices', column: 'invoice_line' }),
    setsOffInvoices,
  ],
  standsOn: [
    { on: 'orders', in: 'lines', column: 'order_id', gone: ['cancelled'] },
    { on: 'deliveries', in: 'lines', column: 'delivery_id', gone: ['cancelled'] },
    { on: 'returns', in: 'lines', column: 'return_line', byLine: true, gone: ['cancelled'] },
  ],
  upstream: (doc) => [
    ...documentRefs(
      'orders',
      doc.lines.map(({ order }) => order),
    ),
    ...documentRefs(
      'deliveries',
      doc.lines.map(({ delivery }) => delivery),
    ),
    ...documentRefs(
      'invoices',
      (doc.advances ?? []).map(({ invoice }) => invoice),
    ),
    ...documentRefs(
      'receipts',
      (doc.advances ?? []).map(({ receipt }) => receipt),
    ),
  ],
  payerOf,
  absent: (doc) => ({
    ...doc,
    status: 'draft',
    lines: [],
    freight: 0,
    freightNet: null,
    freightTax: null,
    freightOf: null,
    advances: null,
  }),
  guards: {
    minimumPrice: (doc) => doc.kind !== 'creditNote' && doc.lines.every((line) => !sourceIdOf(line)),
    credit: 'checkInvoice',
    availability: null,
  },
  neverBlockedByCredit: (doc) => doc.kind === 'creditNote' || doc.lines.every(({ deliveryLine }) => Boolean(deliveryLine)),
  verbs: {
    approve: approveInvoice,
    'create-credit-note': createCreditNote,
    'release-advances': releaseAdvances,
    allocate: setOffCreditNote,
    unallocate: takeBackSetOff,
    unapprove: unapproveInvoice,
    cancel: cancelDraft(['finance', 'salesManager', 'generalManager'], { zh: '取消发票', en: 'Cancel' }),
    'ask-release': askRelease('invoices'),
    'ask-price-release': askPriceRelease('invoices'),
  },
})
