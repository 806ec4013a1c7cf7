import { describe, expect, test } from '@jest/globals'

import { decideExchangeRate, type FixedRate } from './decideExchangeRate'

const listed = { rate: '7.1', date: '2026-03-01' }
const stored: FixedRate = { currency: 'USD', date: '2026-03-05', rate: 7.1, typed: false }
const usd = { currency: 'USD', baseCurrency: 'CNY', date: '2026-03-05', entered: null, stored: null, listed, mayType: false }
const base = { ...usd, currency: 'CNY', listed: null }
const codes = (input: Parameters<typeof decideExchangeRate>[0]) => decideExchangeRate(input).findings.map(({ code }) => code)

describe('exchange rate', () => {
  test.each<[string, Parameters<typeof decideExchangeRate>[0], number, boolean]>([
    ['base currency is 1', base, 1, false],
    ['base currency, 1 typed', { ...base, entered: 1 }, 1, false],
    ['base currency after another one: its rate goes', { ...base, entered: 7.1, stored }, 1, false],
    ['filled from the list', usd, 7.1, false],
    ['the listed rate typed is no typed rate', { ...usd, entered: '7.100000' }, 7.1, false],
    [
      'fixed while date and currency stay, whatever the list says now',
      { ...usd, entered: 7.1, stored, listed: { ...listed, rate: 9 } },
      7.1,
      false,
    ],
    [
      'another date: the list of that day',
      { ...usd, date: '2026-04-01', entered: 7.1, stored, listed: { ...listed, rate: 7.2 } },
      7.2,
      false,
    ],
    ['another currency: its own rate', { ...usd, currency: 'EUR', entered: 7.1, stored, listed: { ...listed, rate: 7.9 } }, 7.9, false],
    ['typed with the right', { ...usd, entered: 6.5, mayType: true }, 6.5, true],
    ['typed with the right where the list knows none', { ...usd, listed: null, entered: 6.5, mayType: true }, 6.5, true],
    ['a typed rate stands when others save', { ...usd, entered: 6.5, stored: { ...stored, rate: 6.5, typed: true } }, 6.5, true],
    ['cleared: back to the list', { ...usd, stored: { ...stored, rate: 6.5, typed: true } }, 7.1, false],
  ])('%s', (_name, input, rate, typed) => {
    const chosen = decideExchangeRate(input)
    expect([chosen.rate, chosen.typed]).toEqual([rate, typed])
    expect(chosen.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(chosen.findings.some(({ code }) => code === 'EXCHANGE_RATE_TYPED')).toBe(typed)
  })

  test.each([0.1, 2, 100, 0.999999])('base currency at %s is refused, with or without the right', (entered) => {
    expect(codes({ ...base, entered })).toEqual(['INVALID_INPUT'])
    expect(codes({ ...base, entered, mayType: true })).toEqual(['INVALID_INPUT'])
  })

  test('no listed rate is never taken as 1', () => expect(codes({ ...usd, listed: null })).toEqual(['EXCHANGE_RATE_UNKNOWN']))

  test.each([1, 0.1, 100, 7.100001])('%s typed without the right is refused, saying what is listed', (entered) => {
    const [finding] = decideExchangeRate({ ...usd, entered }).findings
    expect(finding).toMatchObject({ code: 'PRICE_LOCKED', path: 'exchangeRate', facts: { value: entered, due: 7.1 } })
  })
})
