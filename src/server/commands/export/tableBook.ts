import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'

import { parse } from 'csv-parse'

import { streamingBook } from '@/reports/kit/excel/streamingBook'

/** What Excel takes: rows of a sheet, its heading included, and characters of a cell. */
const limits = { rows: 1_048_576, text: 32_767 }

const cut = '… (whole in the CSV)'

/** A figure a workbook holds exactly; any other stays a text, so that no digit is lost. */
const isExact = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15

type Cell = string | number | null

/**
 * A table that was written as CSV, as a workbook: headings that stay in sight, figures as figures, all else as text. A table of more rows than a
 * sheet takes goes on in the next one. Rows flow through; none are held. Returns how many cells had more text than a cell takes.
 */
export async function tableBook({
  csv,
  target,
  table,
  figures,
  most = limits.rows,
}: {
  csv: string
  target: string
  table: string
  /** the columns that hold numbers; a code of digits is none */
  figures: ReadonlySet<string>
  most?: number
}): Promise<{ rows: number; cut: number }> {
  const out = createWriteStream(target)
  const closed = once(out, 'close')
  const { book, room } = await streamingBook(out)
  const sheetNo = (count: number) =>
    book.addWorksheet(count === 1 ? table.slice(0, 31) : `${table.slice(0, 26)} ${String(count)}`, {
      views: [{ state: 'frozen', ySplit: 1 }],
    })
  const told = { rows: 0, cut: 0 }
  const valueOf = (text: string, column: string | undefined): Cell => {
    if (text === '') return null
    if (column !== undefined && figures.has(column) && isExact(text)) return Number(text)
    if (text.length <= limits.text) return text
    told.cut += 1
    return text.slice(0, limits.text - cut.length) + cut
  }
  let [sheets, inSheet] = [1, 0]
  let sheet = sheetNo(1)
  let headings: string[] | null = null
  const add = (cells: readonly Cell[]): void => {
    sheet.addRow([...cells]).commit()
    inSheet += 1
  }
  for await (const record of createReadStream(csv).pipe(parse({ bom: true })) as AsyncIterable<string[]>) {
    if (!headings) {
      headings = record
      add(record)
      continue
    }
    if (inSheet === most) {
      sheet.commit()
      sheets += 1
      sheet = sheetNo(sheets)
      inSheet = 0
      add(headings)
    }
    const names = headings
    add(record.map((text, at) => valueOf(text, names[at])))
    told.rows += 1
    await room(sheet)
  }
  sheet.commit()
  await book.commit()
  await closed
  return told
}
