import type { Fill } from 'exceljs'

import type { Language } from '@/src/domain/messages/language'
import type { PriceBook } from '@/src/questions/pricing/priceBook'

import { priceBookColumns, sources } from './headings'

const figures = new Set<string>(['listPrice', 'currentPrice', 'newPrice'])
const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

/**
 * The price book as a workbook: headings in the first row, so that it can be uploaded as it is; the empty column of new prices
 * stands out. Trap: `effectiveFrom` is a text, a date cell would be shifted by the time zone of the reader.
 */
export async function writePriceBook(book: PriceBook, language: Language): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const file = new ExcelJS.Workbook()
  file.creator = 'Gendan'
  const sheet = file.addWorksheet(language === 'zh' ? '价格簿' : 'Price book', { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
  sheet.columns = priceBookColumns.map(({ column, width, ...heading }) => ({
    key: column,
    header: heading[language],
    width,
    style: figures.has(column) ? { numFmt: '#,##0.00####' } : column === 'minQty' ? { numFmt: '#,##0.####' } : { numFmt: '@' },
  }))
  for (const row of book.rows)
    sheet.addRow({
      ...row,
      item: row.code,
      source: row.source ? (sources[row.source]?.[language] ?? row.source) : language === 'zh' ? '无价格' : 'No price',
      newPrice: null,
      currency: book.currency,
      customer: book.customer.code,
      effectiveFrom: book.date,
    })
  const head = sheet.getRow(1)
  head.font = { bold: true }
  head.fill = solid('FFF3F4F6')
  head.height = 22
  const asked = sheet.getColumn('newPrice')
  asked.eachCell({ includeEmpty: true }, (cell) => {
    cell.fill = solid('FFFFF7CC')
  })
  for (const { column } of priceBookColumns)
    sheet.getColumn(column).alignment =
      figures.has(column) || column === 'minQty' ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: priceBookColumns.length } }
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  sheet.headerFooter.oddFooter = `${book.customer.name} ${book.date}  &P / &N`
  return Buffer.from(await file.xlsx.writeBuffer())
}
