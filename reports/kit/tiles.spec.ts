import { expect, test } from '@jest/globals'

import { reports } from '@/reports'
import { readParams } from './params'
import type { ReportAnswer } from './runReport'

import { tiles } from './tiles'

const today = '2026-11-29'
const answer = (more: Partial<ReportAnswer>): ReportAnswer => ({
  name: '',
  title: '',
  params: [],
  columns: [],
  rows: [],
  totals: {},
  rowCount: 0,
  controlTotal: { column: '', label: '', expected: 0, actual: 0, ok: true },
  chart: null,
  chartSays: [],
  drills: [],
  ...more,
})
const tile = (name: string) => tiles.find((one) => one.name === name)!

const questions = tiles.flatMap(({ name, report, asks, trend }) => [
  [name, report, asks(today)],
  [`${name}, trend`, trend.report, trend.asks(today)],
])

test.each(questions)('%s asks a report that is there what it understands: %s', (_name, report = '', query = '') => {
  const asked = reports.find((one) => one.name === report)!
  const { params, findings } = readParams({ shape: asked.params, given: new URLSearchParams(query), language: 'en', today })
  expect([findings, asked.check?.(params) ?? []]).toEqual([[], []])
})

test('whoever is shown a figure may ask what its trend is told by', () => {
  const rightsOf = (name: string) => reports.find((one) => one.name === name)!.rights
  const blind = tiles.flatMap(({ name, report, waits, trend }) =>
    (waits?.roles ?? rightsOf(report)).flatMap((role) => (rightsOf(trend.report).includes(role) ? [] : [`${name} ${role}`])),
  )
  expect(blind).toEqual(['book warehouse']) // the order book is money; a keeper of goods sees its lines only
})

test('orders of this month stand beside those of the same month a year ago; a month without orders is 0', () => {
  const rows = [
    { name: '2025-11', net: 80 },
    { name: '2026-10', net: 50 },
    { name: '2026-11', net: 120.5 },
  ]
  expect(tile('intake').asks(today)).toBe('by=month&from=2025-11-01&to=2026-11-29')
  expect(tile('intake').figure(answer({ rows, totals: { net: 250.5 } }), today)).toMatchObject({
    value: 120.5,
    beside: { value: 80 },
  })
  const trend = tile('intake').trend.values(answer({ rows }), today)
  expect([trend.length, trend[0], trend[1], trend.at(-2), trend.at(-1)]).toEqual([13, 80, 0, 50, 120.5])
  expect(tile('intake').figure(answer({ totals: { net: 0 } }), today)).toMatchObject({ value: 0, beside: { value: 0 } })
})

test('overdue receivables are marked; a total that one may not see is no tile', () => {
  const totals = { total: 1000, notDue: 400, d1: 500, d2: 150, d3: 0, d4: 0, d5: 0, onAccount: -50 }
  expect(tile('receivables').figure(answer({ totals }), today)).toMatchObject({ value: 1000, beside: { value: 650, late: true } })
  expect(tile('book').figure(answer({ totals: { open: 3 } }), today)).toBeNull()
})
