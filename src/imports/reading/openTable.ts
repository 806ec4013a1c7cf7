// More than 200 lines: a file is opened in one place, from its headings to its rows.

import type { ImportColumn } from '../column'
import { dayOrderOf, type DayOrder } from './day'
import { decimalOf, ratesOf, unclearRate, type Writing } from './figure'
import type { Encoding } from './encoding'
import { chosenSheet } from './chosenSheet'
import { asidesOf, type Asides } from './asidesOf'
import { agedOf, dayIn, unaged } from './ageBuckets'
import { AsideJudge, type Looks } from './asides'
import { continuing } from './continuedRows'
import { isGrouped, ungrouped, unnamedGroup } from './groupHeads'
import { headRowOf } from './headRow'
import { plainHeading, proposedMapping } from './headings'
import { joinedSheets } from './joinedSheets'
import { keptText } from './keptText'
import { Natures } from './natures'
import type { ReadProblem, TableRow, Told } from './readTable'
import type { Cell } from './cell'
import type { SheetRows } from './sheet'
import type { Source } from './source'

/** A question only the sender can answer, asked once for a column or for the file. */
export type Question = {
  ask: 'decimal' | 'rates' | 'dates' | 'encoding' | 'sheet' | 'headsEncoding' | 'headsSheet'
  column: string
  heading: string
  sample: string
}

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
  /** Of a workbook: the sheet that is read, and all there are. */
  sheet: string
  sheets: readonly string[]
  /** The same of a second file. */
  headsSheet: string
  headsSheets: readonly string[]
  /** The row of the headings, where something stands above them. */
  headRow: number
  /** Numbers in the list of heads that no line has. */
  alone: readonly string[]
  /** Totals, headings once more and notes among the rows: left out, unless they are to be taken as rows. */
  asides: Asides
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
  /** the list of heads, where `source` is one of lines only, or the other way round */
  heads?: Source | undefined
  /** Columns of the document: its number first. The others are its lines'. */
  headColumns?: readonly string[] | undefined
  columns: readonly ImportColumn[]
  /** Heading → column, as the sender has corrected the proposal. */
  mapping?: Readonly<Record<string, string | null>> | undefined
  told?: Told & {
    dates?: Exclude<DayOrder, 'unclear' | 'none'>
    /** what empty cells of a column stand for, also where the file has no such column */
    empty?: Readonly<Record<string, string>>
    /** figures with more decimals than are kept are rounded; else they are a problem */
    round?: 'yes'
    /** totals, notes and headings among the rows are rows like others */
    asides?: 'take'
    encoding?: Encoding
    /** the sheet of a workbook that is meant */
    sheet?: string
    /** the same of a second file */
    headsEncoding?: Encoding
    headsSheet?: string
  }
}

type Place = { place: number; column: string; heading: string }
/** What a row says, as far as a person needs to see which one is meant. */
const saidIn = (cells: readonly Cell[]): string =>
  cells
    .filter((cell, place) => cell.text.trim() !== '' && cell !== cells[place - 1])
    .slice(0, 4)
    .map(({ text }) => text.trim())
    .join(' · ')
    .slice(0, 80)

type Says = NonNullable<ImportColumn['says']>

/** Headings that may stand for a flag, if any of their cells says yes in its words; else they stand for nothing. */
function doubtfulIn(
  mapping: Readonly<Record<string, string | null>>,
  columns: readonly ImportColumn[],
  given: Options['mapping'],
): Map<string, Says> {
  const found = new Map<string, Says>()
  for (const [heading, name] of Object.entries(mapping)) {
    const { perhaps, says } = columns.find((column) => column.name === name) ?? {}
    if (says && given?.[heading] === undefined && perhaps?.some((one) => plainHeading(one) === plainHeading(heading)))
      found.set(heading, says)
  }
  return found
}

async function headingsIn(sheet: SheetRows, at: number): Promise<string[]> {
  for await (const portion of sheet.portions())
    for (const { row, cells } of portion) if (row === at) return cells.map(({ text }) => text.trim())
  return []
}

/** What the heads of groups say is the first record the list needs and does not name in its rows: its customer, else its item. */
function groupOf(proposed: Readonly<Record<string, string | null>>, columns: readonly ImportColumn[]): Record<string, string> {
  const named = new Set(Object.values(proposed))
  const lacking = columns.find(({ name, required, type }) => required && type === 'relation' && !named.has(name))
  return lacking ? { [unnamedGroup]: lacking.name } : {}
}

/** A question about a file as a whole, where there is something to ask. */
const ofFile = (ask: Question['ask'], sample = ''): Question[] => (sample ? [{ ask, column: '', heading: '', sample }] : [])

