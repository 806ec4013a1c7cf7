import type { Worksheet } from 'exceljs'

import { cellOf } from './cell'
import type { Sheet, SheetRow } from './sheet'

const isShown = ({ state }: Worksheet): boolean => state === 'visible' || state === undefined

/** The first visible sheet with content. Row numbers, hidden rows and hidden columns are those of the sheet. */
export async function workbookSheet(bytes: Buffer): Promise<Sheet> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const [sheet, ...others] = book.worksheets.filter((candidate) => isShown(candidate) && candidate.actualRowCount > 0)
  const rows: SheetRow[] = []
  const hiddenColumns = new Set<number>()
  sheet?.eachRow({ includeEmpty: false }, (row, number) => {
    const cells = Array.from({ length: row.cellCount }, (_cell, index) => {
      const { value, numFmt } = row.getCell(index + 1)
      return cellOf(value, numFmt)
    })
    rows.push({ row: number, hidden: row.hidden === true, cells })
  })
  for (let column = 1; column <= (sheet?.columnCount ?? 0); column += 1)
    if (sheet?.getColumn(column).hidden === true) hiddenColumns.add(column - 1)
  return { rows, hiddenColumns, separator: '', others: others.map(({ name }) => name) }
}
