import type { Archive } from './archive'
import { type Cell, cellOf } from '../cell'
import type { SheetRow } from '../sheet'
import { written } from './sharedTexts'
import { BrokenWorkbook, type Marks, passPart, walkPart } from './walkXml'

export type Reading = {
  archive: Archive
  part: string
  texts: readonly string[]
  formatOf: (style: string | undefined) => string | undefined
  from1904: boolean
}

/** A block of cells that are shown as one, with what its first cell holds. */
type Joined = { first: number; last: number; left: number; right: number; cell: Cell }

/** Columns of a table, and rows of all blocks together: a cell named `ZZZZZZ1`, or a block as large, would be filled up with nothing to its end. */
const widest = 1024
const mostJoined = 2_000_000

const isYes = (mark: string | undefined): boolean => mark === '1' || mark === 'true'

/** `AB12` → column 27, row 12. */
function placeOf(reference: string): { column: number; row: number } {
  let column = 0
  let at = 0
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return { column: column - 1, row: Number(reference.slice(at)) }
}

/** What stands around the rows of a sheet: columns that are hidden, before them, and blocks of cells that are one, after them. */
export async function aroundRows({ archive, part }: Pick<Reading, 'archive' | 'part'>): Promise<{ hidden: Set<number>; joined: Joined[] }> {
  const hidden = new Set<number>()
  const joined: Joined[] = []
  const open = (name: string, marks: Marks): void => {
    // a sheet may say that all columns after the last are hidden; nobody looks for them there
    if (name === 'col' && isYes(marks['hidden']))
      for (let column = Number(marks['min']); column <= Math.min(Number(marks['max']), widest); column += 1) hidden.add(column - 1)
    if (name !== 'mergeCell') return
    const [from, to] = (marks['ref'] ?? '').split(':').map(placeOf)
    if (from && to)
      joined.push({ first: from.row, last: to.row, left: from.column, right: Math.min(to.column, widest - 1), cell: { text: '' } })
  }
  await passPart(await archive.open(part), { open })
  return { hidden, joined }
}

const empty: Cell = { text: '' }

type BlocksByRow = ReadonlyMap<number, readonly Joined[]>

function blocksByRow(joined: readonly Joined[]): BlocksByRow {
  const found = new Map<number, Joined[]>()
  let rows = 0
  for (const block of joined)
    for (let row = block.first; row <= block.last; row += 1) {
      rows += 1
      if (rows > mostJoined) throw new BrokenWorkbook('too many cells are shown as one')
      const known = found.get(row)
      if (known) known.push(block)
      else found.set(row, [block])
    }
  return found
}

/** Every cell of a block shows what its first one holds. */
function joinedInto({ row, cells }: SheetRow, blocks: BlocksByRow): void {
  for (const block of blocks.get(row) ?? []) {
    if (row === block.first) block.cell = cells[block.left] ?? empty
    for (let column = block.left; column <= block.right; column += 1) {
      while (cells.length < column) cells.push(empty)
      cells[column] = block.cell
    }
  }
}

/** The rows of a sheet in portions, with the numbers they have there; no more of it is held than one portion. */
export async function* rowsOfSheet(reading: Reading, joined: readonly Joined[], portion: number): AsyncIterable<SheetRow[]> {
  const { archive, part, texts, formatOf, from1904 } = reading
  const blocks = blocksByRow(joined)
  const rows: SheetRow[] = []
  let row: SheetRow = { row: 0, hidden: false, cells: [] }
  let [column, type, style, formula, value, taken] = [-1, '', undefined as string | undefined, false, null as string | null, false]
  const seen = {
    open: (name: string, marks: Marks): void => {
      switch (name) {
        case 'row':
          row = { row: marks['r'] === undefined ? row.row + 1 : Number(marks['r']), hidden: isYes(marks['hidden']), cells: [] }
          column = -1
          break
        case 'c':
          column = marks['r'] === undefined ? column + 1 : placeOf(marks['r']).column
          ;[type, style, formula, value] = [marks['t'] ?? 'n', marks['s'], false, null]
          break
        case 'f':
          formula = true
          break
        case 'v':
        case 't':
          taken = true
          value ??= ''
          break
      }
    },
    text: (text: string): void => {
      if (taken) value = (value ?? '') + text
    },
    close: (name: string): void => {
      if (name === 'v' || name === 't') taken = false
      else if (name === 'row') {
        joinedInto(row, blocks)
        rows.push(row)
      } else if (name === 'c') {
        const isWithin = column >= 0 && column < widest
        if (!isWithin && value !== null) throw new BrokenWorkbook(`a cell stands in no column up to ${String(widest)}`)
        if (!isWithin) return
        while (row.cells.length < column) row.cells.push(empty)
        const shared = type === 's' ? (texts[Number(value)] ?? '') : null
        const said = shared ?? (value === null || type === 'n' ? value : written(value))
        row.cells[column] = cellOf({ type, value: said, formula, pattern: formatOf(style), from1904 })
      }
    },
  }
  const ready = (): SheetRow[] | null => (rows.length < portion ? null : rows.splice(0))
  yield* walkPart(await archive.open(part), seen, ready)
  if (rows.length > 0) yield rows
}