const isBlank = ({ text, problem }: Cell): boolean => text.trim() === '' && problem === undefined

/** What a file says about how it writes figures and days, gathered in one walk: only texts that say something are kept. */
class Habits {
  private readonly texts = new Map<string, Set<string>>()

  note(column: string, text: string): void {
    const known = this.texts.get(column) ?? new Set<string>()
    // a few thousand different texts say how a column is written
    if (known.size < 20_000 && !known.has(text)) known.add(keptText(text))
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
  natures,
  watched,
  below,
  judge,
}: {
  sheet: SheetRows
  places: readonly Place[]
  told: Options['told']
  habits: Habits
  natures: Natures
  watched: ReadonlySet<string>
  below: number
  judge: AsideJudge | null
}) {
  const found = new Map<number, { looks: Looks; text: string }>()
  const problems: ReadProblem[] = []
  const samples: Array<Record<string, string>> = []
  let rowCount = 0
  let first = true
  for await (const portion of sheet.portions()) {
    for (const { row, hidden, cells } of first ? portion.filter((one) => one.row > below) : portion) {
      if (cells.every(isBlank)) continue
      if (hidden && told?.hidden === undefined && problems.length < mostProblems)
        problems.push({ row, column: '', kind: 'hiddenRow', text: '' })
      if (hidden && told?.hidden !== 'take') continue
      const looks = judge?.looks(row, cells) ?? null
      if (looks) found.set(row, { looks, text: saidIn(cells) })
      rowCount += 1
      if (looks && looks !== 'perhapsTotal') continue
      natures.note(cells)
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
  for (const { row, text } of judge?.atTheEnd() ?? []) found.set(row, { looks: 'note', text })
  return { problems, samples, rowCount, found }
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
export async function openTable({ source, heads, columns, headColumns = [], mapping: given, told = {} }: Options): Promise<OpenTable> {
  const [key = ''] = headColumns
  const { sheet: lines, several } = await chosenSheet({ source, columns, encoding: told.encoding, named: told.sheet })
  const second = heads ? await chosenSheet({ source: heads, columns, encoding: told.headsEncoding, named: told.headsSheet }) : null
  const joined = second ? await joinedSheets(lines, second.sheet, { columns, key }) : null
  const asItStands = joined?.sheet ?? lines
  const { row: headRow, above, headings: stood } = await headRowOf(asItStands, columns)
  const grouped = await isGrouped(asItStands, stood, headRow)
  const inRows = grouped ? ungrouped(asItStands, headRow) : asItStands
  const named = grouped ? [unnamedGroup, ...stood.slice(1)] : stood
  const aged = agedOf(named, columns)
  const dayOfList = dayIn([told.empty?.['date'] ?? '']) ?? dayIn(above)
  const sheet = aged ? unaged(inRows, { aged, below: headRow, width: named.length, day: dayOfList, columns }) : inRows
  const headings = aged ? await headingsIn(sheet, headRow) : named
  const proposed = proposedMapping(headings, columns)
  const seenFirst = { ...proposed, ...(headings.includes(unnamedGroup) ? groupOf(proposed, columns) : {}), ...given }
  const seenPlaces = (mapping: Readonly<Record<string, string | null>>): Place[] =>
    placesOf(headings, mapping).filter(({ place }) => told.hidden !== 'skip' || !sheet.hiddenColumns.has(place))
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]))
  const doubted = doubtfulIn(seenFirst, columns, given)
  const isWatched = (heading: string): boolean =>
    ['figure', 'rate', 'day'].includes(typeOf.get(seenFirst[heading] ?? '') ?? '') || doubted.has(heading)
  const habits = new Habits()
  const watched = new Set(headings.filter(isWatched))
  const natures = new Natures(seenPlaces(seenFirst), columns, key, new Set(Object.keys(given ?? {})))
  const all = placesOf(headings, Object.fromEntries(headings.map((heading) => [heading, heading])))
  const judge =
    told.asides === 'take'
      ? null
      : new AsideJudge({
          headings,
          above,
          places: seenPlaces(seenFirst),
          columns,
          headColumns,
          answered: Object.keys(told.empty ?? {}),
        })
  const { samples, problems, rowCount, found } = await walk({ sheet, places: all, told, habits, natures, watched, below: headRow, judge })
  const mapping = withNatures(seenFirst, natures.found())
  for (const [heading, { yes }] of doubted) if (!habits.of(heading).some((text) => yes.test(text.trim()))) mapping[heading] = null
  const places = seenPlaces(mapping)
  const ofType = (...types: string[]): Place[] => places.filter(({ column }) => types.includes(typeOf.get(column) ?? ''))
  const textsOf = (...types: string[]): string[] => ofType(...types).flatMap(({ heading }) => habits.of(heading))
  const figures = ofType('figure', 'rate')
  const decimal = told.decimal ?? decimalOf(textsOf('figure', 'rate'), sheet.separator)
  const asides = await asidesOf({ sheet, below: headRow, hidden: told.hidden, places, columns, headColumns, decimal, found })
  const isSeen = (heading: string): boolean => heading === '' || places.some((place) => place.heading === heading)
  const seen = problems.filter(({ row, column }) => isSeen(column) && !asides.rows.has(row))
  for (const { place, heading, column } of places) {
    if (told.hidden === undefined && sheet.hiddenColumns.has(place))
      seen.push({ row: 1, column: heading, kind: 'hiddenColumn', text: heading })
    if (places.some((other) => other.column === column && other.place < place))
      seen.push({ row: 1, column: heading, kind: 'doubleHeading', text: heading })
  }
  const rates = new Map(
    ofType('rate').map(({ column, heading }) => [column, told.ratesOf?.[column] ?? told.rates ?? ratesOf(habits.of(heading), decimal)]),
  )
  const usual: Writing = { decimal, rates: 'percent' }
  const writings = new Map([...rates].map(([column, written]): [string, Writing] => [column, { decimal, rates: written }]))
  const days = ofType('day')
  const dayOrder = told.dates ?? dayOrderOf(textsOf('day'))
  const asked = (ask: Question['ask'], { column, heading }: Place): Question => ({
    ask,
    column,
    heading,
    sample: habits.of(heading)[0] ?? '',
  })
  return {
    mapping,
    headings,
    samples,
    columns: [...new Set([...places.map(({ column }) => column), ...Object.keys(told.empty ?? {})])],
    headingOf: (column) => places.find((place) => place.column === column)?.heading ?? column,
    rowCount: rowCount - asides.rows.size,
    problems: seen,
    others: sheet.others,
    sheet: lines.name ?? '',
    sheets: lines.names ?? [],
    headsSheet: second?.sheet.name ?? '',
    headsSheets: second?.sheet.names ?? [],
    headRow,
    alone: joined?.alone() ?? [],
    asides,
    questions: [
      ...ofFile('sheet', several.join(', ')),
      ...ofFile('headsSheet', second?.several.join(', ')),
      ...ofFile('encoding', lines.unclear),
      ...ofFile('headsEncoding', second?.sheet.unclear),
      ...(decimal === 'unclear' ? figures.slice(0, 1).map((place) => asked('decimal', place)) : []),
      ...ofType('rate')
        .filter(({ column }) => rates.get(column) === 'unclear')
        .map((place) => ({ ...asked('rates', place), sample: unclearRate(habits.of(place.heading), decimal) })),
      ...(dayOrder === 'unclear' ? days.slice(0, 1).map((place) => asked('dates', place)) : []),
    ],
    writingOf: (column) => writings.get(column) ?? usual,
    dayOrder,
    rounds: told.round === 'yes',
    rows: () => tableRows({ sheet, below: headRow, places, hidden: told.hidden, empty: told.empty ?? {}, headColumns, asides }),
    sourceRows: () => tableRows({ sheet, below: headRow, places: all, hidden: told.hidden, asides }),
  }
}

