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

test('of how a price was found a page is told only that it is known, and whether policy would give another one now', () => {
  const step = { rule: 'listPrice', price: '1.20' }
  const lines = [{ trace: [step] }, { trace: [step, { rule: 'policyNow', price: '1.10' }] }, { trace: [] }, { trace: null }]
  const marks = [{ trace: '?' }, { trace: '≠' }, { trace: [] }, { trace: null }]
  expect(heardData(toldData({ lines }))).toEqual({ lines: marks })
  expect(heardData(toldData({ lines: lines.slice(0, 2) }))).toEqual({ lines: marks.slice(0, 2) })
})
