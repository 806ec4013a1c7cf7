import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { decimalOf, ratesOf, readFigure, type Writing } from './figure'

const point: Writing = { decimal: 'point', rates: 'percent' }
const comma: Writing = { decimal: 'comma', rates: 'percent' }
const unclear: Writing = { decimal: 'unclear', rates: 'unclear' }

describe('a figure is what its writer sees', () => {
  test.each([
    ['1,234.50', 1234.5],
    ['1234.5', 1234.5],
    ['１，２３４．５０', 1234.5],
    ['¥ 1,234.50', 1234.5],
    ['￥99', 99],
    ['99元', 99],
    ['CNY 5', 5],
    ['(5.00)', -5],
    ['5-', -5],
    ['−3', -3],
    ['+7', 7],
    ['.5', 0.5],
    ['1,234,567', 1234567],
  ])('%s is %d', (text, value) => {
    expect(readFigure(text, point, 'figure')).toEqual({ value })
  })

  test.each([
    ['1,5', 1.5],
    ['9,95', 9.95],
    ['1.234,50', 1234.5],
    ['1.234', 1234],
  ])('%s with a decimal comma is %d', (text, value) => {
    expect(readFigure(text, comma, 'figure')).toEqual({ value })
  })

  test.each(['1,5', '9,95', '1,234', '1.234'])('%s is asked about when the file does not say', (text) => {
    expect(readFigure(text, unclear, 'figure')).toEqual({ problem: 'decimalUnclear' })
  })

  test('a comma among points is not guessed: 1,5 is never 15', () => {
    expect(readFigure('1,5', point, 'figure')).toEqual({ problem: 'decimalUnclear' })
    expect(readFigure('9,95', point, 'figure')).toEqual({ problem: 'decimalUnclear' })
  })

  test.each(['abc', '', '-', '1.2.3', '12a', '#N/A', '1 2 x', '1,,2', '١٢'])('%s is not a number', (text) => {
    expect(readFigure(text, point, 'figure')).toEqual({ problem: 'notANumber' })
  })

  test('a percentage is no price', () => {
    expect(readFigure('13%', point, 'figure')).toEqual({ problem: 'percentNotExpected' })
  })

  test.each([
    ['13%', 13],
    ['13', 13],
    ['0.5%', 0.5],
    ['１３％', 13],
    ['8折', 20],
    ['85折', 15],
    ['９５折', 5],
    ['9.5折', 5],
    ['0', 0],
  ])('rate %s is %d percent', (text, value) => {
    expect(readFigure(text, point, 'rate')).toEqual({ value })
  })

  test('a share is asked about, and read as the sender says', () => {
    expect(readFigure('0.13', { ...point, rates: 'unclear' }, 'rate')).toEqual({ problem: 'rateUnclear' })
    expect(readFigure('0.13', { ...point, rates: 'share' }, 'rate')).toEqual({ value: 13 })
    expect(readFigure('0.07', { ...point, rates: 'share' }, 'rate')).toEqual({ value: 7 })
    expect(readFigure('0.13', point, 'rate')).toEqual({ value: 0.13 })
  })
})

describe('what a whole file says', () => {
  test.each<[string, string[], string, Writing['decimal']]>([
    ['points', ['1.5', '1,234'], ',', 'point'],
    ['commas', ['1,5', '1.234'], ';', 'comma'],
    ['both', ['1,5', '1.5'], ',', 'unclear'],
    ['whole numbers', ['15', '3'], ';', 'point'],
    ['only what may be either, among semicolons', ['1,234'], ';', 'unclear'],
    ['only what may be either, among commas', ['1,234'], ',', 'point'],
  ])('%s', (_name, texts, separator, decimal) => {
    expect(decimalOf(texts, separator)).toBe(decimal)
  })

  test('rates all below one are unclear; one above, and all are percent', () => {
    expect(ratesOf(['0.13', '0.09', '0'], 'point')).toBe('unclear')
    expect(ratesOf(['0.5', '13'], 'point')).toBe('percent')
    expect(ratesOf(['13%', ''], 'point')).toBe('percent')
  })

  test('written with either sign and read back, every amount is itself', () => {
    const amounts = fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), { minLength: 1, maxLength: 20 })
    const grouped = (cents: number, thousands: string, sign: string): string => {
      const digits = String(Math.abs(cents)).padStart(3, '0')
      const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousands)
      return `${cents < 0 ? '-' : ''}${whole}${sign}${digits.slice(-2)}`
    }
    fc.assert(
      fc.property(amounts, fc.boolean(), fc.boolean(), (cents, isComma, isGrouped) => {
        const sign = isComma ? ',' : '.'
        const texts = cents.map((value) => grouped(value, isGrouped ? (isComma ? '.' : ',') : '', sign))
        const decimal = decimalOf(texts, isComma ? ';' : ',')
        expect(decimal).toBe(isComma ? 'comma' : 'point')
        expect(texts.map((text) => readFigure(text, { decimal, rates: 'percent' }, 'figure'))).toEqual(
          cents.map((value) => ({ value: expect.closeTo(value / 100, 6) })),
        )
      }),
    )
  })
})

test('what needs nothing to be made plain is read as everything else is', () => {
  const written = fc.stringMatching(/^-?[0-9.,]{0,8}[0-9]%?$/)
  fc.assert(
    fc.property(
      written,
      fc.constantFrom(point, comma, unclear),
      fc.constantFrom('figure' as const, 'rate' as const),
      (text, writing, kind) => {
        // a blank makes no difference to a reader, and sends the text the long way
        expect(readFigure(text, writing, kind)).toEqual(readFigure(` ${text}`, writing, kind))
      },
    ),
  )
})