/** Totals are no lines' amounts: what was proposed gives way to what the rows tell, where that is not taken. */
function withNatures(mapping: Readonly<Record<string, string | null>>, found: ReadonlyMap<string, string>): Record<string, string | null> {
  const better = { ...mapping }
  for (const [heading, column] of found) better[heading] = Object.values(better).includes(column) ? null : column
  return better
}

async function* tableRows({
  sheet,
  below,
  places,
  hidden,
  empty = {},
  headColumns = [],
  asides,
}: {
  sheet: SheetRows
  below: number
  asides: Asides
  headColumns?: readonly string[]
  places: readonly Place[]
  hidden: Told['hidden']
  empty?: Readonly<Record<string, string>>
}): AsyncIterable<TableRow[]> {
  let first = true
  const continued = continuing(places, headColumns)
  const standIns = Object.entries(empty)
  for await (const portion of sheet.portions()) {
    const rows = (first ? portion.filter(({ row }) => row > below) : portion).filter(
      (row) => !row.cells.every(isBlank) && !(row.hidden && hidden === 'skip') && !asides.rows.has(row.row),
    )
    first = false
    yield rows.map(({ row, cells }) => {
      const said: Record<string, string> = {}
      for (const { place, column } of places) said[column] = (cells[place]?.text ?? '').trim()
      continued(said)
      for (const [column, meant] of standIns) if (!said[column]) said[column] = meant
      return { row, cells: said }
    })
  }
}
