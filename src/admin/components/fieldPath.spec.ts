import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { valueAt, withValueAt } from './fieldPath'

test('a field of a group is found and changed, and nothing beside it', () => {
  const company = { name: 'Factory', calendar: { from: '08:00', holidays: [{ date: '2026-10-01' }] } }
  expect(valueAt(company, 'calendar.holidays')).toEqual([{ date: '2026-10-01' }])
  expect(withValueAt(company, 'calendar.holidays', [])).toEqual({ name: 'Factory', calendar: { from: '08:00', holidays: [] } })
  expect(company.calendar.holidays).toHaveLength(1)
})

test('what is not there is nothing, and is made where something is put', () => {
  expect(valueAt({ calendar: null }, 'calendar.holidays')).toBeUndefined()
  expect(valueAt(undefined, 'lines')).toBeUndefined()
  expect(withValueAt({}, 'calendar.holidays', [1])).toEqual({ calendar: { holidays: [1] } })
})

test('what was put at a place stands at it, whatever the place', () => {
  const name = fc.stringMatching(/^[a-z]{1,4}$/)
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), fc.dictionary(name, fc.integer()), fc.integer(), (names, record, value) =>
      expect(valueAt(withValueAt(record, names.join('.'), value), names.join('.'))).toBe(value),
    ),
  )
})
