import { expect, test } from '@jest/globals'

import { storeText } from '../text/storeText'
import { beginFromTemplate } from './beginFromTemplate'

const template = {
  terms: storeText('FOB 深圳'),
  remark: '含包装',
  validityDays: 15,
  lines: [
    { item: 1, qty: 100, description: null, unit: 'PCS', discountRate: 0, remark: null },
    { item: 2, qty: 5, description: '试样', unit: null, discountRate: null, remark: '银色', breaks: [50, 500] },
  ],
}

test('what is left open comes from the template, without a price', () => {
  expect(beginFromTemplate({ date: '2026-11-29' }, template)).toEqual({
    lines: [
      { item: 1, qty: 100, unit: 'PCS', discountRate: 0 },
      { item: 2, qty: 5, description: '试样', remark: '银色', breaks: [{ qty: 50 }, { qty: 500 }] },
    ],
    terms: template.terms,
    remark: '含包装',
    validUntil: '2026-12-14',
  })
})

test.each([
  ['lines', { lines: [{ item: 9, qty: 1 }] }],
  ['terms', { terms: storeText('EXW') }],
  ['remark', { remark: '急' }],
  ['validUntil', { validUntil: '2026-12-01' }],
] as const)('%s that somebody gave stay his', (field, given) => {
  const begun = beginFromTemplate({ date: '2026-11-29', ...given }, template)
  expect(begun).not.toHaveProperty(field)
  expect(Object.keys(begun)).toHaveLength(3)
})

test('an empty list is no list, an empty text no text; a template that says nothing gives nothing', () => {
  expect(Object.keys(beginFromTemplate({ date: '2026-11-29', lines: [], terms: storeText(' '), remark: '', validUntil: null }, template))).toHaveLength(4) // prettier-ignore
  expect(beginFromTemplate({ date: 'soon' }, { terms: null, remark: null, validityDays: 0, lines: [] })).toEqual({ lines: [] })
})
