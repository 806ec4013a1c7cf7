import { describe, expect, test } from '@jest/globals'
import { deliveryEditable, deliveryStatuses, deliverySteps } from '../fulfilment/deliverySteps'
import { invoiceEditable, invoiceStatuses, invoiceSteps } from '../fulfilment/invoiceSteps'
import { returnEditable, returnStatuses, returnSteps } from '../fulfilment/returnSteps'
import { creditLimitStatuses, creditLimitSteps, creditReleaseStatuses, creditReleaseSteps } from '../credit/releaseSteps'
import { orderEditable, orderStatusAfterSave, orderStatuses, orderSteps } from '../orders/orderSteps'
import { decideOrderQuote } from '../quotes/decideOrderQuote'
import { quoteEditable, quoteStatuses, quoteSteps, statusByOrdering } from '../quotes/quoteSteps'
import { priceAdjustmentStatuses, priceAdjustmentSteps } from '../pricing/priceAdjustment'
import { receiptEditable, receiptStatuses, receiptSteps } from '../receivables/receiptSteps'
import { stockDocumentStatuses, stockDocumentEditable, stockReceiptSteps } from '../stock/stockDocumentSteps'
import { stockTransferEditable, stockTransferStatuses, stockTransferSteps } from '../stock/stockTransferSteps'
import { businessDate } from './businessDate'
import { allowedVerbs, targetsOf, validateSteps, type Steps } from './steps'

const tables: { name: string; statuses: readonly string[]; steps: Steps<string>; editable: readonly string[]; initial?: string }[] = [
  { name: 'orders', statuses: orderStatuses, steps: orderSteps, editable: orderEditable },
  { name: 'quotes', statuses: quoteStatuses, steps: quoteSteps, editable: quoteEditable },
  { name: 'deliveries', statuses: deliveryStatuses, steps: deliverySteps, editable: deliveryEditable },
  { name: 'invoices', statuses: invoiceStatuses, steps: invoiceSteps, editable: invoiceEditable },
  { name: 'receipts', statuses: receiptStatuses, steps: receiptSteps, editable: receiptEditable },
  { name: 'stock-receipts', statuses: stockDocumentStatuses, steps: stockReceiptSteps, editable: stockDocumentEditable },
  { name: 'returns', statuses: returnStatuses, steps: returnSteps, editable: returnEditable },
  { name: 'stock-transfers', statuses: stockTransferStatuses, steps: stockTransferSteps, editable: stockTransferEditable },
  { name: 'credit-releases', statuses: creditReleaseStatuses, steps: creditReleaseSteps, editable: [], initial: 'open' },
  { name: 'price-adjustments', statuses: priceAdjustmentStatuses, steps: priceAdjustmentSteps, editable: ['draft'] },
  { name: 'credit-limits', statuses: creditLimitStatuses, steps: creditLimitSteps, editable: ['draft'] },
]

test.each(tables)('the table of $name is sound', (table) => expect(validateSteps({ initial: 'draft', ...table })).toEqual([]))
test.each(tables)('a posted document of $name is never edited in place', ({ editable }) => {
  for (const status of ['approved', 'issued', 'posted', 'closed', 'cancelled']) expect(editable).not.toContain(status)
})

describe('the life of an order', () => {
  test('no approval without review, no delivery without approval', () => {
    for (const status of ['draft', 'inReview', 'awaitingRuling', 'reviewFailed'] as const)
      expect(allowedVerbs<string>(orderSteps, status)).not.toContain('approve')
    for (const status of orderStatuses) {
      expect(allowedVerbs<string>(orderSteps, status).includes('create-delivery')).toBe(status === 'approved')
    }
  })
  test('the review decides', () => {
    expect(targetsOf<string>(orderSteps, 'inReview', 'review')).toEqual(['inReview', 'reviewed', 'awaitingRuling', 'reviewFailed'])
    expect(targetsOf<string>(orderSteps, 'awaitingRuling', 'rule')).toEqual(['reviewed', 'reviewFailed'])
    expect(targetsOf<string>(orderSteps, 'approved', 'unapprove')).toEqual(['reviewed'])
    expect([orderStatusAfterSave('reviewFailed'), orderStatusAfterSave('inReview')]).toEqual(['draft', 'inReview'])
  })
})

describe('ordering a quote', () => {
  const quote = { no: 'QU20260301-0001', status: 'sent' as const, validUntil: businessDate('2026-03-10'), orderExpiredQuotes: false }
  const at = (date: string, changes: Partial<Parameters<typeof decideOrderQuote>[0]> = {}) =>
    decideOrderQuote({ ...quote, date: businessDate(date), ...changes }).map((f) => f.code)
  test('Q-03 the last day counts, the day after is refused unless the setting allows it', () => {
    expect(at('2026-03-10')).toEqual([])
    expect(at('2026-03-11')).toEqual(['QUOTE_EXPIRED'])
    expect(at('2026-03-11', { orderExpiredQuotes: true })).toEqual([])
    expect(at('2026-03-01', { status: 'expired' })).toEqual(['QUOTE_EXPIRED'])
  })
  test('Q-15 a superseded revision never', () =>
    expect(at('2026-03-01', { status: 'superseded', orderExpiredQuotes: true })).toEqual(['QUOTE_SUPERSEDED']))
  test.each([
    ['sent', 'sent', [4, 0], 'partlyOrdered'],
    ['sent', 'sent', [10, 5], 'ordered'],
    ['sent', 'sent', [10, 4.9999], 'partlyOrdered'],
    ['ordered', 'sent', [0, 0], 'sent'],
    ['partlyOrdered', null, [0, 0], 'confirmed'],
    ['expired', 'sent', [0, 0], 'expired'],
  ] as const)('Q-06 of 10 and 5 on a quote that is %s (before: %s), %s ordered: %s', (status, before, [first, second], after) =>
    expect(
      statusByOrdering({
        status,
        before,
        lines: [
          { qty: 10, ordered: first },
          { qty: 5, ordered: second },
        ],
      }),
    ).toBe(after),
  )
})
