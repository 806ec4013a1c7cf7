import type { ImportColumn } from '../column'
import { isPrice, type Looks } from './asides'
import { plainFigure, readings, type Writing } from './figure'
import type { SheetRow } from './sheet'

/** A total of the file that is not what the rows above it come to. */
export type SumDiffers = { row: number; heading: string; says: number; comes: number }

type Place = { place: number; column: string; heading: string }

/** So many totals back a total may reach: of a group of groups, of everything. */
const mostBack = 60

const figureOf = (text: string, decimal: Writing['decimal']): number | null => {
  const { point, comma } = readings(plainFigure(text))
  return (decimal === 'comma' ? comma : point) ?? null
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.006 + 1e-9 * Math.abs(a)

/** Holds the totals of a file against its rows, from the top to the bottom. */
export class TotalsCheck {
  readonly differs: SumDiffers[] = []
  agree = 0
  private readonly added: ReadonlyArray<Place & { once: boolean }>
  private readonly key: number | undefined
  private sums: number[]
  private readonly bounds: number[][] = []
  private no = ''
  private rows = 0

  constructor(
    places: readonly Place[],
    columns: readonly ImportColumn[],
    headColumns: readonly string[],
    private readonly decimal: Writing['decimal'],
  ) {
    const figures = new Set(columns.filter(({ name, type }) => type === 'figure' && !isPrice(name)).map(({ name }) => name))
    this.key = places.find(({ column }) => column === headColumns[0])?.place
    // what a document says as a whole stands in each of its rows, or in the first
    this.added = places
      .filter(({ column }) => figures.has(column))
      .map((place) => ({ ...place, once: this.key !== undefined && headColumns.includes(place.column) }))
    this.sums = this.added.map(() => 0)
    this.bounds.push(this.sums)
  }

  private figures({ cells }: SheetRow): Array<number | null> {
    return this.added.map(({ place }) => figureOf((cells[place]?.text ?? '').trim(), this.decimal))
  }

  /** What a column may come to, nearest first: since the last total, since one before it, since the top. */
  private mayBe(index: number): number[] {
    const sum = this.sums[index] ?? 0
    return this.bounds.map((bound) => sum - (bound[index] ?? 0)).reverse()
  }

  private add(row: SheetRow): void {
    const no = this.key === undefined ? '' : (row.cells[this.key]?.text ?? '').trim()
    const isNew = no !== '' && no !== this.no
    if (no !== '') this.no = no
    const figures = this.figures(row)
    if (figures.some((figure) => figure !== null)) this.rows += 1
    this.sums = this.sums.map((sum, index) => sum + (this.added[index]?.once && !isNew ? 0 : (figures[index] ?? 0)))
  }

  private bound(): void {
    // the first one is the top
    if (this.bounds.length > mostBack) this.bounds.splice(1, 1)
    this.bounds.push(this.sums)
  }

  /** Whether the row is a total; a row without a word for it is one when its figures are those of the rows above. */
  note(row: SheetRow, looks: Looks): boolean {
    if (looks === null) {
      this.add(row)
      return false
    }
    if (looks !== 'total' && looks !== 'perhapsTotal') return false
    const told = this.figures(row).flatMap((says, index) => {
      if (says === null) return []
      const comes = this.mayBe(index)
      return [
        {
          heading: this.added[index]?.heading ?? '',
          says,
          comes: comes[0] ?? 0,
          whole: comes.at(-1) ?? 0,
          same: comes.some((sum) => isSame(sum, says)),
        },
      ]
    })
    const isTold = told.some(({ says }) => says !== 0) && told.every(({ same }) => same)
    if (looks === 'perhapsTotal' && !(isTold && this.rows > 1)) {
      this.add(row)
      return false
    }
    for (const { heading, says, comes, whole, same } of told) {
      if (same) this.agree += 1
      // which of its sums was meant is guessed: the nearer one
      else if (this.differs.length < 100)
        this.differs.push({ row: row.row, heading, says, comes: Math.abs(whole - says) < Math.abs(comes - says) ? whole : comes })
    }
    this.bound()
    return true
  }
}
