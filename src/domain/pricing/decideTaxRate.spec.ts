import { describe, expect, test } from '@jest/globals'

import { decideTaxRate, type TaxRate } from './decideTaxRate'

describe('tax rate', () => {
  const line = { index: 2, item: 'I1', entered: undefined as TaxRate | undefined, due: 13 as TaxRate, settled: [], mayType: false }
  test.each<[string, Parameters<typeof decideTaxRate>[0], TaxRate, boolean]>([
    ['filled', line, 13, false],
    ['exempt is filled as exempt', { ...line, due: null }, null, false],
    ['the rate that is due may be typed', { ...line, entered: 13 }, 13, false],
    ['another one with the right', { ...line, entered: 0, mayType: true }, 0, true],
    ['exempt with the right', { ...line, entered: null, mayType: true }, null, true],
    ['what stood before stays', { ...line, entered: 9, settled: [9] }, 9, false],
    ['what stood before stays when nothing is entered', { ...line, settled: [9] }, 9, false],
    ['what was quoted stays', { ...line, entered: 6, settled: [undefined, 6] }, 6, false],
    ['back to what is due needs no right', { ...line, entered: 13, settled: [9] }, 13, false],
  ])('%s', (_name, input, taxRate, typed) => {
    expect(decideTaxRate(input)).toEqual({ taxRate, typed, findings: [] })
  })

  const rates: TaxRate[] = [13, 9, 6, 0, null]
  test.each(rates.flatMap((due) => rates.filter((rate) => rate !== due).map((entered) => ({ due, entered }))))(
    'due $due, typed $entered without the right: refused',
    ({ due, entered }) => {
      const { findings } = decideTaxRate({ ...line, due, entered })
      expect(findings).toMatchObject([{ code: 'PRICE_LOCKED', path: 'lines.2.taxRate', facts: { field: 'taxRate', item: 'I1' } }])
    },
  )
})
