import type { ImportColumn } from '../column'
import type { Cell } from './cell'
import { headRowOf } from './headRow'
import { plainHeading, proposedMapping } from './headings'
import { keptText } from './keptText'
import type { SheetRow, SheetRows } from './sheet'

export type Joined = {
  sheet: SheetRows
  /** heads whose number no line has, once all lines were walked through */
  alone: () => string[]
}

/** Two lists that cannot be put together, with what is missing. */
export class NotJoined extends Error {
  constructor(
    readonly reason: 'noKey' | 'notUnique',
    readonly found: string,
  ) {
    super(reason)
  }
}

/** Cells of a head in one text: a hundred thousand heads weigh little more than their file. */
const between = '\u0000'
const blank: Cell = { text: '' }

type List = { sheet: SheetRows; row: number; headings: readonly string[]; key: number }

async function* rowsBelow({ sheet, row }: Pick<List, 'sheet' | 'row'>): AsyncIterable<SheetRow[]> {
  for await (const portion of sheet.portions()) yield portion.filter((one) => one.row > row)
}

const keyIn = ({ cells }: SheetRow, place: number): string => (cells[place]?.text ?? '').trim()

/** What of a head cannot be taken as it would be read: it is hidden, or cells of it are wrong. */
type Marks = { hidden: boolean; problems: ReadonlyMap<number, Cell['problem']> }

type Heads = { heads: Map<string, string>; marks: Map<string, Marks> }

function marksOf({ hidden, cells }: SheetRow): Marks | null {
  const problems = new Map(cells.flatMap(({ problem }, place) => (problem ? [[place, problem] as const] : [])))
  return hidden || problems.size > 0 ? { hidden, problems } : null
}

/** The heads of a list by their numbers; `twice`: a number that stands there twice. */
async function headsOf(list: List): Promise<Heads | { twice: string }> {
  const [heads, marks] = [new Map<string, string>(), new Map<string, Marks>()]
  for await (const portion of rowsBelow(list))
    for (const row of portion) {
      const key = keyIn(row, list.key)
      if (key === '') continue
      if (heads.has(key)) return { twice: key }
      const marked = marksOf(row)
      if (marked) marks.set(keptText(key), marked)
      heads.set(keptText(key), list.headings.map((_, place) => row.cells[place]?.text ?? '').join(between))
    }
  return { heads, marks }
}

/** The heading both lists have, and by which lines find their head: the number of the document, else the only one they share. */
function sharedKey(
  lines: readonly string[],
  heads: readonly string[],
  columns: readonly ImportColumn[],
  key: string,
): [number, number] | null {
  const [ofLines, ofHeads] = [proposedMapping(lines, columns), proposedMapping(heads, columns)]
  const shared = lines.flatMap((heading, place): Array<[number, number]> => {
    const other = heads.findIndex((one) => plainHeading(one) === plainHeading(heading))
    return heading !== '' && other >= 0 ? [[place, other]] : []
  })
  const numbers = shared.filter(([place, other]) => ofLines[lines[place] ?? ''] === key || ofHeads[heads[other] ?? ''] === key)
  const [only] = numbers.length > 0 ? numbers : shared.length === 1 ? shared : []
  if (only) return only
  const named = [ofLines, ofHeads].map((mapping, index) => (index === 0 ? lines : heads).findIndex((heading) => mapping[heading] === key))
  const [place = -1, other = -1] = named
  return place >= 0 && other >= 0 ? [place, other] : null
}

/**
 * A list of lines and a list of their heads as one list: behind each line stands what its head says. Which of the two is which is seen
 * by where a number stands once. Row numbers are those of the lines.
 */
export async function joinedSheets(
  first: SheetRows,
  second: SheetRows,
  { columns, key }: { columns: readonly ImportColumn[]; key: string },
): Promise<Joined> {
  const [one, two] = [await headRowOf(first, columns), await headRowOf(second, columns)]
  const keys = sharedKey(one.headings, two.headings, columns, key)
  if (!keys) throw new NotJoined('noKey', '')
  const [a, b]: [List, List] = [
    { sheet: first, ...one, key: keys[0] },
    { sheet: second, ...two, key: keys[1] },
  ]
  let [lines, read] = [a, await headsOf(b)]
  let head = b
  if ('twice' in read) {
    const turned = await headsOf(a)
    if ('twice' in turned) throw new NotJoined('notUnique', read.twice)
    ;[lines, head, read] = [b, a, turned]
  }
  const { heads, marks } = read
  const behind = head.headings.flatMap((heading, place) => (place === head.key || heading === '' ? [] : [{ heading, place }]))
  const known = new Set(lines.headings)
  const headings = [...lines.headings, ...behind.map(({ heading }) => (known.has(heading) ? `${heading} (2)` : heading))]
  const found = new Set<string>()
  const width = lines.headings.length
  const joined = (row: SheetRow): SheetRow => {
    const key = keyIn(row, lines.key)
    const cells = row.cells.slice(0, width)
    while (cells.length < width) cells.push(blank)
    const own = heads.get(key)?.split(between)
    if (own) found.add(keptText(key))
    const marked = own ? marks.get(key) : undefined
    for (const { place } of behind) {
      const problem = marked?.problems.get(place)
      cells.push(own ? { text: own[place] ?? '', ...(problem ? { problem } : {}) } : blank)
    }
    return { ...row, hidden: row.hidden || marked?.hidden === true, cells }
  }
  async function* portions(): AsyncIterable<SheetRow[]> {
    const top: SheetRow = { row: lines.row, hidden: false, cells: headings.map((text) => ({ text })) }
    let rows = [top]
    for await (const portion of rowsBelow(lines)) {
      rows.push(...portion.map((row) => (row.cells.every(({ text }) => text.trim() === '') ? row : joined(row))))
      yield rows
      rows = []
    }
    if (rows.length > 0) yield rows
  }
  const { separator, others } = lines.sheet
  const hiddenBehind = behind.flatMap(({ place }, index) => (head.sheet.hiddenColumns.has(place) ? [width + index] : []))
  const hiddenColumns = new Set([...lines.sheet.hiddenColumns, ...hiddenBehind])
  return {
    sheet: { separator, hiddenColumns, others: [...others, ...head.sheet.others], portions },
    alone: () => [...heads.keys()].filter((key) => !found.has(key)),
  }
}
