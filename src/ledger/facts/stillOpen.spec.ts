import { expect, test } from '@jest/globals'

import { allKinds, documentKinds } from '@/src/domain/kinds'

import { stillOpen } from './stillOpen'

test.each([
  ['quotes', `(d.status::text in ('draft', 'submitted', 'approved', 'sent', 'confirmed', 'partlyOrdered'))`],
  ['orders', `(d.status::text in ('draft', 'inReview', 'awaitingRuling', 'reviewFailed', 'reviewed', 'approved'))`],
  [
    'deliveries',
    `((d.status::text in ('draft', 'approved')) or (coalesce(d.status::text, '') = 'issued' and coalesce(d.billing_status::text, '') <> 'full' and coalesce(d.gross_total, 0) <> 0))`,
  ],
  ['receipts', `((d.status::text in ('draft')) or (coalesce(d.status::text, '') = 'approved' and coalesce(d.open_amount, 0) <> 0))`],
  [
    'invoices',
    `((d.status::text in ('draft', 'approved') and (((coalesce(d.status::text, '') = 'draft') or (coalesce(d.open_amount, 0) > 0)))) or (coalesce(d.status::text, '') = 'approved' and coalesce(d.open_amount, 0) <> 0))`,
  ],
] as const)('%s: what of it is not done with', (slug, sql) => {
  expect(stillOpen(documentKinds[slug])).toBe(sql)
})

test('every kind says it in columns, whatever its conditions', () => {
  for (const kind of allKinds) expect(stillOpen(kind)).toMatch(/^\(+d\.status::text in \('/)
})
