import { describe, expect, test } from '@jest/globals'

import { reports } from '..'
import { describeReport } from '../kit/describeReport'
import { readParams } from '../kit/params'
import { openReport, runReport } from '../kit/runReport'
import type { Reader, SourceRow, Viewer } from '../kit/statement'

import { salesAnalysis } from './definition'
import { salesAnalysisQuery, type SalesAnalysisParams } from './query'
import { salesAnalysisShape } from './shape'

const everything: Viewer = {
  scope: { kind: 'all' },
  seeCost: true,
  seeCreditLimit: true,
  seeMinimumPrice: true,
  seePrices: true,
  warehouses: null,
  roles: ['generalManager'],
}
const params: SalesAnalysisParams = {
  by: 'month',
  then: undefined,
  from: undefined,
  to: undefined,
  customer: [],
  item: [],
  salesperson: [],
  department: [],
  customerCategory: [],
  itemCategory: [],
  region: undefined,
  channel: undefined,
  country: undefined,
  province: undefined,
  city: undefined,
  yearBefore: false,
  top: undefined,
  abc: false,
}
const envelope = (more: SourceRow): SourceRow => ({ _rows: 2, _expected: '3200', _tolerance: '0', ...more })
const months: SourceRow[] = [
  { k0: '2026-01', amount: '1000', tax: '130', quantity: '10', cost: '700', uncosted: null, documents: '1' },
  { k0: '2026-02', amount: '2200', tax: '286', quantity: '22', cost: null, uncosted: '2200', documents: '2' },
].map((row) =>
  envelope({
    ...row,
    total_amount: '3200',
    total_tax: '416',
    total_quantity: '32',
    total_cost: '700',
    total_uncosted: '2200',
    total_documents: '3',
  }),
)
const reading = (rows: SourceRow[]): Reader => ({
  rows: () => Promise.resolve(rows),
  batches: async function* () {
    for (const row of rows) yield await Promise.resolve([row])
  },
})
const ask = { report: salesAnalysis, params, viewer: everything, reader: reading(months), language: 'zh', today: '2026-11-23' } as const
const given = (query: string) =>
  readParams({ shape: salesAnalysis.params, given: [...new URLSearchParams(query)], language: 'en' as const, today: '2026-11-23' })

describe('figures of a row', () => {
  test('profit counts the lines whose cost is known: net 100, of it 88.50 costed at 70 → 18.50, 20.9040 %', () => {
    const row = salesAnalysisShape(
      { k0: '2026-01', amount: '100', tax: '13', uncosted: '11.5', cost: '70', documents: '1' },
      { params, language: 'zh' },
    )
    expect(row).toMatchObject({
      month: '2026-01',
      amount: '100',
      gross: '113',
      profit: '18.5',
      margin: '20.904',
      uncosted: '11.5',
      invoices: 1,
    })
  })

  test('an unknown cost is not zero, a margin of nothing is nothing', () => {
    expect(salesAnalysisShape({ amount: '50', cost: null, uncosted: '50' }, { params, language: 'zh' })).toMatchObject({
      cost: null,
      profit: null,
      margin: null,
    })
    expect(salesAnalysisShape({ amount: '0', cost: '0', uncosted: null }, { params, language: 'zh' })).toMatchObject({
      profit: '0',
      margin: null,
    })
  })

  test('change on the year before: 2,200 after 2,000 → 10 %; after a negative year the sign stays right; after nothing none', () => {
    const changeOf = (amount: string, before: string | null) =>
      salesAnalysisShape({ amount, before_amount: before }, { params: { ...params, yearBefore: true }, language: 'zh' })['change']
    expect([changeOf('2200', '2000'), changeOf('100', '-100'), changeOf('100', null)]).toEqual(['10', '200', null])
  })

  test('a customer without name of his own is said to be none', () => {
    const row = salesAnalysisShape(
      { k0: null, salesperson: null, amount: '1' },
      { params: { ...params, by: 'salesperson' }, language: 'en' },
    )
    expect(row).toMatchObject({ salesperson: '(none)', salespersonId: null })
  })
})

describe('a row of what was added up', () => {
  test('says how many it stands for, has no class and opens into all', () => {
    const asked = { ...params, by: 'customer' as const, then: 'month' as const, top: 2 }
    const row = salesAnalysisShape({ k0: null, k1: null, amount: '40', others: '17' }, { params: asked, language: 'zh' })
    expect(row).toMatchObject({ customer: '其余 17 个', customerCode: null, month: null, amount: '40' })
    expect(salesAnalysis.drill?.({ k0: null, others: '17' }, asked)).toEqual({ top: undefined })
  })
})

