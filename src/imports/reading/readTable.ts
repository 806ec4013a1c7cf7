import type { Cell } from './cell'
import { decimalOf, ratesOf, type Writing } from './figure'
import type { Sheet, SheetRow } from './sheet'
import { inMemory, isWorkbook, type Source } from './source'
import { textSheet } from './textSheet'
import { workbookSheet } from './workbookSheet'

export type TableRow = { row: number; cells: Record<string, string> }

/** What in a file would be read otherwise than a person sees it. `column` is the heading as it stands in the file. */
export type ReadProblem = {
  row: number
  column: string
  kind: 'error' | 'noResult' | 'sumDiffers' | 'hiddenRow' | 'hiddenColumn' | 'doubleHeading'
  text: string
}

/** What the sender says about his file where it does not speak for itself. */
export type Told = {
  decimal?: 'point' | 'comma'
  rates?: 'percent' | 'share'
  /** The same for one column, which counts before what is said of all. */
  ratesOf?: Readonly<Record<string, 'percent' | 'share'>>
  hidden?: 'take' | 'skip'
}

export type Table = {
  columns: string[]
  rows: TableRow[]
  problems: ReadProblem[]
  /** Sheets with content that were not read. */
  others: string[]
  /** How the figures of a column are written. */
  writingOf: (column: string) => Writing
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[*＊]$/, '')
const isBlank = ({ text, problem }: Cell): boolean => text.trim() === '' && problem === undefined

type Placed = { place: number; column: string; heading: string }

function placed(sheet: Sheet, headings: Readonly<Record<string, string>>): Placed[] {
  const known = new Map(Object.entries(headings).map(([heading, column]) => [plain(heading), column]))
  return (sheet.rows[0]?.cells ?? []).flatMap(({ text }, place) => {
    const column = known.get(plain(text))
    return column ? [{ place, column, heading: text.trim() }] : []
  })
}

function problemsOf({ sheet, columns, hidden }: { sheet: Sheet; columns: readonly Placed[]; hidden: Told['hidden'] }): ReadProblem[] {
  const problems: ReadProblem[] = []
  for (const { place, column, heading } of columns) {
    if (columns.some((other) => other.column === column && other.place < place))
      problems.push({ row: 1, column: heading, kind: 'doubleHeading', text: heading })
    if (hidden === undefined && sheet.hiddenColumns.has(place))
      problems.push({ row: 1, column: heading, kind: 'hiddenColumn', text: heading })
  }
  for (const { row, hidden: isHidden, cells } of sheet.rows.slice(1)) {
    if (cells.every(isBlank)) continue
    if (isHidden && hidden === undefined) problems.push({ row, column: '', kind: 'hiddenRow', text: '' })
    if (isHidden && hidden !== 'take') continue
    for (const { place, heading } of columns) {
      const cell = cells[place]
      if (cell?.problem) problems.push({ row, column: heading, kind: cell.problem, text: cell.text })
    }
  }
  return problems
}

async function wholeSheet(source: Source): Promise<Sheet> {
  const { portions, hiddenColumns, separator, others } = await workbookSheet(source, 2000)
  const rows: SheetRow[] = []
  for await (const portion of portions()) rows.push(...portion)
  return { rows, hiddenColumns, separator, others: [...others] }
}

/**
 * The rows of a CSV or Excel file by column, read as a person sees them: `headings` says which heading stands for which column, case,
 * width and blanks aside. Row numbers are those of the file; empty rows are left out. What cannot be seen (hidden, an error, a formula
 * without result) is a problem, never read in silence. Throws for a file that cannot be read as such.
 */
export async function readTable({
  bytes,
  headings,
  figures = [],
  rates = [],
  told = {},
}: {
  bytes: Buffer
  headings: Readonly<Record<string, string>>
  /** Columns of figures, and those of rates in percent. */
  figures?: readonly string[]
  rates?: readonly string[]
  told?: Told
}): Promise<Table> {
  const source = inMemory(bytes)
  const sheet = isWorkbook(source) ? await wholeSheet(source) : textSheet(bytes)
  const columns = placed(sheet, headings)
  const problems = problemsOf({ sheet, columns, hidden: told.hidden })
  const taken = columns.filter(({ place }) => told.hidden !== 'skip' || !sheet.hiddenColumns.has(place))
  const rows = sheet.rows.slice(1).flatMap(({ row, hidden, cells }): TableRow[] => {
    if (cells.every(isBlank) || (hidden && told.hidden === 'skip')) return []
    return [{ row, cells: Object.fromEntries(taken.map(({ place, column }) => [column, (cells[place]?.text ?? '').trim()])) }]
  })
  const textsOf = (column: string): string[] => rows.map(({ cells }) => cells[column] ?? '')
  const decimal = told.decimal ?? decimalOf([...figures, ...rates].flatMap(textsOf), sheet.separator)
  const writings = new Map(
    rates.map((column): [string, Writing] => [
      column,
      { decimal, rates: told.ratesOf?.[column] ?? told.rates ?? ratesOf(textsOf(column), decimal) },
    ]),
  )
  return {
    columns: taken.map(({ column }) => column),
    rows,
    problems,
    others: sheet.others,
    writingOf: (column) => writings.get(column) ?? { decimal, rates: 'percent' },
  }
}
