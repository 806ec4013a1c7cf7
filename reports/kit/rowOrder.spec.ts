import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { compareRows, firstInOrder, rowOrderOf } from './rowOrder'

const columns = [
  { key: 'name', kind: 'text' },
  { key: 'amount', kind: 'money' },
] as const
const order = (sort: string) => rowOrderOf(sort, columns)!

test('only a shown column gives an order', () => {
  expect(rowOrderOf('-amount', columns)).toEqual({ column: columns[1], down: true })
  expect([rowOrderOf('cost', columns), rowOrderOf('', columns), rowOrderOf('-', columns)]).toEqual([null, null, null])
})

test('figures stand by size also where they are text, words by pinyin, unknown last', () => {
  const by = (sort: string, key: string, ...values: (string | null)[]) =>
    values
      .map((value) => ({ [key]: value }))
      .sort(compareRows(order(sort)))
      .map((row) => row[key])
  expect(by('amount', 'amount', '10', null, '9.5', '-1')).toEqual(['-1', '9.5', '10', null])
  expect(by('-amount', 'amount', '10', null, '9.5')).toEqual(['10', '9.5', null])
  expect(by('name', 'name', '张', '陈', '李')).toEqual(['陈', '李', '张'])
})

test('property: the first n of any portions are the first n of all, equal rows as they came', async () => {
  const row = fc.record({ amount: fc.option(fc.integer({ min: -5, max: 5 })) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(row, { maxLength: 7 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      async (portions, limit) => {
        let at = 0
        const batches = portions.map((portion) => portion.map((one) => ({ row: one, at: at++ })))
        async function* source() {
          for (const batch of batches) yield await Promise.resolve(batch)
        }
        const all = batches.flat().sort((a, b) => compareRows(order('-amount'))(a.row, b.row) || a.at - b.at)
        expect(await firstInOrder(source(), order('-amount'), limit)).toEqual(all.slice(0, limit))
      },
    ),
  )
})
