import { expect, test } from '@jest/globals'

import { continuing } from './continuedRows'

const columns = ['no', 'customer', 'item'].map((column) => ({ column }))
const heads = ['no', 'customer', 'date']
const read = (...rows: ReadonlyArray<readonly [string, string, string]>): string[][] => {
  const go = continuing(columns, heads)
  return rows.map(([no, customer, item]) => {
    const cells = { no, customer, item }
    go(cells)
    return [cells.no, cells.customer, cells.item]
  })
}

test('a row that says nothing of any document goes on with the one above; one of the same number takes what it leaves out', () => {
  expect(read(['A', 'X', 'i'], ['', '', 'j'], ['A', '', 'k'], ['B', '', 'l'])).toEqual([
    ['A', 'X', 'i'],
    ['A', 'X', 'j'],
    ['A', 'X', 'k'],
    ['B', '', 'l'],
  ])
})

test('a row without a number that names a customer is a document by itself, and nothing goes on with it or past it', () => {
  expect(read(['A', 'X', 'i'], ['', 'Y', 'j'], ['', '', 'k'])).toEqual([
    ['A', 'X', 'i'],
    ['', 'Y', 'j'],
    ['', '', 'k'],
  ])
})

test('a list of records has no documents', () => {
  const cells = { no: '', customer: '', item: 'k' }
  continuing(columns, [])(cells)
  expect(cells).toEqual({ no: '', customer: '', item: 'k' })
})
