import { describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { saysTotal } from './asides'

import type { ImportColumn } from '../column'
import { openTable } from './openTable'
import { inMemory } from './source'

const one = (name: string, zh: string, en: string, type: ImportColumn['type'], required = false): ImportColumn => ({
  name,
  label: { zh, en },
  type,
  required,
})
const sales: readonly ImportColumn[] = [
  one('no', '发票号', 'Invoice', 'text', true),
  one('customer', '客户', 'Customer', 'relation', true),
  one('date', '日期', 'Date', 'day', true),
  one('item', '品号', 'Item', 'relation', true),
  one('qty', '数量', 'Qty', 'figure', true),
  one('price', '单价', 'Price', 'figure'),
  one('net', '金额', 'Amount', 'figure'),
]
const headColumns = ['no', 'customer', 'date']
const masters: readonly ImportColumn[] = [
  one('code', '编码', 'Code', 'text', true),
  one('name', '名称', 'Name', 'text', true),
  one('limit', '信用额度', 'Limit', 'figure'),
]
const openText = (lines: readonly string[], columns: readonly ImportColumn[] = sales, asides?: 'take') =>
  openTable({
    source: inMemory(Buffer.from(lines.join('\n'))),
    columns,
    headColumns: columns === sales ? headColumns : [],
    told: asides ? { asides } : {},
  })
const taken = async (table: Awaited<ReturnType<typeof openText>>): Promise<number[]> => {
  const rows: number[] = []
  for await (const portion of table.rows()) rows.push(...portion.map(({ row }) => row))
  return rows
}
const first = ({ asides }: Awaited<ReturnType<typeof openText>>) => asides.first.map(({ row, kind }) => [row, kind])

describe('what stands among the rows of a list', () => {
  test('subtotals, totals, pages, headings once more and notes are told as what they are; totals are held against the rows', async () => {
    const table = await openText([
      '销售明细表',
      '日期：2026-01,,,,,,',
      '发票号,客户,日期,品号,数量,单价,金额',
      'A-1,蓝鲸,2026-01-02,R-1,10,2,20',
      ',,,R-2,5,3,15',
      ',蓝鲸 小计,,,15,,35',
      '',
      'A-2,红豆,2026-01-03,R-1,1,2,2',
      ',红豆,小计,,1,,3',
      '第 1 页 共 2 页,,,,,,',
      '销售明细表',
      '发票号,客户,日期,品号,数量,单价,金额',
      'A-3,红豆,2026-01-04,R-2,4,3,"1,212"',
      '合　计,,,,20,,"1,249"',
      '',
      '制表人：王敏,,,审核：李强,,,2026-02-01',
      '本表金额不含税,,,,,,',
    ])
    expect([await taken(table), table.rowCount]).toEqual([[4, 5, 8, 13], 4])
    expect(first(table)).toEqual([
      [6, 'total'],
      [9, 'total'],
      [10, 'note'],
      [11, 'note'],
      [12, 'heading'],
      [14, 'total'],
      [16, 'note'],
      [17, 'note'],
    ])
    expect(table.asides.differs).toEqual([{ row: 9, heading: '金额', says: 3, comes: 2 }])
    expect(table.asides.agree).toBe(5)
  })

  test('a sum without a word for it is one when its figures are those of the rows; a wrong row stays a row', async () => {
    const rows = ['发票号,客户,日期,品号,数量,单价,金额', 'A-1,C,2026-01-02,R-1,10,2,20', 'A-2,C,2026-01-02,R-1,1,2,2']
    expect(first(await openText([...rows, ',,,,11,,22']))).toEqual([[4, 'total']])
    const forgotten = await openText([...rows, ',,,,11,,23', 'A-3,C,,,4,,', 'A-4'])
    expect([first(forgotten), await taken(forgotten)]).toEqual([[], [2, 3, 4, 5, 6]])
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['English', ['Grand Total,,,,3,,30', 'Page 1 of 1', 'Prepared by: Ann,,,,,,'], ['total', 'note', 'note']],
    ['a spreadsheet’s own subtotals', [',Acme Total,,,3,,30', 'Total general,,,,3,,30'], ['total']],
    ['a total in a column that is not read', ['总计:,,,,3,,30'], ['total']],
  ])('%s', async (_name, rows, kinds) => {
    const table = await openText([
      'Invoice,Customer,Date,Item,Qty,Price,Amount',
      'A,C,2026-01-02,R,1,10,10',
      'A,C,2026-01-02,R,2,10,20',
      ...rows,
    ])
    expect(first(table).map(([, kind]) => kind)).toEqual(kinds)
  })

  test('who or what is called Total is no total, and a forgotten name is no note', async () => {
    const list = await openText(['编码,名称,信用额度', 'C1,Total,5', 'C2,道达尔合计,7', 'C3,,', ',蓝鲸牛仔有限公司,', 'C5,好,1'], masters)
    expect([first(list), await taken(list)]).toEqual([[], [2, 3, 4, 5, 6]])
    const sold = await openText(['发票号,客户,日期,品号,数量,单价,金额', 'A-1,Total,2026-01-02,Vitamin Total,10,2,20', ',,,Total,1,5,5'])
    expect((await taken(sold)).includes(2)).toBe(true)
  })

  test('the sender may have them taken as rows', async () => {
    const table = await openText(['编码,名称', 'C1,甲', '合计,'], masters, 'take')
    expect([await taken(table), table.asides.first]).toEqual([[2, 3], []])
  })

  test('cells shown as one say one thing', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('客户')
    sheet.addRows([['编码', '名称', '信用额度'], ['C1', '甲', 1], ['以上为全部有效客户'], ['C2', '乙', 2]])
    sheet.mergeCells(3, 1, 3, 3)
    const table = await openTable({ source: inMemory(Buffer.from(await book.xlsx.writeBuffer())), columns: masters })
    expect([first(table), await taken(table)]).toEqual([[[3, 'note']], [2, 4]])
  })

  test('no row that says all a row has to say is left out', async () => {
    const word = fc.constantFrom('合计', 'Total', '备注：急', 'A-1', '小计', '第 1 页', 'R-1', '红豆')
    const line = fc.tuple(
      word,
      fc.constantFrom('蓝鲸', '红豆', 'Total'),
      fc.constantFrom('R-1', 'R-2', 'Vitamin Total'),
      fc.integer({ min: 1, max: 99 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const table = await openText([
          '发票号,客户,日期,品号,数量,单价,金额',
          ...lines.map(([no, customer, item, qty]) => `${no},${customer},2026-01-02,${item},${String(qty)},1,${String(qty)}`),
        ])
        expect([table.rowCount, table.asides.first]).toEqual([lines.length, []])
      }),
      { numRuns: 60 },
    )
  })
})

