import type { ImportColumn } from '../column'
import type { Cell } from './cell'
import { plainFigure, readings } from './figure'

/** What stands among the rows of a list and is none of them: a total, the headings once more, words to the reader. */
export type Aside = 'total' | 'heading' | 'note'

/** What a row looks like: a row, an aside, or a total if its figures are those of the rows above. */
export type Looks = Aside | 'perhapsTotal' | null

type Place = { place: number; column: string }

const narrow = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const total =
  /^(?:本页|本期|本月|本季|本年|本日|本单|累计|全部|期末)?(?:合计|总计|小计|共计|累计|汇总|总和|总额)(?:金额|数量)?[:]?$|^(?:sub-?|grand|running|overall|page)?totals?(?:amount|qty|quantity)?:?$|^sum:?$/
const totalOfSomething = /.(?:合计|总计|小计|共计|汇总)[:]?$|[^a-z]total:?$/
/** (小计)广州甲厂, 小计：广州, Total for Acme Ltd: what of is said behind it. */
const totalFor = /^[([【]\s*(?:合计|总计|小计|共计|汇总)\s*[)\]】]|^(?:合计|总计|小计|共计)\s*[:(]|^(?:sub-?|grand )?total (?:for|of) \S/

/** A total has one of these signs, unless it is written in signs that have to be made plain first; most texts have none, and are not looked at further. */
const mayBeTotal = /[计总]|t\s*o\s*t\s*a\s*l|s\s*u\s*m|[^\p{ASCII}\u3000-\u303f\u4e00-\u9fff]/iu

export const saysTotal = (text: string): boolean =>
  text.length <= 120 &&
  mayBeTotal.test(text) &&
  ((text.length <= 24 && total.test(narrow(text))) || totalFor.test(text.normalize('NFKC').trim().toLowerCase()))
const endsWithTotal = (text: string): boolean => text.length <= 80 && totalOfSomething.test(text.normalize('NFKC').trim().toLowerCase())

const page = /^第\d+页|^共\d+[页条行笔张户家]|^\d+\/\d+页?$|^page\d+|^-\d+-$/
const label =
  /^(?:备注|说明|附注|注|制表|制单|审核|复核|批准|打印|导出|编制|记账|经办|单位|日期|期间|部门|以上|其中|note|notes|remark|remarks|prepared|approved|printed|exported|source|currency|period|endof)/

/** Words to the reader rather than a value of a list: a page, who prepared it and when, a sentence. */
function saysNote(text: string): boolean {
  const plain = narrow(text)
  return page.test(plain) || (label.test(plain) && /[:.。]/.test(plain)) || /[。；！]|[:：]\s*\S/.test(text)
}

/** When it was printed, what it is of. */
const day = /^\d{4}[-/.年]\d{1,2}|^\d{1,2}[:：]\d{2}/

const isFigure = (text: string): boolean => {
  const { point, comma } = readings(plainFigure(text).replace(/%$/, ''))
  return point !== undefined || comma !== undefined
}

const textOf = (cell: Cell | undefined): string => (cell?.text ?? '').trim()

/** Says of one row after the other what it looks like. */
export class AsideJudge {
  private readonly required: readonly number[]
  private readonly figures: ReadonlySet<number>
  private readonly prices: readonly number[]
  private readonly places: readonly number[]
  private readonly taken: ReadonlySet<number>
  private readonly firstHeading: number
  /** Words that stood above the headings, or have been told as a note: a list repeats them on each page. */
  private readonly above: ReadonlySet<string>
  /** Since the last row that was complete: rows in which one text stands alone, after a break. */
  private alone: Array<{ row: number; text: string }> = []
  private broken = false
  private former = 0

  constructor({
    headings,
    above,
    places,
    columns,
    headColumns,
    answered,
  }: {
    headings: readonly string[]
    above: readonly string[]
    places: readonly Place[]
    columns: readonly ImportColumn[]
    headColumns: readonly string[]
    /** Columns whose empty cells stand for something. */
    answered: readonly string[]
  }) {
    const known = new Map(columns.map((column) => [column.name, column]))
    const at = (test: (column: ImportColumn) => boolean): number[] =>
      places.flatMap(({ place, column }) => {
        const one = known.get(column)
        return one && test(one) ? [place] : []
      })
    const required = at((column) => column.required === true && !answered.includes(column.name))
    // rows of a document may leave out what its first row says
    const inHead = new Set(places.flatMap(({ place, column }) => (headColumns.includes(column) ? [place] : [])))
    const own = required.filter((place) => !inHead.has(place))
    const isInDocuments = places.some(({ column }) => column === headColumns[0])
    this.required = isInDocuments && own.length > 0 ? own : required
    this.figures = new Set(at(({ type }) => type === 'figure' || type === 'rate'))
    this.prices = at(({ name, type }) => type === 'figure' && isPrice(name))
    this.places = places.map(({ place }) => place)
    this.taken = new Set(this.places)
    this.firstHeading = headings.findIndex((heading) => heading !== '')
    this.headings = headings
    this.above = new Set(above)
  }

  private readonly headings: readonly string[]

  /** Whether it says all that a row has to say, and of what: a customer may be called Total, a line has more than that. */
  private isComplete(cells: readonly Cell[]): boolean {
    let [texts, totals] = [0, 0]
    let before: Cell | undefined
    for (const place of this.required) {
      const text = textOf(cells[place])
      // a cell that reaches over several columns says one thing
      if (text === '' || cells[place] === before) return false
      before = cells[place]
      if (this.figures.has(place)) continue
      texts += 1
      if (saysTotal(text)) totals += 1
    }
    if (texts === 0 && cells.some((cell) => saysTotal(textOf(cell)))) return false
    return this.required.length > 0 && (totals === 0 || totals < texts)
  }

  private repeatsHeadings(cells: readonly Cell[]): boolean {
    if (textOf(cells[this.firstHeading]) !== this.headings[this.firstHeading]) return false
    const filled = cells.flatMap((cell, place) => (textOf(cell) === '' ? [] : [[textOf(cell), this.headings[place]] as const]))
    return filled.length > 1 && filled.every(([text, heading]) => text === heading)
  }

  looks(row: number, cells: readonly Cell[]): Looks {
    const gap = row > this.former + 1 && this.former > 0
    this.former = row
    if (this.repeatsHeadings(cells)) return this.broke('heading')
    if (this.isTotalBeside(cells)) return this.broke('total')
    if (this.isComplete(cells)) {
      this.alone = []
      this.broken = false
      return null
    }
    if (gap) this.broken = true
    return this.ofIncomplete(row, cells)
  }

  /** A column that is not taken says that the row is a total, of a group that stands in those that are: (小计)广州甲厂. */
  private isTotalBeside(cells: readonly Cell[]): boolean {
    return cells.some((cell, place) => {
      if (this.taken.has(place) || cell.text === '' || !mayBeTotal.test(cell.text)) return false
      return totalFor.test(textOf(cell).normalize('NFKC').toLowerCase())
    })
  }

  private broke(aside: Aside): Aside {
    this.broken = true
    return aside
  }

  private ofIncomplete(row: number, cells: readonly Cell[]): Looks {
    // cells that are shown as one say one thing
    const single = cells.flatMap((cell, place) => (textOf(cell) === '' || cell === cells[place - 1] ? [] : [{ place, text: textOf(cell) }]))
    if (single.length === 0) return 'note'
    const plain = single.filter(({ text }) => !day.test(text))
    const texts = plain.filter(({ place, text }) => !this.figures.has(place) && !isFigure(text))
    const totals = texts.filter(({ text }) => saysTotal(text))
    const notes = texts.filter(({ text }) => this.above.has(text) || (!saysTotal(text) && saysNote(text)))
    const said = texts.length - totals.length - notes.length
    const priced = this.prices.some((place) => textOf(cells[place]) !== '')
    if (totals.length > 0 && (said === 0 || !priced)) return this.broke('total')
    const figured = plain.length > texts.length
    if (said === 0 && notes.length > 0 && !figured) return this.broke('note')
    if (single.length * 3 <= this.headings.length && !this.places.some((place) => textOf(cells[place]) !== '')) return 'note'
    if (said <= 1 && figured && !priced && (texts.length === 0 || texts.some(({ text }) => endsWithTotal(text)))) return 'perhapsTotal'
    const [only] = single
    if (single.length === 1 && only && !figured) {
      const wide = cells.filter((cell) => cell === cells[only.place]).length
      if (wide > 2 && wide * 2 > this.headings.length) return this.broke('note')
      if (this.broken) this.alone.push({ row, text: only.text })
    }
    return null
  }

  /** Rows at the end in which one text stands alone: nothing of the list came after them. */
  atTheEnd(): ReadonlyArray<{ row: number; text: string }> {
    return this.alone
  }
}

/** Figures that nobody adds up. */
export const isPrice = (name: string): boolean => /price|cost$|rate|factor|limit|days|decimals|minimum/i.test(name)
