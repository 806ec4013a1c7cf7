import { expect, test } from '@jest/globals'

import { lineName, nameIn, namesOf, unitIn } from './nameIn'

test.each([
  [{ name: '月结 30 天', nameEn: '30 days net' }, '月结 30 天', '30 days net'],
  [{ name: '月结 30 天', nameEn: '  ' }, '月结 30 天', '月结 30 天'],
  [{ name: 'COD', nameEn: null }, 'COD', 'COD'],
  [{}, '', ''],
])('%j is called %s, and in English %s', (record, zh, en) => {
  expect(namesOf(record)).toEqual({ zh, en })
  expect(nameIn(record, 'en')).toBe(en)
})

test('a line says what was typed for it; where it only repeats the item, the item is named in the language of the reader', () => {
  const item = { name: '工字扣', nameEn: 'Jeans button' }
  expect([lineName('工字扣', item, 'en'), lineName('', item, 'en'), lineName('客户定制', item, 'en')]).toEqual([
    'Jeans button',
    'Jeans button',
    '客户定制',
  ])
  expect([lineName('工字扣', item, 'zh'), lineName('旧名', null, 'en'), lineName(null, undefined, 'zh')]).toEqual(['工字扣', '旧名', ''])
})

test.each([
  ['PCS', 'PCS'],
  ['个', 'pcs'],
  ['公斤', 'kg'],
  ['挂', '挂'],
])('a unit %s is %s in English', (unit, en) => expect([unitIn(unit, 'en'), unitIn(unit, 'zh')]).toEqual([en, unit]))
