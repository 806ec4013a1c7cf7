import { PassThrough } from 'node:stream'

import { describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'

import { chartOption } from '../chart'
import { col } from '../columns'
import type { Row } from '../defineReport'
import type { OpenReport } from '../runReport'

import { letterOf } from './cells'
import { writeWorkbook } from './writeWorkbook'

const title = { zh: '销售分析', en: 'Sales analysis' }
const columns = [
  col.customer('customer', { zh: '客户', en: 'Customer' }),
  col.date('day', { zh: '日期', en: 'Date' }),
  col.money('amount', { zh: '金额', en: 'Amount' }),
  col.money('profit', { zh: '毛利', en: 'Profit' }),
  col.percent(
    'margin',
    { zh: '毛利率', en: 'Margin' },
    { total: { formula: (cell) => `IF(${cell('amount')}=0,"",${cell('profit')}/${cell('amount')})` } },
  ),
]
const nasty = ['=1+1', '+86 755 1234', '-cmd|calc', '@SUM(A1)', '\t=2+2', '\r=3+3', '=HYPERLINK("http://x","y")', 'a<b>&"c"\u0007']
const rows: Row[] = nasty.map((customer, at) => ({
  customer,
  day: '2026-11-23',
  amount: `${100 + at}.005`,
  profit: '10.5',
  margin: '10.5',
}))

const asked = [{ name: 'from', label: '开始日期', value: '2026-01-01' }]

const reportOf = (given: Row[], foldBy?: string, stated = asked): OpenReport => ({
  ...(foldBy ? { foldBy } : {}),
  name: 'sales-analysis',
  title: title.zh,
  stated,
  columns,
  asked: {},
  rowCount: given.length,
  totals: { amount: '828.04', profit: '84', margin: '10.1444' },
  controlTotal: { column: 'amount', label: '表头', expected: 828.04, actual: 828.04, ok: true },
  batches: (async function* () {
    for (const row of given) yield await Promise.resolve([{ source: {}, row }])
  })(),
  chart: (kept) =>
    chartOption({
      plan: { category: 'customer', over: 'ranking', measures: ['amount'] },
      rows: kept,
      columns,
      language: 'zh',
      title: title.zh,
    }),
})

async function written(given: Row[], foldBy?: string, stated = asked): Promise<ExcelJS.Workbook> {
  const out = new PassThrough()
  const chunks: Buffer[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk))
  await writeWorkbook({
    report: reportOf(given, foldBy, stated),
    out,
    language: 'zh',
    preparedFor: '林晓梅',
    generatedAt: '2026-11-23 18:00:00 (Asia/Shanghai)',
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.concat(chunks) as never)
  return book
}

describe('the workbook, opened again', () => {
  test('says what it is, what was asked, how many rows and when', async () => {
    const sheet = (await written(rows)).worksheets[1] as ExcelJS.Worksheet
    expect([1, 2, 3].map((row) => sheet.getCell(`A${row}`).value)).toEqual([
      '销售分析',
      '条件: 开始日期 2026-01-01',
      '行数: 8 · 生成时间: 2026-11-23 18:00:00 (Asia/Shanghai)',
    ])
    expect(sheet.getRow(5).values).toEqual([undefined, '客户', '日期', '金额', '毛利', '毛利率'])
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 5, xSplit: 2 })
    expect(sheet.autoFilter).toBe('A5:E13')
    expect(sheet.getColumn(1).width).toBe(36)
    // every printed page says what its rows and columns are
    expect(sheet.pageSetup).toMatchObject({ printTitlesRow: '5:5', printTitlesColumn: 'A:B', fitToWidth: 1 })
  })

  test('the cover says what was asked, by whom and when, and that it agrees with the books', async () => {
    const cover = (await written(rows)).worksheets[0] as ExcelJS.Worksheet
    const told = cover.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []))
    expect(told).toEqual([
      ['销售分析'],
      ['编制', '林晓梅'],
      ['生成时间', '2026-11-23 18:00:00 (Asia/Shanghai)'],
      ['行数', 8],
      ['条件: 开始日期', '2026-01-01'],
      ['控制合计', '表头'],
      ['账面', 828.04],
      ['本表合计', 828.04],
      ['核对', '一致'],
    ])
  })

  test('a long filter does not run into its value on the cover', async () => {
    const label = 'Compare with the year before and after'
    const cover = (await written(rows, undefined, [{ name: 'yearBefore', label, value: 'yes' }])).worksheets[0] as ExcelJS.Worksheet
    expect(cover.getColumn(1).width).toBeGreaterThan(`条件: ${label}`.length)
  })

  test('groups fold, each with its subtotal, which the total leaves out', async () => {
    const two = ['甲', '甲', '乙'].map((customer, at): Row => ({
      customer,
      day: '2026-11-23',
      amount: `${at + 1}.10`,
      profit: '0',
      margin: null,
    }))
    const sheet = (await written(two, 'customer')).worksheets[1] as ExcelJS.Worksheet
    const shown = [6, 7, 8, 9, 10, 11].map((row) => [
      sheet.getCell(`A${row}`).value,
      sheet.getRow(row).outlineLevel,
      sheet.getCell(`C${row}`).value,
    ])
    expect(shown).toEqual([
      ['甲', 1, 1.1],
      ['甲', 1, 2.1],
      ['甲 小计', 0, { formula: 'SUBTOTAL(109,C6:C7)', result: 3.2 }],
      ['乙', 1, 3.1],
      ['乙 小计', 0, { formula: 'SUBTOTAL(109,C9:C9)', result: 3.1 }],
      ['合计', 0, { formula: 'SUBTOTAL(109,C6:C10)', result: 828.04 }],
    ])
  })

  test('cells are typed and formatted, figures exact', async () => {
    const sheet = (await written(rows)).worksheets[1] as ExcelJS.Worksheet
    expect(sheet.getCell('B6').value).toEqual(new Date('2026-11-23T00:00:00Z'))
    expect([sheet.getCell('C6').value, sheet.getCell('E6').value]).toEqual([100.005, 0.105])
    expect([sheet.getCell('A6').numFmt, sheet.getCell('B6').numFmt, sheet.getCell('E6').numFmt]).toEqual([
      '@',
      'yyyy-mm-dd',
      '0.00%;[Red]-0.00%',
    ])
    expect(sheet.getCell('C6').numFmt).toContain('#,##0.00')
  })

  test('totals are formulas that show their result in any viewer', async () => {
    const sheet = (await written(rows)).worksheets[1] as ExcelJS.Worksheet
    expect(sheet.getCell('A14').value).toBe('合计')
    expect(sheet.getCell('C14').value).toEqual({ formula: 'SUBTOTAL(109,C6:C13)', result: 828.04 })
    expect(sheet.getCell('E14').value).toEqual({ formula: 'IF(C14=0,"",D14/C14)', result: 0.101444 })
    expect(String(sheet.getCell('A16').value)).toContain('一致')
  })

  test('a text that looks like a formula stays the text it is', async () => {
    const sheet = (await written(rows)).worksheets[1] as ExcelJS.Worksheet
    for (const [at, text] of nasty.entries()) {
      const cell = sheet.getCell(`A${6 + at}`)
      expect(cell.type).toBe(ExcelJS.ValueType.String)
      expect(cell.formula).toBeUndefined()
      // XML knows no bell, and a carriage return reads back as a new line
      expect(String(cell.value).replace('\n', '\r').trim()).toBe(text.replace('\u0007', '').trim())
    }
  })

  test('the chart stands on a sheet of its own, as a picture', async () => {
    const book = await written(rows)
    const sheet = book.getWorksheet('图表') as ExcelJS.Worksheet
    const [image] = sheet.getImages()
    const png = book.getImage(Number(image?.imageId)).buffer as unknown as Uint8Array
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG')
    expect(png.byteLength).toBeGreaterThan(5000)
  })

  test('nothing sold is a workbook too, without formulas over no rows and without chart', async () => {
    const book = await written([])
    expect(book.worksheets).toHaveLength(2)
    expect(book.worksheets[1]?.getCell('C6').formula).toBeUndefined()
  })

  test('a reader who goes away ends the writing', async () => {
    const out = new PassThrough()
    out.destroy()
    await expect(writeWorkbook({ report: reportOf(rows), out, language: 'zh', preparedFor: '', generatedAt: '' })).rejects.toThrow('gone')
  })
})

test('columns have letters', () => {
  expect([1, 26, 27, 52, 703].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA'])
})
