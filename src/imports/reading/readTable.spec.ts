import { describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'

import { readTable } from './readTable'
import { inMemory } from './source'
import { tooLarge } from './unpackedSize'

const headings = { item: 'item', 品号: 'item', qty: 'qty', 数量: 'qty', price: 'price', 单价: 'price', taxRate: 'taxRate', 税率: 'taxRate' }
const kind = { headings, figures: ['qty', 'price'], rates: ['taxRate'] }

const workbook = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('订单'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('a workbook is read as it is seen', () => {
  test('percent formats, digits beyond the fifteenth, whole rows of nothing', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['品号', '数量', '单价', '税率'])
      sheet.addRow(['R-1', 2, 3.3000000000000003, 0.13]).getCell(4).numFmt = '0%'
      sheet.addRow([])
      sheet.addRow(['R-2', 1, 4, 9])
    })
    const { rows, problems } = await readTable({ bytes, ...kind })
    expect(problems).toEqual([])
    expect(rows).toEqual([
      { row: 2, cells: { item: 'R-1', qty: '2', price: '3.3', taxRate: '13%' } },
      { row: 4, cells: { item: 'R-2', qty: '1', price: '4', taxRate: '9' } },
    ])
  })

  test('errors, formulas without result, hidden rows and columns, a heading twice are told by place', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['品号', '数量', '单价', 'qty'])
      sheet.addRow(['R-1', 2, { error: '#N/A' }])
      sheet.addRow(['R-2', { formula: 'B2*2' }, 1])
      sheet.addRow(['R-3', 1, 1]).hidden = true
      sheet.getColumn(3).hidden = true
    })
    const { problems } = await readTable({ bytes, ...kind })
    expect(problems.map(({ row, column, kind: what }) => [row, column, what])).toEqual([
      [1, '单价', 'hiddenColumn'],
      [1, 'qty', 'doubleHeading'],
      [2, '单价', 'error'],
      [3, '数量', 'noResult'],
      [4, '', 'hiddenRow'],
    ])
  })

  test('the sender says what is to become of hidden rows', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['品号', '数量'])
      sheet.addRow(['R-1', 1])
      sheet.addRow(['R-2', 1]).hidden = true
    })
    const items = async (hidden: 'take' | 'skip') =>
      (await readTable({ bytes, ...kind, told: { hidden } })).rows.map(({ cells }) => cells['item'])
    expect(await items('take')).toEqual(['R-1', 'R-2'])
    expect(await items('skip')).toEqual(['R-1'])
  })

  test('a second sheet with content is named, hidden sheets are none', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.addRow(['品号', '数量'])
      book.addWorksheet('更多').addRow(['品号'])
      book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['品号'])
    })
    expect((await readTable({ bytes, ...kind })).others).toEqual(['更多'])
  })
})

describe('texts', () => {
  const table = '品号,数量,单价\nR-1,2,1.5\n'
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16 LE with mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')])],
    ['UTF-16 LE without mark', Buffer.from(table, 'utf16le')],
    ['UTF-16 BE without mark', Buffer.from(table, 'utf16le').swap16()],
    ['GBK', Buffer.concat([Buffer.from([0xc6, 0xb7, 0xba, 0xc5]), Buffer.from(',qty,price\nR-1,2,1.5\n')])],
    ['tabs', Buffer.from(table.replaceAll(',', '\t'))],
    ['semicolons and old line ends', Buffer.from(table.replaceAll(',', ';').replaceAll('\n', '\r'))],
    ['full-width headings', Buffer.from('ＩＴＥＭ,ｑｔｙ,price\nR-1,2,1.5')],
  ])('%s', async (_name, bytes) => {
    expect((await readTable({ bytes, ...kind })).rows).toEqual([{ row: 2, cells: { item: 'R-1', qty: '2', price: '1.5' } }])
  })

  test('quoted cells keep separators, quotes and line ends', async () => {
    const bytes = Buffer.from('item,qty\n"a ""b"", c\nd",5\n')
    expect((await readTable({ bytes, ...kind })).rows).toEqual([{ row: 2, cells: { item: 'a "b", c\nd', qty: '5' } }])
  })

  test('a quote that never ends is no table', async () => {
    await expect(readTable({ bytes: Buffer.from('item,qty\n"a,5\nb,6\n'), ...kind })).rejects.toThrow()
  })

  test('how figures are written is told by the whole file, or asked', async () => {
    const writing = async (text: string) => (await readTable({ bytes: Buffer.from(text), ...kind })).writingOf('price')
    expect(await writing('item;price;qty\nR;1,5;9,95')).toEqual({ decimal: 'comma', rates: 'percent' })
    expect(await writing('item,price,qty\nR,"1,5",1.5')).toEqual({ decimal: 'unclear', rates: 'percent' })
    const told = await readTable({ bytes: Buffer.from('item,price\nR,"1,5"'), ...kind, told: { decimal: 'point' } })
    expect(told.writingOf('price').decimal).toBe('point')
  })
})

