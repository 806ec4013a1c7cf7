import { expect, test } from '@jest/globals'

import { businessDate } from '../kernel/businessDate'
import { linkEndsAt, pageState, type PageState } from './quoteLink'
import { type QuoteStatus, quoteStatuses } from './quoteSteps'

const now = '2026-11-29T04:00:00.000Z'
const today = businessDate('2026-11-29')

test('a link ends thirty days after the offer, and thirty days from now where that is over', () => {
  expect(linkEndsAt({ now, today, validUntil: businessDate('2026-12-29') })).toBe('2027-01-28T04:00:00.000Z')
  expect(linkEndsAt({ now, today, validUntil: businessDate('2026-01-31') })).toBe('2026-12-29T04:00:00.000Z')
})

const fresh = { current: true, expired: false, listed: false, open: true }
const states: Record<QuoteStatus, PageState> = {
  draft: 'withdrawn',
  submitted: 'withdrawn',
  approved: 'open',
  sent: 'open',
  confirmed: 'open',
  partlyOrdered: 'open',
  ordered: 'ordered',
  lost: 'lost',
  expired: 'open',
  superseded: 'superseded',
  cancelled: 'withdrawn',
}
test.each(quoteStatuses)('a quote that is %s', (status) => expect(pageState({ ...fresh, status })).toBe(states[status]))
test('an expired offer says so; a replaced one, one with nothing open, and one that was answered show that', () => {
  expect(pageState({ ...fresh, status: 'sent', expired: true })).toBe('expired')
  expect(pageState({ ...fresh, status: 'expired', expired: true })).toBe('expired')
  expect(pageState({ ...fresh, status: 'sent', current: false })).toBe('superseded')
  expect(pageState({ ...fresh, status: 'partlyOrdered', open: false })).toBe('ordered')
  expect(pageState({ ...fresh, status: 'superseded', listed: true })).toBe('listed')
})
