import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { bounded } from './logging'

test('a failed statement of any size is a line of bounded length, which says how much was cut', () => {
  const failure = {
    message: `Failed query: insert ${'x'.repeat(3_000_000)}`,
    params: Array.from({ length: 65_000 }, (_, at) => `value ${at}`),
    code: '54000',
  }
  const line = JSON.stringify(bounded(failure))
  expect(line.length).toBeLessThan(6000)
  expect(line).toContain('characters)')
  expect(line).toContain('65000 entries')
  expect(line).toContain('54000')
})

test('what is small is logged as it is', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ maxLength: 20 }), fc.oneof(fc.string({ maxLength: 100 }), fc.integer(), fc.boolean()), { maxKeys: 20 }),
      (value) => {
        expect(bounded(value)).toEqual({ ...value })
      },
    ),
  )
})
