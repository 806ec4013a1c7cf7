import { expect, test } from '@jest/globals'

import { promiseCells, proposalsOf, proposedFor, proposedIn } from './promising'

const one = { id: 'a', qty: 5, promised: null, schedule: [{ date: '2026-12-01', qty: 5, promised: null }] }
const two = {
  id: 'b',
  qty: 10,
  promised: null,
  schedule: [
    { date: '2026-12-10', qty: 4, promised: null },
    { date: '2026-12-20', qty: 6, promised: null },
  ],
}

test('a line with one date is promised as a whole, one with several date by date', () => {
  expect(promiseCells(one).map(({ key }) => key)).toEqual(['a'])
  expect(promiseCells(two).map(({ key }) => key)).toEqual(['b 2026-12-10', 'b 2026-12-20'])
  expect(proposalsOf({ lines: [one, two], typed: {} })).toBeNull()
  expect(proposalsOf({ lines: [one, two], typed: { a: '2026-12-03', 'b 2026-12-20': '2026-12-24' } })).toEqual({
    lines: [
      { line: 'a', promised: '2026-12-03' },
      { line: 'b', schedule: [{ date: '2026-12-20', promised: '2026-12-24' }] },
    ],
  })
})

test('what was proposed is found again for its date, its line, or for all', () => {
  const cells = [...promiseCells(one), ...promiseCells(two)]
  const found = (proposals: unknown) => cells.map((cell) => proposedFor(proposedIn(proposals), cell))
  expect(found(null)).toEqual([null, null, null])
  expect(found({ date: '2027-01-05' })).toEqual(['2027-01-05', '2027-01-05', '2027-01-05'])
  expect(found(proposalsOf({ lines: [one, two], typed: { a: '2026-12-03', 'b 2026-12-20': '2026-12-24' } }))).toEqual([
    '2026-12-03',
    null,
    '2026-12-24',
  ])
  expect(found({ lines: [{ line: 'b', promised: '2026-12-30' }] })).toEqual([null, '2026-12-30', '2026-12-30'])
})
