import type { Cell } from './cell'
import { saysTotal } from './asides'
import type { SheetRow, SheetRows } from './sheet'

/** What the column is called in which the heads of groups stand, where the list does not call it anything. */
export const unnamedGroup = '▸'

/** So many rows show whether a list is grouped. */
const enough = 400

const said = ({ text, problem }: Cell): boolean => text.trim() !== '' || problem !== undefined
const filled = (cells: readonly Cell[]): number[] => cells.flatMap((cell, place) => (said(cell) ? [place] : []))

/** A row in which nothing stands but one text in the first column, once where it reaches over several. */
function isHead(cells: readonly Cell[], place: number): boolean {
  const own = cells[place]
  return own !== undefined && said(own) && filled(cells).every((at) => cells[at] === own)
}

/**
 * Whether a list says of its rows what they are of in rows of their own above them, as reports by customer or by item do: the first column
 * has no heading, is empty in the rows of the list, and holds one text alone above them.
 */
export async function isGrouped(sheet: SheetRows, headings: readonly string[], below: number): Promise<boolean> {
  if ((headings[0] ?? '') !== '' || headings.filter((heading) => heading !== '').length < 3) return false
  let [heads, rows, others, looked] = [0, 0, 0, 0]
  let isAfterHead = false
  for await (const portion of sheet.portions()) {
    for (const { row, cells } of portion) {
      if (row <= below || !cells.some(said)) continue
      if ((looked += 1) > enough) break
      const own = cells[0]
      if (isHead(cells, 0)) isAfterHead = true
      else if (own === undefined || !said(own)) {
        rows += 1
        if (isAfterHead) heads += 1
        isAfterHead = false
      } else if (!/total|计/i.test(own.text)) others += 1
    }
    if (looked > enough) break
  }
  return heads > 0 && rows >= heads && others * 10 <= rows
}

const nameOf = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/**
 * The same list with what its rows are of in each of them. A head within another one counts until its total or the next head; totals stay
 * where they are, heads become empty rows.
 */
export function ungrouped(sheet: SheetRows, below: number): SheetRows {
  async function* portions(): AsyncIterable<SheetRow[]> {
    let open: Array<{ text: string; rows: number }> = []
    const read = (row: SheetRow): SheetRow => {
      const [own, ...rest] = row.cells
      if (row.row === below) return { ...row, cells: [{ text: unnamedGroup }, ...rest] }
      if (row.row < below || !row.cells.some(said)) return row
      if (own && said(own)) {
        if (isHead(row.cells, 0) && !saysTotal(own.text)) {
          // the next one stands beside a group that has rows, and within one that has none yet
          if ((open.at(-1)?.rows ?? 0) > 0) open.pop()
          open.push({ text: own.text.trim(), rows: 0 })
          return { ...row, cells: [] }
        }
        const total = nameOf(own.text)
        const at = open.findLastIndex(({ text }) => total.includes(nameOf(text)))
        if (at < 0) return row
        const name = open[at]?.text ?? ''
        open = open.slice(0, at)
        // Total Acme: of which group is known here only
        return saysTotal(own.text) ? row : { ...row, cells: [{ text: `Total for ${name}` }, ...rest] }
      }
      const group = open.at(-1)
      if (!group) return row
      for (const one of open) one.rows += 1
      return { ...row, cells: [{ text: group.text }, ...rest] }
    }
    for await (const portion of sheet.portions()) yield portion.map(read)
  }
  return { ...sheet, portions }
}
