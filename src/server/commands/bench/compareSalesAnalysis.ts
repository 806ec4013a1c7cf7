import type { ClientBase } from 'pg'

import type { Row } from '@/reports/kit/defineReport'
import { readParams } from '@/reports/kit/params'
import { runReport } from '@/reports/kit/runReport'
import { salesAnalysis } from '@/reports/sales-analysis/definition'
import type { Comparison, Difference } from '@/src/imports/adventureworks/compareWithOracle'
import { readerOf } from '@/src/imports/staging/readerOf'
import { roundAmount } from '@/src/domain/kernel/money'

type OracleRow = Readonly<Record<string, string | number>>

/** One question put to the report and to the oracle: which rows answer each other, and which columns must agree. */
type Question = {
  oracle: string
  ask: Readonly<Record<string, string>>
  keyOfOracle: (row: OracleRow, people: ReadonlyMap<string, string>) => string
  keyOfReport: (row: Row) => string | null
  /** oracle's measure → the report's column */
  figures: Readonly<Record<string, string>>
  /** The report's first rows must be the oracle's, in its order. */
  ranking?: true
}

const key = (row: OracleRow): string => String(row.key)
const customerCode = (row: OracleRow): string => `AW${String(row.CustomerID).padStart(8, '0')}`
const sale = { orders: 'invoices', SubTotal: 'amount', TaxAmt: 'tax' } as const
const column =
  (name: string) =>
  (row: Row): string | null =>
    row[name] === null ? null : String(row[name])

const year = (value: string): Record<string, string> => ({ from: `${value}-01-01`, to: `${value}-12-31` })

const questions: readonly Question[] = [
  { oracle: 'sales_by_year', ask: { by: 'year' }, keyOfOracle: key, keyOfReport: column('year'), figures: sale },
  { oracle: 'sales_by_month', ask: { by: 'month' }, keyOfOracle: key, keyOfReport: column('month'), figures: sale },
  { oracle: 'sales_by_territory', ask: { by: 'department' }, keyOfOracle: key, keyOfReport: column('department'), figures: sale },
  {
    oracle: 'sales_by_territory_and_year',
    ask: { by: 'department', then: 'year' },
    keyOfOracle: key,
    keyOfReport: (row) => `${String(row.department)}|${String(row.year)}`,
    figures: sale,
  },
  {
    // The report names people; the oracle puts its number before the name. Sales without a person are not in the oracle.
    oracle: 'sales_by_salesperson',
    ask: { by: 'salesperson' },
    keyOfOracle: (row) => key(row).replace(/^\d+ /, ''),
    keyOfReport: (row) => (row.salespersonId === null ? null : String(row.salesperson)),
    figures: sale,
  },
  {
    oracle: 'sales_by_salesperson_and_year',
    ask: { by: 'salesperson', then: 'year' },
    keyOfOracle: (row, people) => {
      const [person = '', of = ''] = key(row).split('|')
      return `${people.get(person) ?? person}|${of}`
    },
    keyOfReport: (row) => (row.salespersonId === null ? null : `${String(row.salesperson)}|${String(row.year)}`),
    figures: sale,
  },
  {
    oracle: 'sales_by_channel',
    ask: { by: 'channel' },
    keyOfOracle: (row) => (['1', 'true', 'True'].includes(key(row)) ? 'Online' : 'Salesperson'),
    keyOfReport: column('channel'),
    figures: sale,
  },
  { oracle: 'sales_by_country_group', ask: { by: 'region' }, keyOfOracle: key, keyOfReport: column('region'), figures: sale },
  {
    oracle: 'top_20_customers_by_SubTotal',
    ask: { by: 'customer' },
    keyOfOracle: customerCode,
    keyOfReport: column('customerCode'),
    figures: { orders: 'invoices', SubTotal: 'amount' },
    ranking: true,
  },
  ...['2012', '2013'].map((of): Question => ({
    oracle: `top_10_customers_${of}`,
    ask: { by: 'customer', ...year(of) },
    keyOfOracle: customerCode,
    keyOfReport: column('customerCode'),
    figures: { orders: 'invoices', SubTotal: 'amount' },
    ranking: true,
  })),
  {
    oracle: 'top_20_products_by_amount',
    ask: { by: 'item' },
    keyOfOracle: (row) => String(row.ProductNumber),
    keyOfReport: column('itemCode'),
    figures: { LineTotal: 'amount', units: 'quantity' }, // by item the report counts lines, not orders
    ranking: true,
  },
  {
    oracle: 'sales_by_subcategory',
    ask: { by: 'itemCategory' },
    keyOfOracle: (row) => String(row.subcategory),
    keyOfReport: column('itemCategory'),
    figures: { LineTotal: 'amount', units: 'quantity' },
  },
  {
    oracle: 'gross_margin_by_year',
    ask: { by: 'year' },
    keyOfOracle: (row) => String(row.year),
    keyOfReport: column('year'),
    figures: { cost: 'cost' },
  },
]

