import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import type { Found } from '@/src/domain/lookup/kinds'

import { meant } from './meant'

const found = (id: number, exact = false): Found => ({ id, code: `C${id}`, name: '', detail: '', exact })

test('an exact code wins over everything that begins like it', () => {
  expect(meant({ typed: 'C1', answer: { q: 'C1', rows: [found(1, true), found(10), found(11)] }, at: null })).toEqual({
    found: found(1, true),
  })
})

test('an answer to an older text is no answer', () => {
  expect(meant({ typed: 'GZK-2000-QS', answer: { q: 'GZK-2000', rows: [found(1)] }, at: 0 })).toEqual({ wait: true })
  expect(meant({ typed: 'x', answer: null, at: null })).toEqual({ wait: true })
})

test('one that fits is it, of several only the one pointed at, of none nothing', () => {
  expect(meant({ typed: 'a', answer: { q: 'a', rows: [found(1)] }, at: null })).toEqual({ found: found(1) })
  expect(meant({ typed: 'a', answer: { q: 'a', rows: [found(1), found(2)] }, at: null })).toEqual({ several: true })
  expect(meant({ typed: 'a', answer: { q: 'a', rows: [found(1), found(2)] }, at: 1 })).toEqual({ found: found(2) })
  expect(meant({ typed: 'a', answer: { q: 'a', rows: [] }, at: 0 })).toEqual({ none: true })
})

test('a name that two share is not taken though both read exactly so', () => {
  expect(meant({ typed: 'a', answer: { q: 'a', rows: [found(1, true), found(2, true)] }, at: null })).toEqual({ several: true })
})

test('in whatever order answers arrive, only the last text decides', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1 }),
      fc.string({ minLength: 1, maxLength: 4 }),
      (older, typed) => {
        for (const q of older.filter((text) => text !== typed))
          expect(meant({ typed, answer: { q, rows: [found(1, true)] }, at: 0 })).toEqual({ wait: true })
      },
    ),
  )
})
