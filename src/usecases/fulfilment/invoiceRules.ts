import { invoiceContributions } from '@/src/domain/fulfilment/invoiceContributions'
import { invoiceEditable, invoiceStatuses, invoiceSteps } from '@/src/domain/fulfilment/invoiceSteps'

import { askRelease } from '@/src/engine/askRelease'
import { payerOf } from '@/src/engine/payer'
import { cancelDraft } from '@/src/engine/cancelDraft'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { approveInvoice, unapproveInvoice } from './approveInvoice'
import { setOffCreditNote, takeBackSetOff } from './setOffCreditNote'
import { createCreditNote } from './createCreditNote'
import { releaseAdvances } from './releaseAdvances'
import { sourceIdOf } from './invoiceSources'
import { prepareInvoice } from './prepareInvoice'

type InvoiceDocument = Stored<'invoices'>

const refs = (slug: string, ids: ReadonlyArray<number | null | undefined>) =>
  [...new Set(ids)].filter((id): id is number => typeof id === 'number').map((id) => ({ slug, id }))

/** 销售发票: what the engine needs to know of an invoice. Shipped goods may always be invoiced (CR-32). */
defineDocument<InvoiceDocument>({
  slug: 'invoices',
  title: { zh: '销售发票', en: 'Invoice' },
  series: 'IN',
  statuses: invoiceStatuses,
  initial: 'draft',
  steps: invoiceSteps,
  editable: invoiceEditable,
  editors: ['finance', 'salesManager', 'generalManager'],
  prepare: prepareInvoice,
  contributions: invoiceContributions,
  upstream: (doc) => [
    ...refs(
      'orders',
      doc.lines.map(({ order }) => order),
    ),
    ...refs(
      'deliveries',
      doc.lines.map(({ delivery }) => delivery),
    ),
    ...refs(
      'invoices',
      (doc.advances ?? []).map(({ invoice }) => invoice),
    ),
    ...refs(
      'receipts',
      (doc.advances ?? []).map(({ receipt }) => receipt),
    ),
  ],
  payerOf,
  absent: (doc) => ({ ...doc, status: 'draft', lines: [], freight: 0, advances: null }),
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
  },
})
