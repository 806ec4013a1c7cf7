import { once } from 'node:events'
import type { Writable } from 'node:stream'

import { csvCell } from '@/src/domain/lists/csvCell'
import { isFigure, type ListColumn, type ListRow } from '@/src/domain/lists/column'

import type { ExportedList } from './exportList'

/** A figure goes as a number, so that it can be added up; everything else as it is read. */
export const plainCell = (column: ListColumn, { cells }: ListRow): string | number | null => {
  const cell = cells[column.name]
  return isFigure(column) && typeof cell?.value === 'number' ? cell.value : (cell?.text ?? null)
}

/** A list as CSV, a batch of rows at a time. */
export async function* csvOf({ columns, batches }: ExportedList): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${columns.map(({ label }) => csvCell(label)).join(',')}\r\n`)
  for await (const rows of batches)
    yield Buffer.from(rows.map((row) => `${columns.map((column) => csvCell(plainCell(column, row))).join(',')}\r\n`).join(''))
}

type Writing = { out: Writable; progress: (rows: { written: number; all: number }) => Promise<void> }

/** Writes it where it is kept, no faster than it is taken. What `progress` throws ends the writing. */
export async function writeCsv(list: ExportedList, { out, progress }: Writing): Promise<void> {
  let written = 0
  await progress({ written, all: list.count })
  async function* counted(): AsyncGenerator<ListRow[]> {
    for await (const rows of list.batches) {
      yield rows
      written += rows.length
      await progress({ written, all: list.count })
    }
  }
  for await (const part of csvOf({ ...list, batches: counted() })) if (!out.write(part)) await once(out, 'drain')
}
