import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'

import { creditOutcome } from '@/src/domain/credit/decideCredit'
import { creditStatus } from '@/src/domain/credit/creditStatus'
import { rateCustomer } from '@/src/domain/credit/rating'
import { businessDate } from '@/src/domain/kernel/businessDate'
import { Decimal } from '@/src/domain/kernel/decimal'
import { cumulativePart, splitByWeight } from '@/src/domain/kernel/split'
import { amountBetween } from '@/src/domain/orders/earlierPart'
import { billableQty, openQty, percentFloor } from '@/src/domain/orders/progress'
import { openSchedule } from '@/src/domain/orders/schedule'
import { decideMinimumPrice, netUnitPriceStock } from '@/src/domain/pricing/decideMinimumPrice'
import { margin } from '@/src/domain/pricing/margin'
import { taxLine, type TaxMode, toBase } from '@/src/domain/pricing/taxLine'
import { dueDate, type PaymentTerms } from '@/src/domain/receivables/dueDate'
import { instalments } from '@/src/domain/receivables/instalments'
import { decideAvailability } from '@/src/domain/stock/decideAvailability'
import { type CostState, emptyStock, issueStock, receiveStock } from '@/src/domain/stock/movingAverage'

import { plain, several, type WorkedRow, workedTables } from '../support/workedFigures'

/*
 * The worked figures of docs/rules are computed here by the rules that are in force: a page cannot say what the code does not do.
 */

type Told = Record<string, string>

const cents = (value: Decimal): string => value.toFixed(2)
const listed = (values: readonly Decimal[]): string => values.map(cents).join(' · ')
const of = (row: WorkedRow, head: string): string => plain(row[head] ?? '')

const linePart = (row: WorkedRow) => {
  const amount = of(row, 'gross')
  return { qty: of(row, 'quantity'), gross: amount, net: amount, baseGross: amount, baseNet: amount }
}

/** A date with its quantity in one word: `03-15 60`. */
const dated = (cell: string) =>
  cell.split(' · ').map((entry) => {
    const [day = '', qty = ''] = entry.split(' ')
    return { date: `2026-${day}`, qty }
  })

const terms: Readonly<Record<string, PaymentTerms>> = {
  '30 days': { kind: 'daysAfterInvoice', days: 30 },
  'end of month': { kind: 'endOfMonth' },
  'end of month + 10': { kind: 'endOfMonth', days: 10 },
  'end of next month': { kind: 'endOfNextMonth' },
  prepaid: { kind: 'prepaid' },
}

function moved(state: CostState, movement: string) {
  const receipt = /^in ([\d.]+) at ([\d.]+)$/.exec(movement)
  const issue = /^out ([\d.]+)$/.exec(movement)
  if (receipt) return receiveStock({ state, qty: receipt[1] ?? '', cost: receipt[2] ?? '' })
  if (issue) return issueStock({ state, qty: issue[1] ?? '' })
  throw new Error(`${movement} is no movement`)
}

