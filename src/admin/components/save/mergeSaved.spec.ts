import { expect, test } from '@jest/globals'

import { mergeSaved } from './mergeSaved'

test('fields take what was stored; one in which somebody has typed since keeps it and is still unsaved', () => {
  const sent = { remark: { value: 'a' }, no: { value: null }, 'credit.limit': { value: 5, valid: false, errorMessage: 'x' } }
  const now = { ...sent, remark: { value: 'ab' } }
  expect(mergeSaved({ sent, now, doc: { id: 1, remark: 'a', no: 'SO1', credit: { limit: 6 } } })).toEqual({
    isModified: true,
    state: {
      remark: { value: 'ab', initialValue: 'a', valid: true },
      no: { value: 'SO1', initialValue: 'SO1', valid: true },
      'credit.limit': { value: 6, initialValue: 6, valid: true },
    },
  })
  expect(mergeSaved({ sent, now: sent, doc: { id: 1 } }).isModified).toBe(false)
})
