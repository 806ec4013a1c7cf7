import type { ImportColumn } from '../column'
import type { Encoding } from './encoding'
import { headRowOf } from './headRow'
import { proposedMapping } from './headings'
import type { SheetRows } from './sheet'
import { sheetRows } from './sheetRows'
import type { Source } from './source'

/** More sheets than this are not looked into; whoever means a later one says so. */
const most = 40

const knownOn = async (sheet: SheetRows, columns: readonly ImportColumn[]): Promise<number> => {
  const { headings } = await headRowOf(sheet, columns)
  return Object.values(proposedMapping(headings, columns)).filter(Boolean).length
}

/**
 * The sheet of a workbook that is read: the one that is named, else the one whose headings are those of the list; `several` when more than
 * one might be meant. Notes of a template and a cover name no columns.
 */
export async function chosenSheet({
  source,
  columns,
  encoding,
  named,
}: {
  source: Source
  columns: readonly ImportColumn[]
  encoding?: Encoding | undefined
  named?: string | undefined
}): Promise<{ sheet: SheetRows; several: readonly string[] }> {
  const first = await sheetRows(source, encoding, named)
  const { names = [], name } = first
  if (names.length < 2 || (named !== undefined && name === named)) return { sheet: first, several: [] }
  const known: Array<{ sheet: SheetRows; columns: number }> = []
  for (const one of names.slice(0, most)) {
    const sheet = await sheetRows(source, encoding, one)
    known.push({ sheet, columns: await knownOn(sheet, columns) })
  }
  const best = Math.max(...known.map(({ columns: count }) => count))
  const fitting = known.filter(({ columns: count }) => count > 1 && count * 2 >= best)
  const [chosen] = fitting
  return { sheet: chosen?.sheet ?? first, several: fitting.length > 1 ? fitting.map(({ sheet }) => sheet.name ?? '') : [] }
}
