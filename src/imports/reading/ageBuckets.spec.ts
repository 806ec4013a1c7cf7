import { expect, test } from '@jest/globals'

import type { ImportColumn } from '../column'
import { dayIn, daysLateOf } from './ageBuckets'
import { openTable } from './openTable'
import { inMemory } from './source'

test.each([
  ['Current', 0],
  ['Not due', 0],
  ['未到期', 0],
  ['1 - 30', 1],
  ['0-30 Days', 0],
  ['逾期31-60天', 31],
  ['61 to 90 days', 61],
  ['61～90天', 61],
  ['91 and over', 91],
  ['> 90', 91],
  ['90+', 91],
  ['Over 120 days', 121],
  ['逾期90天以上', 91],
  ['逾期30天以内', 1],
  ['1-3个月', 30],
  ['Total', null],
  ['2025', null],
  ['Customer 1', null],
  ['单价', null],
] as const)('%s begins with day %s', (heading, late) => expect(daysLateOf(heading)).toBe(late))

test.each([
  [['A/R Ageing Summary', 'As of June 30, 2025'], '2025-06-30'],
  [['截止日期：2025-06-30'], '2025-06-30'],
  [['期间：2025年1月1日 至 2025年6月30日'], '2025-06-30'],
  [['Debtors at 30/06/2025'], '2025-06-30'],
  [['Ageing at 06/07/2025'], null],
  [['Ageing'], null],
])('%s is of %s', (above, day) => expect(dayIn(above)).toBe(day))

const of = (name: string, zh: string, type: ImportColumn['type'], more: Partial<ImportColumn> = {}): ImportColumn => ({
  ...{ name, type, label: { zh, en: name }, required: true },
  ...more,
})
const columns = [
  of('no', '单号', 'text'),
  of('customer', '客户', 'relation'),
  of('date', '日期', 'day'),
  of('dueDate', '到期日', 'day', { required: false }),
  of('amount', '金额', 'figure', { aged: true, also: ['total'] }),
]
const opened = async (text: string, told = {}) => {
  const table = await openTable({ source: inMemory(Buffer.from(text)), columns, headColumns: ['no', 'customer', 'date'], told })
  const rows = []
  for await (const portion of table.rows())
    rows.push(...portion.map(({ cells }) => [cells['customer'], cells['no'], cells['dueDate'], cells['amount']]))
  return { ...table, told: rows }
}
const list = 'Customer,Current,1 - 30,Over 30,Total\nA,"1,000.50",,20,"1,020.50"\nB,,-5,,-5.00\nTotal,"1,000.50",-5,20,"1,015.50"\n'

test('each amount of a list of ageing is a row, due as long before the day of the list; its totals are told as such', async () => {
  const { told, asides, problems } = await opened(`Ageing as of 2025-06-30\n${list}`)
  expect(told).toEqual([
    ['A', 'AR20250630-A-Current', '2025-06-30', '1,000.50'],
    ['A', 'AR20250630-A-Over30', '2025-05-30', '20'],
    ['B', 'AR20250630-B-1-30', '2025-06-29', '-5'],
  ])
  expect([asides.counts.total, problems]).toEqual([1, []])
})

test('without a day of its own it is asked for the date, and a total of a row that its amounts do not come to is told', async () => {
  expect((await opened(list)).columns).not.toContain('date')
  expect((await opened(list, { empty: { date: '2025-12-31' } })).told[2]).toEqual(['B', 'AR20251231-B-1-30', '2025-12-30', '-5'])
  const { problems } = await opened(`Ageing as of 2025-06-30\n${list.replace('"1,020.50"', '"1,021.50"')}`)
  expect(problems.map(({ row, kind }) => [row, kind])).toEqual([
    [3, 'sumDiffers'],
    [3, 'sumDiffers'],
  ])
})

test('what rows are of in rows above them stands in each of them; the innermost counts, totals end it', async () => {
  const sales = [of('no', '单号', 'text'), of('customer', '客户', 'relation'), of('amount', '金额', 'figure', { also: ['amount'] })]
  const text = [
    ...[
      'Sales by customer',
      ',no,memo,amount',
      'Acme',
      'Acme Shop',
      ',1,x,5',
      ',2,x,6',
      'Total Acme Shop,,,11',
      ',3,x,7',
      'Total for Acme,,,18',
    ],
    ...['Beta', ',4,x,1', 'Gamma', ',5,x,2', 'TOTAL,,,21'],
  ].join('\n')
  const table = await openTable({ source: inMemory(Buffer.from(text)), columns: sales, headColumns: ['no', 'customer'] })
  const rows = []
  for await (const portion of table.rows()) rows.push(...portion.map(({ cells }) => `${String(cells['no'])} ${String(cells['customer'])}`))
  expect(rows).toEqual(['1 Acme Shop', '2 Acme Shop', '3 Acme', '4 Beta', '5 Gamma'])
  expect([table.asides.counts.total, table.asides.differs]).toEqual([3, []])
})
