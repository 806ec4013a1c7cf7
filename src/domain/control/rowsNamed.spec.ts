import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { changesBetween } from './changesBetween'
import { rowsNamed } from './rowsNamed'

type Row = { id: string; qty: number }

const rows = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), qty: fc.integer({ min: 1, max: 3 }) }), {
  selector: ({ id }) => id,
})

test('however rows are moved, added and removed, what happened to one of them is told of it and of no other', () => {
  fc.assert(
    fc.property(rows, rows, (was, is) => {
      const [before, after] = [{ lines: was }, { lines: is }]
      const told = rowsNamed(changesBetween(before, after), { before, after })
      for (const id of 'abcdefgh') {
        const find = (among: readonly Row[]): Row | undefined => among.find((row) => row.id === id)
        const [former, present] = [find(was), find(is)]
        const own = told.filter(({ row }) => row === id).map((change) => [change.before, change.after])
        if (former && present) expect(own).toEqual(former.qty === present.qty ? [] : [[former.qty, present.qty]])
        else expect(own).toEqual(former || present ? [[former ?? null, present ?? null]] : [])
      }
    }),
  )
})

test('what is of no row names none', () => {
  const [before, after] = [{ remark: 'a' }, { remark: 'b' }]
  expect(rowsNamed(changesBetween(before, after), { before, after })).toEqual([{ path: 'remark', before: 'a', after: 'b' }])
})
