import { setImmediate as turn } from 'node:timers/promises'

import { recordsIn } from './delimited'
import { type Encoding, readInEach, writtenIn } from './encoding'
import type { SheetRow, SheetRows } from './sheet'
import { isWorkbook, type Source } from './source'
import { saysSeparator, separatorOf, textOf } from './textSheet'
import { workbookSheet } from './workbookSheet'

/** What is in hand at once stays young: larger portions are carried from one part of memory to the next before they are done with. */
const portion = 500

type Written = { separator: string; from: number }

async function* recordsOf(parts: Iterable<string>, { separator, from }: Written): AsyncIterable<SheetRow[]> {
  let [row, rows]: [number, SheetRow[]] = [1 - from, []]
  for (const record of recordsIn(parts, separator)) {
    row += 1
    if (row < 1) continue
    rows.push({ row, hidden: false, cells: record.map((text) => ({ text })) })
    if (rows.length < portion) continue
    // others are served in between
    await turn()
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

/** Opens a CSV or Excel file. Throws for a file that cannot be read as such. */
export async function sheetRows(source: Source, encoding?: Encoding, sheet?: string): Promise<SheetRows> {
  if (isWorkbook(source)) return workbookSheet(source, portion, sheet)
  const written = writtenIn(source, encoding)
  const parts = textOf(source, written)
  const [first = ''] = parts()
  const head = first.replace(/^\uFEFF/, '')
  const separator = separatorOf(head)
  // a line that only says the separator is no row: row 1 is the one after it, as Excel shows it
  const from = saysSeparator(head) ? 2 : 1
  return {
    separator,
    hiddenColumns: new Set(),
    others: [],
    portions: () => recordsOf(parts(), { separator, from }),
    ...(written.unclear ? { unclear: readInEach(source) } : {}),
  }
}
