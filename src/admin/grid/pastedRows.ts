import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { mainFields, type RowShape } from '@/src/domain/grid/rowShape'
import { plainWord } from '@/src/domain/lookup/typed'

/** More rows than this come as a file (import), where each gets its own answer. */
export const mostPasted = 1000

/** The text of a spreadsheet's range as cells: rows by line, cells by tab, a cell with quotes around it may hold both. Empty rows are left out. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string
    const row = rows.at(-1) as string[]
    const cell = row.at(-1) as string
    const put = (next: string): void => void (row[row.length - 1] = next)
    if (quoted) {
      if (sign !== '"') put(cell + sign)
      else if (text[at + 1] === '"') {
        put(`${cell}"`)
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') row.push('')
    else if (sign === '\n') rows.push([''])
    else if (sign !== '\r') put(cell + sign)
  }
  return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''))
}

const isHead = (column: GridColumn, cell: string): boolean =>
  [column.name, column.label.zh, column.label.en, ...(column.alsoCalled ?? [])].some((name) => plainWord(name) === plainWord(cell))

type Pasting = {
  text: string
  columns: readonly GridColumn[]
  shape: RowShape
  /** the column in which was pasted */
  from: string
}

export type Pasted = { columns: Array<GridColumn | null>; rows: string[][] }

/**
 * Which column each pasted one goes to: by its head where the range has one; from the subject on, code, quantity and price, as everybody
 * has them; else from the cell in which was pasted, to the right.
 */
export function pastedRows({ text, columns, shape, from }: Pasting): Pasted {
  const rows = pastedCells(text)
  const open = columns.filter(({ readOnly }) => !readOnly)
  const heads = (rows[0] ?? []).map((cell) => open.find((column) => isHead(column, cell)) ?? null)
  if (heads.filter(Boolean).length >= Math.min(2, heads.length)) return { columns: heads, rows: rows.slice(1) }
  const first = rows.length > 0 && heads[0] ? rows.slice(1) : rows
  const at = open.findIndex(({ name }) => name === from)
  const usual = mainFields(shape).flatMap((name) => open.filter((column) => column.name === name))
  const wide = Math.max(0, ...first.map((row) => row.length))
  const found = from === shape.subject[0] && wide <= usual.length ? usual : open.slice(Math.max(0, at))
  return { columns: Array.from({ length: wide }, (_, index) => found[index] ?? null), rows: first }
}
