import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { businessDate } from '../kernel/businessDate'
import { judgeWish, type Wish } from './judgeWish'

const today = businessDate('2026-11-29')
const offered = [
  { id: 'a', qty: 10, price: 9, open: 10 },
  { id: 'b', qty: 100, price: 8, open: 500, breaks: [{ qty: 500, price: 7 }] },
  { id: 'c', qty: 5, price: 1, open: 0 },
]
const sound: Wish = { lines: [{ quoteLine: 'a', qty: 4 }], name: '王芳', email: 'wang@buyer.example' }
const faults = (wish: Partial<Wish>) => judgeWish({ wish: { ...sound, ...wish }, offered, today }).problems.map(({ field, fault, index }) => [field, fault, index]) // prettier-ignore

describe('what a customer sends', () => {
  test('is taken as it came when nothing is wrong with it; a quantity finds its break', () => {
    const { problems, judged } = judgeWish({ wish: { ...sound, lines: [{ quoteLine: 'b', qty: '500', date: '2026-12-24' }], remark: ' 急 ' }, offered, today }) // prettier-ignore
    expect(problems).toEqual([])
    expect(judged).toEqual({ lines: [{ quoteLine: 'b', qty: 500, break: 500, date: '2026-12-24' }], name: '王芳', email: 'wang@buyer.example', remark: '急' }) // prettier-ignore
  })
  test('who only wants to know what it comes to does not say who he is; what he takes is judged all the same', () => {
    const trial = (wish: Partial<Wish>) => judgeWish({ wish: { ...sound, ...wish }, offered, today, isTrial: true }).problems.map(({ fault }) => fault) // prettier-ignore
    expect(trial({ name: '', email: 'not yet' })).toEqual([])
    expect(trial({ name: '', email: '', lines: [{ quoteLine: 'a', qty: 99 }] })).toEqual(['tooMuch'])
  })
  test.each<[string, Partial<Wish>, unknown[]]>([
    ['Q-19 no name', { name: ' ' }, ['name', 'missing', undefined]],
    ['Q-19 no e-mail', { email: undefined }, ['email', 'missing', undefined]],
    ['an address that is none', { email: 'wang@buyer' }, ['email', 'notAnAddress', undefined]],
    ['a second header', { email: 'wang@buyer.example\r\nBcc: all@world.example' }, ['email', 'notAnAddress', undefined]],
    ['two addresses', { email: 'a@b.example, c@d.example' }, ['email', 'notAnAddress', undefined]],
    ['a name too long', { name: 'x'.repeat(101) }, ['name', 'tooLong', undefined]],
    ['a remark too long', { remark: 'x'.repeat(2001) }, ['remark', 'tooLong', undefined]],
    ['a name that is no text', { name: { first: 'x' } }, ['name', 'missing', undefined]],
    ['no line', { lines: [] }, ['lines', 'none', undefined]],
    ['a line of another quote', { lines: [{ quoteLine: 'z', qty: 1 }] }, ['quoteLine', 'unknown', 0]],
    ['no quantity', { lines: [{ quoteLine: 'a', qty: '' }] }, ['qty', 'notANumber', 0]],
    ['a quantity of nothing', { lines: [{ quoteLine: 'a', qty: 0 }] }, ['qty', 'notANumber', 0]],
    ['less than nothing', { lines: [{ quoteLine: 'a', qty: -1 }] }, ['qty', 'notANumber', 0]],
    ['five decimals', { lines: [{ quoteLine: 'a', qty: 1.00001 }] }, ['qty', 'notANumber', 0]],
    ['more than is offered', { lines: [{ quoteLine: 'a', qty: 11 }] }, ['qty', 'tooMuch', 0]],
    ['what is gone', { lines: [{ quoteLine: 'c', qty: 1 }] }, ['qty', 'none', 0]],
    ['yesterday', { lines: [{ quoteLine: 'a', qty: 1, date: '2026-11-28' }] }, ['date', 'past', 0]],
    ['no such day', { lines: [{ quoteLine: 'a', qty: 1, date: '2026-02-30' }] }, ['date', 'notADay', 0]],
    ['in three years', { lines: [{ quoteLine: 'a', qty: 1, date: '2029-11-29' }] }, ['date', 'tooFar', 0]],
  ])('%s is refused by its field', (_what, wish, fault) => expect(faults(wish)).toEqual([fault]))
  test('a line named twice is refused once; everything wrong is told at once', () => {
    expect(faults({ lines: [{ quoteLine: 'a', qty: 1 }, { quoteLine: 'a', qty: 1 }] })).toEqual([['quoteLine', 'twice', 1]]) // prettier-ignore
    expect(faults({ lines: [{ quoteLine: 'a', qty: 99, date: 'x' }], name: '', email: 'x' })).toEqual([['qty', 'tooMuch', 0], ['date', 'notADay', 0], ['name', 'missing', undefined], ['email', 'notAnAddress', undefined]]) // prettier-ignore
  })
  test('property: whatever is sent, it is judged without an error, and what passes keeps within what is offered', () => {
    const anything = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.object({ maxDepth: 1 }), fc.constantFrom('a', 'b', 1, '2'))
    const line = fc.record({ quoteLine: fc.constantFrom('a', 'b', 'c', 'z'), qty: anything, date: anything })
    fc.assert(
      fc.property(fc.record({ lines: fc.array(line, { maxLength: 4 }), name: anything, email: anything, remark: anything }), (wish) => {
        const { problems, judged } = judgeWish({ wish, offered, today })
        if (problems.length > 0) return
        for (const { quoteLine, qty } of judged.lines)
          expect(qty).toBeLessThanOrEqual(offered.find(({ id }) => id === quoteLine)?.open ?? 0)
      }),
    )
  })
})