const cents = (value: string | number | null | undefined): string => roundAmount(value ?? 0).toFixed(2)

async function answer({ client, ask }: { client: ClientBase; ask: Readonly<Record<string, string>> }) {
  const { params, findings } = readParams({ shape: salesAnalysis.params, given: Object.entries(ask), language: 'en', today: '2026-11-23' })
  if (findings.length > 0) throw new Error(`sales-analysis does not accept ${JSON.stringify(findings)}`)
  return runReport({
    report: salesAnalysis,
    params,
    viewer: {
      scope: { kind: 'all' },
      seeCost: true,
      seeCreditLimit: true,
      seeMinimumPrice: true,
      seePrices: true,
      warehouses: null,
      roles: ['generalManager'],
    },
    reader: readerOf(client),
    language: 'en',
    today: '2026-01-01',
  })
}

/** The number of each salesperson and his name, as the oracle writes them beside each other. */
function namesOf(oracle: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const { rows = [] } = oracle['sales_by_salesperson'] as { rows?: OracleRow[] }
  return new Map(rows.map((row) => [key(row).split(' ')[0] ?? '', key(row).replace(/^\d+ /, '')]))
}

async function compareQuestion({
  client,
  oracle,
  question,
}: {
  client: ClientBase
  oracle: Readonly<Record<string, unknown>>
  question: Question
}): Promise<Comparison> {
  const found = oracle[question.oracle] as { rows?: OracleRow[] } | OracleRow[] | undefined
  const expected = Array.isArray(found) ? found : found?.rows
  if (!expected) throw new Error(`The oracle holds no ${question.oracle}`)
  const { rows, controlTotal } = await answer({ client, ask: question.ask })
  const set = `sales-analysis ${question.oracle}`
  const named = rows.flatMap((row) => {
    const rowKey = question.keyOfReport(row)
    return rowKey === null ? [] : [{ rowKey, row }]
  })
  const answered = new Map(named.map(({ rowKey, row }, place) => [rowKey, { row, place }]))
  const differences: Difference[] = []
  const people = namesOf(oracle)
  expected.forEach((row, place) => {
    const rowKey = question.keyOfOracle(row, people)
    const reported = answered.get(rowKey)
    if (question.ranking && reported && reported.place !== place) {
      differences.push({ set, key: rowKey, measure: 'rank', oracle: String(place + 1), books: String(reported.place + 1) })
    }
    for (const [measure, name] of Object.entries(question.figures)) {
      const [wanted, shown] = [cents(row[measure]), reported ? cents(reported.row[name]) : null]
      if (wanted !== shown) differences.push({ set, key: rowKey, measure, oracle: wanted, books: shown })
    }
  })
  if (!question.ranking && named.length !== expected.length) {
    differences.push({ set, key: 'rows', measure: 'count', oracle: String(expected.length), books: String(named.length) })
  }
  if (!controlTotal.ok) {
    differences.push({
      set,
      key: 'control total',
      measure: controlTotal.label,
      oracle: String(controlTotal.expected),
      books: String(controlTotal.actual),
    })
  }
  return { set, keys: expected.length, figures: expected.length * Object.keys(question.figures).length, differences }
}

/** Asks the report `sales-analysis` what the oracle states and names every figure that is not the same to the cent. */
export async function compareSalesAnalysis({
  client,
  oracle,
}: {
  client: ClientBase
  oracle: Readonly<Record<string, unknown>>
}): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const question of questions) comparisons.push(await compareQuestion({ client, oracle, question }))
  return comparisons
}
