import { expect, test } from '@jest/globals'

import { readAddress, writeAddress, emptyQuestion } from '@/src/domain/lists/address'

import { type ColumnFilter, conditionOf, filtersIn } from './filters'

test('what the panel asks is found again in the address', () => {
  const filters: ColumnFilter[] = [
    { field: 'customer', oneOf: ['3', '7'] },
    { field: 'date', from: '2026-11-01', to: '2026-11-30' },
    { field: 'grossTotal', from: '1000' },
  ]
  const read = readAddress(new URLSearchParams(writeAddress({ ...emptyQuestion, where: conditionOf(filters) })))
  expect(filtersIn(read.where)).toEqual(filters)
  expect(conditionOf([{ field: 'customer', oneOf: [] }])).toBeNull()
  expect(filtersIn(null)).toEqual([])
})

test('what the panel cannot show is left alone', () => {
  for (const where of [
    { or: [{ status: { equals: 'draft' } }] },
    { and: [{ or: [{ status: { in: 'draft' } }] }] },
    { and: [{ status: { equals: 'draft' } }] },
    { status: { in: 'draft' } },
    { and: [{ status: { in: 'draft' } }], or: [] },
  ])
    expect(filtersIn(where)).toBeNull()
})
