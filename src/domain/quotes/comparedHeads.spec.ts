import { expect, test } from '@jest/globals'

import { type ComparableHead, comparedHeads } from './comparedHeads'

const head: ComparableHead = {
  ...{
    validUntil: '2026-12-30',
    currency: 'CNY',
    taxMode: 'inclusive',
    paymentTerms: '月结30天',
    deliveryAddress: '虎门',
    headerDiscount: 0,
  },
  ...{ freight: null, remark: '', terms: '含模具费', grossTotal: 90 },
}

test.each<[string, Partial<ComparableHead>, unknown[]]>([
  ['the same', {}, []],
  ['no discount and one of nothing', { headerDiscount: null, freight: 0, remark: null }, []],
  ['another day', { validUntil: '2027-01-15' }, [['validUntil', '2026-12-30', '2027-01-15']]],
  [
    'a discount',
    { headerDiscount: 5, grossTotal: 85 },
    [
      ['headerDiscount', null, '5'],
      ['grossTotal', '90', '85'],
    ],
  ],
  [
    'other terms',
    { terms: '', paymentTerms: '款到发货' },
    [
      ['paymentTerms', '月结30天', '款到发货'],
      ['terms', '含模具费', null],
    ],
  ],
])('%s', (_what, later, told) =>
  expect(comparedHeads(head, { ...head, ...later }).map(({ field, before, after }) => [field, before, after])).toEqual(told),
)
