import { expect, test } from '@jest/globals'

import type { GridRow } from '@/src/domain/grid/rows'

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
  }
  const checked = inPlace(told, [row('a'), row('b')], [row('b'), row('blank'), row('a')])
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
  })
  const before = inPlace(told(2), asked, asked).lines
  const now = inPlace(told(3), asked, asked, before).lines
  expect(now.get('a')).toBe(before.get('a'))
  expect(now.get('b')).toEqual({ price: 3 })
})
