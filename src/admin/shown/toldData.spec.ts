import { expect, test } from '@jest/globals'

import { heardData, toldData } from './toldData'

const line = (qty: number) => ({ id: `l${qty}`, item: 7, qty, remark: null, schedule: [{ date: '2026-11-30', qty }] })

test('the lines of a document are told as a table and heard as they were', () => {
  const data = { no: 'SO1', lines: [1, 2, 3, 4, 5].map(line), checks: [], files: [1, 2, 3, 4], few: [line(1)], remark: null }
  const told = toldData(data)
  expect(Object.keys(told.tables)).toEqual(['lines'])
  expect(told.tables['lines']?.usual).toEqual({ item: 7, remark: null })
  expect(told.data['lines']).toBeNull()
  expect(heardData(told)).toEqual(data)
  expect(Object.keys(heardData(told))).toEqual(Object.keys(data))
})
