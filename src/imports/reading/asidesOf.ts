import type { ImportColumn } from '../column'
import type { Aside, Looks } from './asides'
import { type SumDiffers, TotalsCheck } from './checkTotals'
import type { Writing } from './figure'
import type { SheetRows } from './sheet'

/** Rows of a file that are no rows of its list, and how the totals among them agree with what is read. */
export type Asides = {
  rows: ReadonlySet<number>
  counts: Readonly<Record<Aside, number>>
  first: ReadonlyArray<{ row: number; kind: Aside; text: string }>
  /** figures of totals that are what the rows above come to, and those that are not */
  agree: number
  differs: readonly SumDiffers[]
}

const shown = 20

/** What was found in the first walk through a file, with the totals held against its rows in a second one, where there are any. */
export async function asidesOf({
  sheet,
  below,
  hidden,
  places,
  columns,
  headColumns,
  decimal,
  found,
}: {
  sheet: SheetRows
  below: number
  hidden: 'take' | 'skip' | undefined
  places: ReadonlyArray<{ place: number; column: string; heading: string }>
  columns: readonly ImportColumn[]
  headColumns: readonly string[]
  decimal: Writing['decimal']
  found: ReadonlyMap<number, { looks: Looks; text: string }>
}): Promise<Asides> {
  const check = new TotalsCheck(places, columns, headColumns, decimal)
  const confirmed = new Set<number>()
  if ([...found.values()].some(({ looks }) => looks === 'total' || looks === 'perhapsTotal'))
    for await (const portion of sheet.portions())
      for (const row of portion)
        if (row.row > below && !(row.hidden && hidden === 'skip') && check.note(row, found.get(row.row)?.looks ?? null))
          confirmed.add(row.row)
  const rows = new Set<number>()
  const counts = { total: 0, heading: 0, note: 0 }
  const first: Array<{ row: number; kind: Aside; text: string }> = []
  // those at the end were found last, wherever they stand
  for (const [row, { looks, text }] of [...found].sort(([a], [b]) => a - b)) {
    const kind = looks === 'perhapsTotal' ? (confirmed.has(row) ? 'total' : null) : looks
    if (kind === null) continue
    rows.add(row)
    counts[kind] += 1
    if (first.length < shown) first.push({ row, kind, text })
  }
  return { rows, counts, first, agree: check.agree, differs: check.differs }
}