describe('the answer', () => {
  test('rows, totals and control total as JSON numbers (C-08)', async () => {
    const answer = await runReport(ask)
    expect(answer.rows.map(({ month, amount, margin }) => [month, amount, margin])).toEqual([
      ['2026-01', 1000, 30],
      ['2026-02', 2200, null],
    ])
    expect(answer.totals).toMatchObject({ amount: 3200, tax: 416, gross: 3616, invoices: 3, profit: 300, margin: 30 })
    expect(answer.controlTotal).toMatchObject({ column: 'amount', expected: 3200, actual: 3200, ok: true })
    expect(answer.rowCount).toBe(2)
  })

  test('without the right to see cost its columns and figures are absent, not blank', async () => {
    const answer = await runReport({ ...ask, viewer: { ...everything, seeCost: false } })
    expect(answer.columns.map(({ key }) => key)).toEqual(['month', 'amount', 'tax', 'gross', 'quantity', 'invoices'])
    expect(Object.keys({ ...answer.rows[0], ...answer.totals })).not.toEqual(
      expect.arrayContaining(['cost', 'profit', 'margin', 'uncosted']),
    )
    expect(JSON.stringify(answer)).not.toMatch(/profit|margin|uncosted/)
  })

  test('a total that the headers do not confirm is said to differ', async () => {
    const answer = await runReport({ ...ask, reader: reading(months.map((row) => ({ ...row, _expected: '3200.01' }))) })
    expect(answer.controlTotal.ok).toBe(false)
  })

  test('nothing sold: no rows, totals of nothing', async () => {
    const answer = await runReport({
      ...ask,
      reader: reading([{ _rows: '0', _expected: '0', _tolerance: '0', k0: null, total_amount: null }]),
    })
    expect([answer.rows, answer.rowCount, answer.totals['amount'], answer.controlTotal.ok, answer.chart]).toEqual([[], 0, 0, true, null])
  })

  test('read in portions the rows are the same', async () => {
    const open = await openReport({ ...ask, portion: 1 })
    const keys: unknown[] = []
    for await (const batch of open.batches) keys.push(...batch.map(({ row }) => row['month']))
    expect(keys).toEqual(['2026-01', '2026-02'])
  })

  test('a month opens into its customers', async () => {
    const { drills } = await runReport(ask)
    expect(drills[1]).toEqual({ from: '2026-02-01', to: '2026-02-28', by: 'customer', then: null, top: null, abc: null })
  })
})

describe('parameters', () => {
  test('a good question', () => {
    expect(given('by=customer&then=month&from=2026-01-01&to=2026-12-31&customer=1,2&customer=3&yearBefore=true')).toEqual({
      findings: [],
      params: { ...params, by: 'customer', then: 'month', from: '2026-01-01', to: '2026-12-31', customer: [1, 2, 3], yearBefore: true },
    })
  })

  test.each([
    [
      'by=colour',
      'by',
      'customer, customerCategory, item, itemCategory, salesperson, department, region, channel, country, province, city, month, quarter, year, invoice',
    ],
    ['from=2026-02-30', 'from', 'a date YYYY-MM-DD, or one relative to today such as today-30, month, month-1-end'],
    ['customer=1;drop', 'customer', 'ids of customers, separated by commas; none for those that name none'],
    ['yearBefore=perhaps', 'yearBefore', 'true, false'],
    ['top=0', 'top', 'a whole number from 1 to 1000'],
    ['top=ten', 'top', 'a whole number from 1 to 1000'],
    [
      'form=2026-01-01',
      'form',
      'by, then, from, to, customer, salesperson, department, item, yearBefore, top, abc, customerCategory, region, channel, itemCategory, country, province, city',
    ],
  ])('%s is refused, naming the parameter and what is accepted', (query, field, accepted) => {
    expect(given(query).findings).toMatchObject([{ code: 'INVALID_INPUT', path: field, facts: { field, accepted } }])
  })

  test('what is fine alone and not together', () => {
    const check = (asked: object) => salesAnalysis.check?.({ ...params, ...asked } as never).map(({ path }) => path)
    expect([check({}), check({ then: 'month' }), check({ from: '2026-02-01', to: '2026-01-31' })]).toEqual([[], ['then'], ['to']])
    // months are told in their order, not ranked; two levels have no one order
    expect([check({ top: 3 }), check({ abc: true }), check({ by: 'item', then: 'customer', abc: true })]).toEqual([
      ['top'],
      ['abc'],
      ['abc'],
    ])
    expect(check({ by: 'item', top: 3, abc: true })).toEqual([])
  })

  test('what a person gives never stands in the text of the query', () => {
    const statement = salesAnalysisQuery({
      params: { ...params, from: '2026-01-01', to: '2026-01-31', customer: [4711], item: [4712] },
      scope: { kind: 'own', userId: 4713 },
      today: '2026-11-23',
    })
    expect(statement.text).not.toMatch(/2026|471\d/)
    expect(statement.values).toEqual(expect.arrayContaining(['2026-01-01', '2026-01-31', [4711], [4712], 4713]))
  })

  test('every report is listed with a form that can be drawn', () => {
    for (const report of reports) {
      const { name, title, params: form } = describeReport(report, 'zh')
      expect([name, title].every(Boolean)).toBe(true)
      expect(form.every(({ label, accepted }) => label && accepted)).toBe(true)
    }
  })
})