/** What each table works out, row by row; a table whose rows follow one another takes all of them. */
const computed: Readonly<Record<string, (rows: readonly WorkedRow[]) => Told[]>> = {
  tax: (rows) =>
    rows.map((row) => {
      const line = { mode: of(row, 'mode') as TaxMode, price: of(row, 'price'), qty: of(row, 'quantity'), taxRate: of(row, 'rate') }
      const { gross, net, tax } = taxLine(line)
      return { gross: cents(gross), net: cents(net), tax: cents(tax) }
    }),
  spread: (rows) => rows.map((row) => ({ parts: listed(splitByWeight(of(row, 'total'), several(row['weights'] ?? ''))) })),
  parts: (rows) =>
    rows.map((row) => {
      let [done, already] = [new Decimal(0), new Decimal(0)]
      const amounts = several(row['taken'] ?? '').map((qty) => {
        done = done.plus(qty)
        const part = cumulativePart({ lineTotal: of(row, 'total'), lineQty: of(row, 'quantity'), cumQty: done, already })
        already = already.plus(part)
        return part
      })
      return { amounts: listed(amounts) }
    }),
  'base currency': (rows) =>
    rows.map((row) => {
      const { gross, net, tax } = toBase({ amounts: { gross: of(row, 'gross'), net: of(row, 'net') }, rate: of(row, 'rate') })
      return { 'base gross': cents(gross), 'base net': cents(net), 'base tax': cents(tax) }
    }),
  margin: (rows) =>
    rows.map((row) => {
      const { profit, rate } = margin({ net: of(row, 'net'), cost: of(row, 'cost'), qty: of(row, 'quantity') })
      return { profit: cents(profit), 'rate of profit': rate === null ? '–' : rate.toFixed(4) }
    }),
  'minimum price': (rows) =>
    rows.map((row) => {
      const net = netUnitPriceStock({
        price: of(row, 'price'),
        taxRate: of(row, 'tax'),
        netPrice: 0,
        qty: 1,
        stockQty: of(row, 'pieces'),
        taxMode: of(row, 'mode') as TaxMode,
        headerDiscount: 0,
        exchangeRate: 1,
      })
      const minimum = { value: of(row, 'minimum'), source: 'item' as const }
      const findings = decideMinimumPrice({
        lines: [{ index: 0, item: 'I1', netUnitPriceStock: net, minimum }],
        mode: 'forbid',
        maySellBelow: false,
        seesMinimum: true,
        exempt: false,
      })
      return {
        'net per piece': net.toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toString(),
        answer: findings.length > 0 ? 'breach' : 'passes',
      }
    }),
  cost: (rows) => {
    let state = emptyStock
    return rows.map((row) => {
      const movement = moved(state, row['movement'] ?? '')
      state = movement.state
      const { qty, value, average } = state
      return { value: cents(movement.value), 'quantity left': qty.toString(), worth: cents(value), average: average.toString() }
    })
  },
  available: (rows) =>
    rows.map((row) => {
      const [free, held, required] = [of(row, 'free'), of(row, 'held already'), of(row, 'required')]
      const [finding] = decideAvailability([
        {
          ...{ item: 1, warehouse: 1, batchNo: null, mode: 'control', indexes: [0] },
          ...{ required, availableBefore: free, demandIncrease: new Decimal(required).minus(held) },
        },
      ])
      return { answer: finding ? `refused, available ${String(finding.facts?.['available'])}` : 'passes' }
    }),
  'exposure of orders': (rows) =>
    rows.map((row) => {
      const to = new Decimal(of(row, 'quantity')).minus(of(row, 'short-closed'))
      return { orders: cents(amountBetween({ line: linePart(row), figure: 'baseGross', from: of(row, 'delivered'), to })) }
    }),
  'exposure of deliveries': (rows) =>
    rows.map((row) => {
      const to = new Decimal(of(row, 'quantity')).minus(of(row, 'returned'))
      return { deliveries: cents(amountBetween({ line: linePart(row), figure: 'baseGross', from: of(row, 'invoiced'), to })) }
    }),
  'credit limit': (rows) =>
    rows.map((row) => {
      const { outcome, excess } = creditOutcome({
        ...{ kind: 'customers', id: 1, name: 'C1', control: true, documentRaises: true },
        ...{ limit: of(row, 'limit'), exposureBefore: of(row, 'before'), exposureAfter: of(row, 'after') },
      })
      return { answer: outcome === 'alarm' ? `alarm, ${cents(excess)} too much` : 'passes' }
    }),
  watch: (rows) => rows.map((row) => ({ status: creditStatus({ limit: of(row, 'limit'), exposure: of(row, 'exposure') }) })),
  grade: (rows) =>
    rows.map((row) => {
      const [netSales, daysLate, returnRate, creditDays] = ['net sales', 'days late', 'returns', 'terms'].map((head) => of(row, head))
      const { points, grade, limit } = rateCustomer({
        ...{ netSales: netSales ?? '', daysLate: daysLate ?? '', returnRate: returnRate ?? '', creditDays: creditDays ?? '' },
      })
      return { points: points.toString(), grade, limit: cents(limit) }
    }),
  percent: (rows) => rows.map((row) => ({ shown: String(percentFloor(of(row, 'done'), of(row, 'of'))) })),
  progress: (rows) =>
    rows.map((row) => {
      const line = {
        qty: of(row, 'quantity'),
        delivered: of(row, 'delivered'),
        replaced: of(row, 'replaced'),
        refunded: of(row, 'refunded'),
        invoiced: of(row, 'invoiced'),
        shortClosed: of(row, 'short-closed'),
      }
      return { open: openQty(line).toString(), billable: billableQty(line).toString() }
    }),
  'delivery dates': (rows) =>
    rows.map((row) => {
      const schedule = openSchedule({
        schedule: dated(row['dates'] ?? ''),
        delivered: of(row, 'delivered'),
        shortClosed: of(row, 'short-closed'),
      })
      return { open: schedule.map(({ date, open }) => `${date.slice(5)} ${open.toString()}`).join(' · ') }
    }),
  'due date': (rows) =>
    rows.map((row) => ({ due: dueDate({ terms: terms[row['terms'] ?? ''] ?? null, date: businessDate(of(row, 'invoice date')) }) })),
  instalments: (rows) =>
    rows.map((row) => {
      const parts = several(row['percent'] ?? '').map((percent) => ({ percent, days: 0 }))
      const due = instalments({
        terms: { kind: 'instalments', instalments: parts },
        date: businessDate('2026-01-22'),
        amount: of(row, 'amount'),
      })
      return { instalments: listed(due.map(({ amount }) => amount)) }
    }),
}

/** Worked out by a story on a real database, because SQL works them out. */
const toldByStories: Readonly<Record<string, string>> = { ageing: 'tests/scenarios/receivableReports.spec.ts' }

const tables = workedTables()

test.each(tables.filter(({ name }) => !(name in toldByStories)).map((table) => [table.page, table.name, table] as const))(
  '%s: %s is what the rule says',
  (_page, name, { rows }) => {
    const outcome = computed[name]?.(rows) ?? []
    expect(rows.length).toBeGreaterThan(1)
    expect(outcome.length).toBe(rows.length)
    const stated = rows.map((row, at) =>
      Object.fromEntries(Object.keys(outcome[at] ?? {}).map((head) => [head, (row[head] ?? '').split(' · ').map(plain).join(' · ')])),
    )
    expect(stated).toEqual(outcome)
  },
)

test('every table is worked out somewhere, and once; nothing is worked out that no page tells', () => {
  const names = tables.map(({ name }) => name)
  expect([...names].sort()).toEqual([...Object.keys(computed), ...Object.keys(toldByStories)].sort())
  for (const [name, story] of Object.entries(toldByStories)) expect(readFileSync(story, 'utf8')).toContain(`workedTable('${name}')`)
})

test('every formula has worked figures', () => {
  const pages = [...new Set(tables.map(({ page }) => page))].map((page) => readFileSync(`docs/rules/${page}`, 'utf8')).join('\n')
  const formulas = [...pages.matchAll(/^#+ (F\d+) /gm)].map(([, name]) => name)
  expect(formulas.length).toBe(10)
  expect([...new Set(tables.flatMap(({ formula }) => formula ?? []))].sort()).toEqual(formulas.sort())
})
