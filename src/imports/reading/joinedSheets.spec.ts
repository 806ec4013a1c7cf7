import { expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'

import type { ImportColumn } from '../column'
import { openTable } from './openTable'
import { inMemory, type Source } from './source'

const column = (name: string, en: string, type: ImportColumn['type'] = 'text'): ImportColumn => ({ name, type, label: { zh: en, en } })
const columns = [column('no', 'No.'), column('customer', 'Customer'), column('date', 'Date', 'day'), column('item', 'Item')]
const headColumns = ['no', 'customer', 'date']

type Rows = ReadonlyArray<readonly unknown[]>

async function workbook(sheets: Readonly<Record<string, Rows>>, more: (book: ExcelJS.Workbook) => void = () => undefined): Promise<Source> {
  const book = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]))
  more(book)
  return inMemory(Buffer.from(await book.xlsx.writeBuffer()))
}
const lines = inMemory(Buffer.from('No.,Item\nA1,rivet\nA1,snap\nA2,rivet\n'))
const heads: Rows = [
  ['No.', 'Customer', 'Date'],
  ['A1', 'C1', '2026-01-05'],
  ['A2', 'C2', '2026-01-06'],
]
const open = (second: Source, told = {}) => openTable({ source: lines, heads: second, columns, headColumns, told })
const rowsOf = async ({ rows }: Awaited<ReturnType<typeof open>>) => {
  const all = []
  for await (const portion of rows()) all.push(...portion.map(({ cells }) => Object.values(cells).join(' ')))
  return all
}

test('of a second workbook, too, a sheet is asked for where several might be meant, and the one that is named is read', async () => {
  const [top, ...rest] = heads
  const second = await workbook({
    Cover: [['Sales 2026']],
    Y2025: [top ?? [], ['A1', 'C9', '2025-01-05'], ['A2', 'C9', '2025-01-06']],
    Y2026: heads,
  })
  const unclear = await open(second)
  expect(unclear.questions).toEqual([{ ask: 'headsSheet', column: '', heading: '', sample: 'Y2025, Y2026' }])
  expect([unclear.headsSheet, unclear.headsSheets]).toEqual(['Y2025', ['Cover', 'Y2025', 'Y2026']])
  const told = await open(second, { headsSheet: 'Y2026' })
  expect(told.questions).toEqual([])
  expect(await rowsOf(told)).toEqual(['A1 rivet C1 2026-01-05', 'A1 snap C1 2026-01-05', 'A2 rivet C2 2026-01-06'])
  expect(rest).toHaveLength(2)
})

test('a second file is asked in what letters it is written, by itself', async () => {
  // 鈕釦 in Big5
  const big5 = inMemory(
    Buffer.concat([
      Buffer.from('No.,Customer,Date\nA1,'),
      Buffer.from('b673b3a7a475bc74', 'hex'),
      Buffer.from(',2026-01-05\nA2,C2,2026-01-06\n'),
    ]),
  )
  expect((await open(big5)).questions.map(({ ask }) => ask)).toEqual(['headsEncoding'])
  const told = await open(big5, { headsEncoding: 'big5' })
  expect([told.questions, (await rowsOf(told))[2]]).toEqual([[], 'A2 rivet C2 2026-01-06'])
})

test('what is hidden or wrong in a head is told with its lines, as in a file of lines', async () => {
  const second = await workbook({ Heads: [...heads, ['A3', 'C3', '2026-01-07']] }, (book) => {
    const [sheet] = book.worksheets
    if (!sheet) return
    sheet.getRow(3).hidden = true
    sheet.getCell('B2').value = { error: '#N/A' }
    sheet.getColumn(3).hidden = true
  })
  const { problems } = await open(second)
  expect(problems.map(({ row, column: heading, kind }) => [row, heading, kind])).toEqual([
    [2, 'Customer', 'error'],
    [3, 'Customer', 'error'],
    [4, '', 'hiddenRow'],
    [1, 'Date', 'hiddenColumn'],
  ])
})
