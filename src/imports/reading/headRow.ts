import { proposedMapping } from './headings'
import type { ImportColumn } from '../column'
import type { SheetRow, SheetRows } from './sheet'

/** Lists of other systems have a title and what they were asked for above their headings. */
const deepest = 15

export type HeadRow = {
  row: number
  headings: string[]
  /** What stands above them: pages further down repeat it. */
  above: string[]
}

const headingsOf = ({ cells }: SheetRow): string[] => cells.map(({ text }) => text.trim())

const filled = (row: SheetRow): number => new Set(headingsOf(row).filter(Boolean)).size

/**
 * Where the headings stand: in the first row, unless one further down names at least two columns more; below a title, which is one text and
 * names nothing, one column will do.
 */
export async function headRowOf(sheet: SheetRows, columns: readonly ImportColumn[]): Promise<HeadRow> {
  for await (const portion of sheet.portions()) {
    const [first] = portion
    if (!first) break
    const known = (row: SheetRow): number => Object.values(proposedMapping(headingsOf(row), columns)).filter(Boolean).length
    let best = { row: first, known: known(first) }
    const isTitle = best.known === 0 && filled(first) <= 1
    const least = best.known + (isTitle ? 1 : 2)
    for (const row of portion.slice(1, deepest)) {
      const here = known(row)
      if (here >= least && here > best.known && (here > 1 || filled(row) > 2)) best = { row, known: here }
    }
    const above = portion.slice(0, portion.indexOf(best.row)).flatMap(headingsOf).filter(Boolean)
    return { row: best.row.row, headings: headingsOf(best.row), above }
  }
  return { row: 1, headings: [], above: [] }
}
