import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

import { streamingBook } from '@/reports/kit/excel/streamingBook'

type Cell = string | number

const inCsv = (cell: Cell): string => (typeof cell === 'string' && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell))

/** A list as a file, by the end of its name: CSV or a workbook; rows flow through. */
export async function writeSheet({ file, rows }: { file: string; rows: Iterable<readonly Cell[]> }): Promise<void> {
  const out = createWriteStream(file)
  const closed = once(out, 'close')
  if (file.endsWith('.csv')) {
    for (const row of rows) if (!out.write(`${row.map(inCsv).join(',')}\n`)) await once(out, 'drain')
    out.end()
    await closed
    return
  }
  const { book, room } = await streamingBook(out)
  const sheet = book.addWorksheet('1')
  for (const row of rows) {
    sheet.addRow([...row]).commit()
    await room(sheet)
  }
  sheet.commit()
  await book.commit()
  await closed
}