test('of several sheets that look like the list, which one is asked; a sheet of notes is passed over', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('说明').addRows([['如何填写'], ['备注', '一切']])
  book.addWorksheet('一月').addRows([
    ['编码', '名称'],
    ['C1', '甲'],
  ])
  const source = async () => inMemory(Buffer.from(await book.xlsx.writeBuffer()))
  const only = await openTable({ source: await source(), columns: masters })
  expect([only.sheet, only.sheets, only.questions, await taken(only)]).toEqual(['一月', ['说明', '一月'], [], [2]])
  book.addWorksheet('二月').addRows([
    ['编码', '名称'],
    ['C1', '甲'],
    ['C2', '乙'],
  ])
  const two = await openTable({ source: await source(), columns: masters })
  expect(two.questions).toEqual([{ ask: 'sheet', column: '', heading: '', sample: '一月, 二月' }])
  const told = await openTable({ source: await source(), columns: masters, told: { sheet: '二月' } })
  expect([told.questions, await taken(told)]).toEqual([[], [2, 3]])
})

test.each(['合 计', '总计：', 'Ｔｏｔａｌ', 'T o t a l', 'S U M', 'Grand total', '（小计）广州甲厂'])(
  '%s says that it is a total',
  (text) => expect(saysTotal(text)).toBe(true),
)
