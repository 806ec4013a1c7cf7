import type { ImportColumn } from '../column'
import { plainFigure, readings } from './figure'
import { keptText } from './keptText'
import type { Cell } from './cell'

/** More rows tell nothing new of what a column is. */
const enough = 50_000

type Place = { place: number; column: string; heading: string }
type Seen = { first: string; rows: number; differs: boolean; onlyFirst: boolean }
type Document = { seen: Seen[]; amounts: number[]; qtys: Set<string> }

const numberOf = (text: string): number | null => {
  const { point, comma } = readings(plainFigure(text))
  return point ?? comma ?? null
}

/**
 * Whether a figure is that of a line or that of its document, which other systems repeat in each of its rows or write into the first one
 * only: the headings are the same (Total, Freight, 金额), the rows tell. 8.91 beside nine lines of 0.99 is the invoice's total.
 */
export class Natures {
  private readonly documents = new Map<string, Document>()
  private readonly asked: ReadonlyArray<Place & Pick<ImportColumn, 'whole' | 'each'>>
  private readonly at: (name: string) => number | undefined
  private rows = 0

  constructor(
    places: readonly Place[],
    columns: readonly ImportColumn[],
    private readonly key: string,
    settled: ReadonlySet<string>,
  ) {
    const known = new Map(columns.map((column) => [column.name, column]))
    this.asked = places.flatMap((place) => {
      const { whole, each } = known.get(place.column) ?? {}
      return settled.has(place.heading) || (whole === undefined && each === undefined) ? [] : [{ ...place, whole, each }]
    })
    this.at = (name) => places.find(({ column }) => column === name)?.place
  }

  note(cells: readonly Cell[]): void {
    const key = this.at(this.key)
    if (key === undefined || this.asked.length === 0 || (this.rows += 1) > enough) return
    const text = (place: number | undefined): string => (place === undefined ? '' : (cells[place]?.text ?? '').trim())
    const no = text(key)
    if (no === '') return
    const known = this.documents.get(no)
    const document: Document = known ?? {
      seen: this.asked.map(({ place }) => ({ first: keptText(text(place)), rows: 0, differs: false, onlyFirst: true })),
      amounts: [],
      qtys: new Set(),
    }
    if (!known) this.documents.set(keptText(no), document)
    const [qty, price] = [text(this.at('qty')), text(this.at('price'))]
    document.qtys.add(keptText(qty))
    const [pieces, each] = [numberOf(qty), numberOf(price)]
    if (pieces !== null && each !== null) document.amounts.push(pieces * each)
    this.asked.forEach(({ place }, index) => {
      const seen = document.seen[index]
      if (!seen) return
      const said = text(place)
      if (seen.rows > 0 && said !== '') {
        seen.onlyFirst = false
        if (said !== seen.first) seen.differs = true
      }
      seen.rows += 1
    })
  }

  /** Headings that stand for another column than was proposed, and that column. */
  found(): Map<string, string> {
    const found = new Map<string, string>()
    const documents = [...this.documents.values()]
    this.asked.forEach(({ heading, whole, each }, index) => {
      const several = documents.flatMap(({ seen, amounts, qtys }) => {
        const one = seen[index]
        return one && one.rows > 1 && one.first !== '' ? [{ ...one, amounts, qtys }] : []
      })
      const differ = several.some(({ differs }) => differs)
      if (each !== undefined && differ) found.set(heading, each)
      if (whole === undefined || differ) return
      const told = several.filter(whole === 'documentTotal' ? tellsTotal : tellsPart)
      // without a price only the quantities speak, and those of one document may be a coincidence
      if (told.length > (told.some(({ amounts }) => amounts.length > 0) ? 0 : 1)) found.set(heading, whole)
    })
    return found
  }
}

type Told = Seen & Pick<Document, 'amounts' | 'qtys'>

/** The first row says it and the others have lines of their own. */
const isOnlyFirst = ({ onlyFirst, amounts }: Told): boolean =>
  onlyFirst && (amounts.slice(1).some((amount) => amount !== 0) || amounts.length === 0)

/** A tax, money off: the same beside lines that come to different amounts. */
function tellsPart(told: Told): boolean {
  const { first, onlyFirst, rows, amounts, qtys } = told
  if ((numberOf(first) ?? 0) === 0) return false
  if (onlyFirst) return isOnlyFirst(told)
  return amounts.length < rows
    ? amounts.length === 0 && qtys.size > 1
    : Math.max(...amounts) - Math.min(...amounts) > 0.01 * Math.abs(amounts[0] ?? 0)
}

/** What all lines come to together: the figure fits that better than what each of them comes to. */
function tellsTotal(told: Told): boolean {
  const { first, rows, onlyFirst, amounts, qtys } = told
  const figure = numberOf(first) ?? 0
  if (figure === 0) return false
  if (onlyFirst) return isOnlyFirst(told)
  if (amounts.length < rows) return amounts.length === 0 && qtys.size > 1
  const off = (amount: number): number => Math.abs(Math.abs(figure) - Math.abs(amount))
  const whole = off(amounts.reduce((sum, amount) => sum + amount, 0))
  const single = amounts.reduce((sum, amount) => sum + off(amount), 0) / amounts.length
  return whole < single
}