test('a workbook that unpacks to too much is told before it is read', async () => {
  const bytes = await workbook((sheet) => {
    for (let row = 0; row < 300; row += 1) sheet.addRow(['R', row, 'x'.repeat(50)])
  })
  const asked = (given: Buffer, most: Parameters<typeof tooLarge>[1] = {}) => tooLarge(inMemory(given), most)
  expect(await asked(bytes)).toBeNull()
  expect(await asked(bytes, { bytes: 1000 })).toEqual({ what: 'bytes', most: 1000 })
  expect(await asked(bytes, { rows: 299 })).toEqual({ what: 'rows', most: 299 })
  expect(await asked(bytes, { cells: 899 })).toEqual({ what: 'cells', most: 899 })
  expect(await asked(bytes, { parts: 50 })).toEqual({ what: 'parts', most: 50 })
  // however a cell begins, it is one, also where the text was cut while it was unpacked
  const zip = await JSZip.loadAsync(bytes)
  for (const cell of ['<c/>', '<c><v>1</v></c>', '<c\n r="A1"/>', '<c\tr="A1"/>', '<x:c r="A1"/>']) {
    zip.file('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${`<row>${cell.repeat(10)}</row>`.repeat(9000)}</sheetData></worksheet>`)
    const spoilt = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
    expect(await asked(spoilt, { cells: 89_999 })).toEqual({ what: 'cells', most: 89_999 })
    expect(await asked(spoilt, { cells: 90_000, rows: 9000 })).toBeNull()
  }
})

test('a cell or a block that stands beyond any table is not filled up to: it is a broken workbook, or nothing where it holds nothing', async () => {
  const whole = await JSZip.loadAsync(await workbook((sheet) => sheet.addRow(['R', 1])))
  const withSheet = async (rows: string, after = ''): Promise<Buffer> => {
    const head = '<row r="1"><c r="A1" t="inlineStr"><is><t>item</t></is></c><c r="B1" t="inlineStr"><is><t>qty</t></is></c></row>'
    whole.file('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${head}${rows}</sheetData>${after}</worksheet>`)
    return whole.generateAsync({ type: 'nodebuffer' })
  }
  const read = async (bytes: Buffer) => (await readTable({ bytes, ...kind })).rows.length
  const row = '<row r="2"><c r="A2" t="inlineStr"><is><t>R-1</t></is></c><c r="B2"><v>5</v></c>'
  expect(await read(await withSheet(`${row}<c r="XFD2" s="0"/></row>`))).toBe(1)
  await expect(read(await withSheet(`${row}<c r="XFD2"><v>1</v></c></row>`))).rejects.toThrow('1024')
  await expect(read(await withSheet(`${row}<c r="ZZZZZZZZZ2"><v>1</v></c></row>`))).rejects.toThrow('1024')
  await expect(read(await withSheet(`${row}<c r="2"><v>1</v></c></row>`))).rejects.toThrow('1024')
  const joined = (ref: string) => `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`
  expect(await read(await withSheet(`${row}</row>`, joined('B2:ZZZZZZZ2')))).toBe(1)
  await expect(read(await withSheet(`${row}</row>`, joined('C3:C999999999')))).rejects.toThrow('shown as one')
})
