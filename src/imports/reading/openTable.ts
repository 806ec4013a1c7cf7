// More than 200 lines: a file is opened in one place, from its headings to its rows.

import type { ImportColumn } from '../column'
import { dayOrderOf, type DayOrder } from './day'
import { decimalOf, ratesOf, type Writing } from './figure'
import { proposedMapping } from './headings'
import type { ReadProblem, TableRow, Told } from './readTable'
import type { Cell } from './cell'
import type { SheetRows } from './sheet'
import { sheetRows } from './sheetRows'
import type { Source } from './source'

/** A question only the sender can answer, asked once for a column or for the file. */
export type Question = { ask: 'decimal' | 'rates' | 'dates'; column: string; heading: string; sample: string }

export type OpenTable = {
  /** The headings of the file and the columns they stand for. */
  mapping: Readonly<Record<string, string | null>>
  headings: readonly string[]
  /** The first rows as they stand, by heading. */
  samples: ReadonlyArray<Readonly<Record<string, string>>>
  columns: readonly string[]
  headingOf: (column: string) => string
  rowCount: number
  problems: ReadProblem[]
  others: readonly string[]
  questions: Question[]
  writingOf: (column: string) => Writing
  dayOrder: DayOrder
  /** Figures with more decimals than a column keeps are rounded. */
  rounds: boolean
  /** Cells by column. */
  rows: () => AsyncIterable<TableRow[]>
  /** Cells by heading, all that the file has. */
  sourceRows: () => AsyncIterable<TableRow[]>
}

type Options = {
  source: Source
  columns: readonly ImportColumn[]
  /** Heading → column, as the sender has corrected the proposal. */
  mapping?: Readonly<Record<string, string | null>> | undefined
  told?: Told & {
    dates?: Exclude<DayOrder, 'unclear' | 'none'>
    /** what empty cells of a column stand for, also where the file has no such column */
    empty?: Readonly<Record<string, string>>
    /** figures with more decimals than are kept are rounded; else they are a problem */
    round?: 'yes'
  }
}

type Place = { place: number; column: string; heading: string }
const isBlank = ({ text, problem }: Cell): boolean => text.trim() === '' && problem === undefined

/** What a file says about how it writes figures and days, gathered in one walk: only texts that say something are kept. */
class Habits {
  private readonly texts = new Map<string, Set<string>>()

  note(column: string, text: string): void {
    const known = this.texts.get(column) ?? new Set<string>()
    // a few thousand different texts say how a column is written
    if (known.size < 20_000) known.add(text)
    this.texts.set(column, known)
  }

  of(column: string): string[] {
    return [...(this.texts.get(column) ?? [])]
  }
}

/** More cells that cannot be seen as they would be read tell nothing new. */
const mostProblems = 10_000

async function walk({
  sheet,
  places,
  told,
  habits,
  watched,
}: {
  sheet: SheetRows
  places: readonly Place[]
  told: Options['told']
  habits: Habits
  watched: ReadonlySet<string>
}) {
  const problems: ReadProblem[] = []
  const samples: Array<Record<string, string>> = []
  let rowCount = 0
  let first = true
  for await (const portion of sheet.portions()) {
    for (const { row, hidden, cells } of first ? portion.slice(1) : portion) {
      if (cells.every(isBlank)) continue
      if (hidden && told?.hidden === undefined && problems.length < mostProblems)
        problems.push({ row, column: '', kind: 'hiddenRow', text: '' })
      if (hidden && told?.hidden !== 'take') continue
      rowCount += 1
      for (const { place, column, heading } of places) {
        const cell = cells[place]
        if (cell?.problem) {
          if (problems.length < mostProblems) problems.push({ row, column: heading, kind: cell.problem, text: cell.text })
        } else if (watched.has(column) && cell && cell.text !== '') habits.note(column, cell.text)
      }
      if (samples.length < 5) samples.push(Object.fromEntries(places.map(({ place, heading }) => [heading, cells[place]?.text ?? ''])))
    }
    first = false
  }
  return { problems, samples, rowCount }
}

async function headOf(sheet: SheetRows): Promise<string[]> {
  for await (const [head] of sheet.portions()) return (head?.cells ?? []).map(({ text }) => text.trim())
  return []
}

