import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { readInstalments } from './writtenInstalments'

const instalment = fc.record({ percent: fc.integer({ min: 1, max: 999 }).map((tenths) => tenths / 10), days: fc.nat({ max: 365 }) })
const style = fc.record({
  sign: fc.constantFrom('%', '％', ' %', ''),
  between: fc.constantFrom('/', '／', ':', '：', '@', ' / '),
  word: fc.constantFrom('', '天', ' days', '日', 'd'),
  comma: fc.constantFrom(',', '，', '、', '；', '; ', '\n'),
  wide: fc.boolean(),
})
const wide = (text: string): string => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))

const several = fc.array(instalment, { minLength: 1, maxLength: 5 })

test('instalments are read however they are written, and nothing of a cell is left out', () => {
  fc.assert(
    fc.property(several, style, (rows, { sign, between, word, comma, wide: isWide }) => {
      const text = rows.map(({ percent, days }) => `${String(percent)}${sign}${between}${String(days)}${word}`).join(comma)
      expect(readInstalments(isWide ? wide(text) : text)).toEqual(rows)
    }),
  )
  fc.assert(
    fc.property(several, fc.constantFrom(' 其余另议', '.5', ' + 10', ',', '/60', ', rest later', '、'), (rows, more) => {
      const text = rows.map(({ percent, days }) => `${String(percent)}%/${String(days)}`).join(', ')
      expect([readInstalments(`${text}${more}`), readInstalments('')]).toEqual([null, null])
    }),
  )
})
