import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { chartOption } from './chart'
import { chartWords } from './chartWords'
import { col } from './columns'

const columns = [
  col.text('month', { zh: '月份', en: 'Month' }),
  col.money('amount', { zh: '金额', en: 'Amount' }),
  col.percent('rate', { zh: '准时率', en: 'On time' }),
]
const saysOf = (values: readonly (number | null)[], key = 'amount', language: 'zh' | 'en' = 'en'): string[] => {
  const rows = values.map((value, at) => ({ month: `2026-0${at + 1}`, [key]: value === null ? null : String(value) }))
  const option = chartOption({ plan: { category: 'month', over: 'time', measures: [key] }, rows, columns, language, title: '' })
  return option ? chartWords({ option, columns, language }) : []
}

test.each([
  [[100, 98, 97], 'amount', 'en', ['Amount: highest 2026-01 with 100.00, lowest 2026-03 with 97.00, 3.0 % apart']],
  [[100, 98, 97], 'amount', 'zh', ['金额：最高 2026-01 100.00，最低 2026-03 97.00，相差 3.0 %']],
  [[97.5, 95], 'rate', 'en', ['On time: highest 2026-01 with 97.5 %, lowest 2026-02 with 95 %, 2.5 points apart']],
  [
    [1_000_000, 1_000_000.01],
    'amount',
    'en',
    ['Amount: highest 2026-02 with 1,000,000.01, lowest 2026-01 with 1,000,000.00, 0.000 % apart'],
  ],
  [[-100, -95], 'amount', 'en', ['Amount: highest 2026-02 with -95.00, lowest 2026-01 with -100.00, 5.0 % apart']],
  [[50, 50], 'amount', 'en', ['Amount: all alike, 50.00']],
  [[100, 50], 'amount', 'en', []],
  [[1, -1], 'amount', 'en', []],
  [[0, 0], 'amount', 'en', []],
  [[100, null], 'amount', 'en', []],
  [[100], 'amount', 'en', []],
] as const)('%j of %s in %s', (values, key, language, says) => {
  expect(saysOf(values, key, language)).toEqual(says)
})

test('property: whatever looks alike is said, whatever does not is left to the eye', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 9 }), (values) => {
      const [high, low] = [Math.max(...values), Math.min(...values)]
      expect(saysOf(values).length).toBe(high - low < high * 0.1 ? 1 : 0)
    }),
  )
})
