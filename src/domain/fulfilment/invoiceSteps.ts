import type { Steps } from '../kernel/steps'

export const invoiceStatuses = ['draft', 'approved', 'cancelled'] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

/** The life of an invoice or credit note: approved (审核) posts it; unapproved while nothing is settled. */
export const invoiceSteps = {
  draft: { approve: 'approved', 'ask-release': 'draft', 'ask-price-release': 'draft', cancel: 'cancelled' },
  approved: {
    unapprove: 'draft',
    'create-credit-note': 'approved',
    'release-advances': 'approved',
    allocate: 'approved',
    unallocate: 'approved',
  },
} as const satisfies Steps<InvoiceStatus>

export const invoiceEditable: readonly InvoiceStatus[] = ['draft']