function placesOf(headings: readonly string[], mapping: Readonly<Record<string, string | null>>): Place[] {
  const seen = new Set<string>()
  return headings.flatMap((heading, place) => {
    const column = mapping[heading]
    if (!column || seen.has(heading)) return []
    seen.add(heading)
    return [{ place, column, heading }]
  })
}

/**
 * Opens a file of rows: which heading stands for what, how figures and days are written, what cannot be seen as it would be read. The file
 * is walked once to learn that, and once more for its rows; they are never held together.
 */
export async function openTable({ source, columns, mapping: given, told = {} }: Options): Promise<OpenTable> {
  const sheet = await sheetRows(source)
  const headings = await headOf(sheet)
  const mapping = { ...proposedMapping(headings, columns), ...given }
  const places = placesOf(headings, mapping).filter(({ place }) => told.hidden !== 'skip' || !sheet.hiddenColumns.has(place))
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]))
  const ofType = (...types: string[]): Place[] => places.filter(({ column }) => types.includes(typeOf.get(column) ?? ''))
  const habits = new Habits()
  const watched = new Set(ofType('figure', 'rate', 'day').map(({ column }) => column))
  const all = placesOf(headings, Object.fromEntries(headings.map((heading) => [heading, mapping[heading] ?? heading])))
  const { samples, problems, rowCount } = await walk({ sheet, places: all, told, habits, watched })
  const seen = problems.filter(({ column }) => column === '' || places.some(({ heading }) => heading === column))
  for (const { place, heading, column } of places) {
    if (told.hidden === undefined && sheet.hiddenColumns.has(place))
      seen.push({ row: 1, column: heading, kind: 'hiddenColumn', text: heading })
    if (places.some((other) => other.column === column && other.place < place))
      seen.push({ row: 1, column: heading, kind: 'doubleHeading', text: heading })
  }
  const figures = ofType('figure', 'rate')
  const decimal =
    told.decimal ??
    decimalOf(
      figures.flatMap(({ column }) => habits.of(column)),
      sheet.separator,
    )
  const rates = new Map(
    ofType('rate').map(({ column }) => [column, told.ratesOf?.[column] ?? told.rates ?? ratesOf(habits.of(column), decimal)]),
  )
  const days = ofType('day')
  const dayOrder = told.dates ?? dayOrderOf(days.flatMap(({ column }) => habits.of(column)))
  const asked = (ask: Question['ask'], { column, heading }: Place): Question => ({
    ask,
    column,
    heading,
    sample: habits.of(column)[0] ?? '',
  })
  return {
    mapping,
    headings,
    samples,
    columns: [...new Set([...places.map(({ column }) => column), ...Object.keys(told.empty ?? {})])],
    headingOf: (column) => places.find((place) => place.column === column)?.heading ?? column,
    rowCount,
    problems: seen,
    others: sheet.others,
    questions: [
      ...(decimal === 'unclear' ? figures.slice(0, 1).map((place) => asked('decimal', place)) : []),
      ...ofType('rate')
        .filter(({ column }) => rates.get(column) === 'unclear')
        .map((place) => asked('rates', place)),
      ...(dayOrder === 'unclear' ? days.slice(0, 1).map((place) => asked('dates', place)) : []),
    ],
    writingOf: (column) => ({ decimal, rates: rates.get(column) ?? 'percent' }),
    dayOrder,
    rounds: told.round === 'yes',
    rows: () => tableRows({ sheet, places, hidden: told.hidden, empty: told.empty ?? {} }),
    sourceRows: () =>
      tableRows({ sheet, places: all.map(({ place, heading }) => ({ place, heading, column: heading })), hidden: told.hidden }),
  }
}

async function* tableRows({
  sheet,
  places,
  hidden,
  empty = {},
}: {
  sheet: SheetRows
  places: readonly Place[]
  hidden: Told['hidden']
  empty?: Readonly<Record<string, string>>
}): AsyncIterable<TableRow[]> {
  let first = true
  for await (const portion of sheet.portions()) {
    const rows = (first ? portion.slice(1) : portion).filter((row) => !row.cells.every(isBlank) && !(row.hidden && hidden === 'skip'))
    first = false
    yield rows.map(({ row, cells }) => {
      const said = Object.fromEntries(places.map(({ place, column }) => [column, (cells[place]?.text ?? '').trim()]))
      for (const [column, meant] of Object.entries(empty)) if (!said[column]) said[column] = meant
      return { row, cells: said }
    })
  }
}
