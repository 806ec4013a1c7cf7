import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { wordsTyped } from '@/src/domain/lookup/typed'

import { searchWords } from './searchWords'

/** The rule of the look-up in one line: each word typed is the beginning of a stored word. */
const finds = (typed: string, ...texts: string[]): boolean => {
  const words = searchWords(texts)
  return wordsTyped(typed).every((part) => words.some((word) => word.startsWith(part)))
}

describe('what a record is found by', () => {
  const item = ['GZK-2000-QS', '工字扣 20 摇头', '头大20 头厚4.4'] as const
  test.each([
    ['GZK-2000-QS'], ['gzk-2000'], ['gzk2000'], ['2000-qs'], ['2000qs'], ['QS'], ['ＧＺＫ－２０００'],
    ['工字扣'], ['字扣'], ['gzk'], ['gongzikou'], ['gongzi'], ['zikou'], ['yt'], ['yaotou'], ['工字扣20'], ['20 gzk'], ['头厚4.4'], ['  工字扣   摇头 '],
  ])('%s', (typed) => expect(finds(typed, ...item)).toBe(true)) // prettier-ignore

  test.each([['GZK-2000-JS'], ['四合扣'], ['shk'], ['工字扣 30'], ['gzkk']])('not by %s', (typed) =>
    expect(finds(typed, ...item)).toBe(false),
  )

  test('a sound that depends on its word is heard in its word', () => {
    expect(finds('chongqing', '重庆长安')).toBe(true)
    expect(finds('cqca', '重庆长安')).toBe(true)
    expect(finds('yinhang', '工商银行')).toBe(true)
  })

  test('every beginning of every code and of every Chinese name finds its record, however it is written', () => {
    const sign = fc.constantFrom(...'工字四合扣铆钉广州蓝鲸牛仔铜质')
    const code = fc.stringMatching(/^[A-Z]{2,4}-[0-9]{2,4}(-[A-Z0-9]{1,3})?$/)
    const name = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(code, name, fc.nat(), fc.boolean(), (written, called, at, small) => {
        const beginOfCode = written.slice(0, 1 + (at % written.length))
        const partOfName = called.slice(at % called.length)
        return finds(small ? beginOfCode.toLowerCase() : beginOfCode, written, called) && finds(partOfName, written, called)
      }),
    )
  })
})
