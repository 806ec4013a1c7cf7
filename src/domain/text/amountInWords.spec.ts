import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { amountInWords } from './amountInWords'

test.each([
  [0, '零元整'],
  [0.05, '伍分'],
  [0.5, '伍角整'],
  [-0.5, '负伍角整'],
  [1, '壹元整'],
  [10, '壹拾元整'],
  [7752, '柒仟柒佰伍拾贰元整'],
  [1203.4, '壹仟贰佰零叁元肆角整'],
  [1003.04, '壹仟零叁元零肆分'],
  [100_020.05, '壹拾万零贰拾元零伍分'],
  [10_000, '壹万元整'],
  [10_010_000, '壹仟零壹万元整'],
  [100_000_001, '壹亿零壹元整'],
  [1_204_556.1, '壹佰贰拾万肆仟伍佰伍拾陆元壹角整'],
  ['1234567890123.45', '壹万亿贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分'],
  ['99999999999999999', null],
])('%s is %s', (amount, words) => expect(amountInWords(amount)).toBe(words))

/** Reads the words back, independently of how they were made. */
function read(words: string): number {
  const figure = (sign: string): number => '零壹贰叁肆伍陆柒捌玖'.indexOf(sign)
  const four = (text: string): number =>
    [...text.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)].reduce((sum, [, digit, place]) => sum + figure(digit ?? '') * 10 ** ['', '拾', '佰', '仟'].indexOf(place ?? ''), 0) // prettier-ignore
  const [, whole = '', rest = ''] = /^(?:(.*)元)?(.*)$/.exec(words) ?? []
  const [high, low] = whole.includes('亿') ? whole.split('亿') : ['', whole]
  const [tens, ones] = (low ?? '').includes('万') ? (low ?? '').split('万') : ['', low]
  const yuan = four(high ?? '') * 1e8 + four(tens ?? '') * 1e4 + four(ones ?? '')
  const jiao = /([壹贰叁肆伍陆柒捌玖])角/.exec(rest)?.[1]
  const fen = /([壹贰叁肆伍陆柒捌玖])分/.exec(rest)?.[1]
  return yuan * 100 + (jiao ? figure(jiao) * 10 : 0) + (fen ? figure(fen) : 0)
}

test('every amount up to a trillion can be read back from its words, and no zero is said twice or last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), (cents) => {
      const words = amountInWords(cents / 100) ?? ''
      expect(read(words)).toBe(cents)
      expect(words).not.toMatch(/零零|零[万亿元整]|^零/)
    }),
  )
})
