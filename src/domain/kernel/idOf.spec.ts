import { expect, test } from '@jest/globals'

import { idOf } from './idOf'

test.each([
  [7, 7],
  ['7', 7],
  [{ id: 7, name: 'A' }, 7],
  [{ id: '7' }, 7],
  [0, null],
  [-7, null],
  [7.5, null],
  ['', null],
  ['7a', null],
  [Number.NaN, null],
  [null, null],
  [undefined, null],
  [true, null],
  [[7], null],
  [{ relationTo: 'orders', value: 7 }, null],
])('the id of %j is %j', (relation, id) => {
  expect(idOf(relation)).toBe(id)
})
