import { expect, test } from '@jest/globals'

import type { GridRow } from '@/src/domain/grid/rows'

import { withMargin } from './marginCells'
import { inPlace } from './useCheck'

const row = (key: string): GridRow => ({ key, values: { item: 1, qty: 1 }, typed: {} })

test('a finding is told at the row it was asked about, though rows before it were not asked or have moved', () => {
  const told = {
    findings: [
      { code: 'INVALID_INPUT' as const, severity: 'error' as const, path: 'lines.1.qty', facts: {} },
      { code: 'INVALID_INPUT' as const, severity: 'error' as const, path: 'customer', facts: {} },
    ],
    lines: [{ price: 1 }, { price: 2 }],
    totals: { netTotal: 1, taxTotal: 2, grossTotal: 3 },
    exchangeRate: 1,
  }
  const checked = inPlace(told, 'lines', [row('a'), row('b')], [row('b'), row('blank'), row('a')])
  expect(checked.findings.map(({ path }) => path)).toEqual(['lines.0.qty', 'customer'])
  expect(checked.lines.get('b')).toEqual({ price: 2 })
  expect(checked.lines.get('blank')).toBeUndefined()
})

test('a line of which the same is told again is the same object, another one is not', () => {
  const asked = [row('a'), row('b')]
  const told = (second: number) => ({
    findings: [],
    lines: [{ price: 1, trace: [] }, { price: second }],
    totals: { netTotal: 1, taxTotal: 2, grossTotal: 3 },
    exchangeRate: 1,
  })
  const before = inPlace(told(2), 'lines', asked, asked).lines
  const now = inPlace(told(3), 'lines', asked, asked, before).lines
  expect(now.get('a')).toBe(before.get('a'))
  expect(now.get('b')).toEqual({ price: 3 })
})

test('a margin and what else is told of its line are one object until one of them is another', () => {
  const [margin, line] = [{ profit: 2 }, { price: 1 }]
  expect(withMargin(margin, line)).toEqual({ profit: 2, price: 1 })
  expect(withMargin(margin, line)).toBe(withMargin(margin, line))
  expect(withMargin(margin, { price: 3 })).toEqual({ profit: 2, price: 3 })
  expect(withMargin(margin, undefined)).toEqual(margin)
})
