import { proposedMapping } from './headings'
import type { ImportColumn } from '../column'
import type { SheetRow, SheetRows } from './sheet'

/** Lists of other systems have a title and what they were asked for above their headings. */
const deepest = 15

export type HeadRow = { row: number; headings: string[] }

const headingsOf = ({ cells }: SheetRow): string[] => cells.map(({ text }) => text.trim())

/** Where the headings stand: in the first row, unless one further down names at least two columns more. */
export async function headRowOf(sheet: SheetRows, columns: readonly ImportColumn[]): Promise<HeadRow> {
  for await (const portion of sheet.portions()) {
    const [first] = portion
    if (!first) break
    const known = (row: SheetRow): number => Object.values(proposedMapping(headingsOf(row), columns)).filter(Boolean).length
    let best = { row: first, known: known(first) }
    const least = best.known + 2
    for (const row of portion.slice(1, deepest)) {
      const here = known(row)
      if (here >= least && here > best.known) best = { row, known: here }
    }
    return { row: best.row.row, headings: headingsOf(best.row) }
  }
  return { row: 1, headings: [] }
}
