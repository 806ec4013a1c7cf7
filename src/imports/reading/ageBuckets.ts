import { addDays, businessDate } from '@/src/domain/kernel/businessDate'

import type { ImportColumn } from '../column'
import { saysTotal } from './asides'
import { dayOrderOf, readDay } from './day'
import { plainFigure, readings } from './figure'
import { unnamedGroup } from './groupHeads'
import { proposedMapping } from './headings'
import type { Cell } from './cell'
import type { SheetRow, SheetRows } from './sheet'

const narrow = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const notDue = /^(?:current|notdue|notyetdue|未到期|未逾期|信用期内|期内)(?:金额|余额|amount)?$/
const late = '(?:逾期|超期|账龄|overdue|pastdue)?'
const span = new RegExp(
  `^${late}(\\d{1,4})(?:天|日|days?)?[-–—~至到](?:to)?(\\d{1,4})(?:天|日|days?)?(?:overdue|pastdue|金额)?$|^${late}(\\d{1,4})to(\\d{1,4})(?:days?)?$`,
)
const over =
  /^(?:逾期|超期|账龄)?(?:>|over|above|morethan|超过)(\d{1,4})(?:天|日|days?)?$|^(?:逾期|超期|账龄)?(\d{1,4})(?:天|日|days?)?(?:以上|\+|plus|(?:days?)?(?:andover|andabove|ormore))$/
const within = /^(逾期|超期)?(\d{1,4})(?:天|日|days?)(?:以内|之内|内)$/
const months = /个?(?:月|months?)/

/** From how many days on an amount under this heading is late; null where the heading is of no such column. 91 and over begins at 91, over 90 too. */
export function daysLateOf(heading: string): number | null {
  const plain = narrow(heading)
  if (notDue.test(plain)) return 0
  // 1-3个月: in days
  const text = months.test(plain)
    ? plain.replace(/\d+/g, (figure) => String(Number(figure) * 30)).replace(new RegExp(months, 'g'), '天')
    : plain
  const [, from, , also] = span.exec(text) ?? []
  if (from !== undefined || also !== undefined) return Number(from ?? also)
  const [, above, least] = over.exec(text) ?? []
  if (above !== undefined) return Number(above) + 1
  // 90以上 begins where 61-90 ends, 91 and over where it says
  if (least !== undefined) return Number(least) % 10 === 0 ? Number(least) + 1 : Number(least)
  const [, overdue, most] = within.exec(text) ?? []
  return most === undefined ? null : overdue ? 1 : 0
}

const days =
  /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}|\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}/gi

/** The day a report is of, as its head says: the last one, where it names a period. */
export function dayIn(above: readonly string[]): string | null {
  const found = above.flatMap((text) => text.normalize('NFKC').match(days) ?? [])
  const last = found.at(-1)
  return last === undefined ? null : readDay(last, dayOrderOf(found))
}

type Bucket = { place: number; heading: string; late: number }
export type Aged = { buckets: readonly Bucket[]; party: number; total: number | null }

/** What a list of ageing by customer has instead of documents: columns by how late an amount is; null where it is no such list. */
export function agedOf(headings: readonly string[], columns: readonly ImportColumn[]): Aged | null {
  const amount = columns.find(({ aged }) => aged)
  if (!amount) return null
  const buckets = headings.flatMap((heading, place): Bucket[] => {
    const late = daysLateOf(heading)
    return late === null ? [] : [{ place, heading, late }]
  })
  const rest = headings.map((heading, place) => (buckets.some((bucket) => bucket.place === place) ? '' : heading))
  const mapping = proposedMapping(rest, columns)
  const at = (...names: readonly string[]): number => rest.findIndex((heading) => names.includes(mapping[heading] ?? ''))
  // reports leave the heading over their customers empty
  const party = at('customer') >= 0 || (headings[0] ?? '') !== '' ? at('customer') : 0
  if (buckets.length < 2 || party < 0 || at('no') >= 0) return null
  const total = at('amount', 'openAmount')
  return { buckets, party, total: total < 0 ? null : total }
}

const figureOf = (cell: Cell | undefined): number | null => {
  const text = plainFigure(cell?.text ?? '')
  const { point, comma } = readings(text)
  return point ?? comma ?? null
}

/** Headings of the columns an aged amount is told in: those the template has, so that they are known wherever they are read. */
const told = (columns: readonly ImportColumn[], day: string | null): string[] =>
  ['no', 'amount', ...(day === null ? [] : ['date', 'dueDate'])].map(
    (name) => columns.find((column) => column.name === name)?.label.zh ?? name,
  )

/**
 * A list of ageing as a list of what is owed: each amount that stands under a number of days is a row of its own, due as many days before
 * the day of the list. `day` null: it is not known yet, and asked for as the date. A total of the row that its amounts do not come to is
 * wrong, as a cell in error is.
 */
export function unaged(
  sheet: SheetRows,
  { aged, below, width, day, columns }: { aged: Aged; below: number; width: number; day: string | null; columns: readonly ImportColumn[] },
): SheetRows {
  const { buckets, party, total } = aged
  const gone = new Set([...buckets.map(({ place }) => place), ...(total === null ? [] : [total])])
  const kept = Array.from({ length: width }, (_, place) => place).filter((place) => !gone.has(place))
  const plain = (row: SheetRow): Cell[] => kept.map((place) => row.cells[place] ?? { text: '' })
  const differs = ({ cells }: SheetRow): boolean => {
    const sum = total === null || !cells[total]?.text.trim() ? null : figureOf(cells[total])
    const all = buckets.reduce((cents, { place }) => cents + Math.round((figureOf(cells[place]) ?? 0) * 100), 0)
    return sum !== null && Math.round(sum * 100) !== all
  }
  const rowsOf = (row: SheetRow): SheetRow[] => {
    const who = (row.cells[party]?.text ?? '').trim()
    if (who === '' || saysTotal(who) || kept.some((place) => saysTotal(row.cells[place]?.text ?? '')))
      return [{ ...row, cells: plain(row) }]
    const isWrong = differs(row)
    return buckets.flatMap(({ place, heading, late }): SheetRow[] => {
      const cell = row.cells[place]
      if (!cell || (cell.problem === undefined && (cell.text.trim() === '' || figureOf(cell) === 0))) return []
      const due = day === null ? [] : [addDays(businessDate(day), -late)]
      const amount: Cell = isWrong ? { ...cell, problem: 'sumDiffers' } : cell
      const number = `AR${(day ?? '').replaceAll('-', '')}-${who}-${heading.replace(/\s+/g, '')}`
      return [{ ...row, cells: [...plain(row), { text: number }, amount, ...[...due, ...due].map((text) => ({ text }))] }]
    })
  }
  async function* portions(): AsyncIterable<SheetRow[]> {
    for await (const portion of sheet.portions())
      yield portion.flatMap((row) => {
        if (row.row < below) return [row]
        if (row.row > below) return row.cells.some(({ text, problem }) => text.trim() !== '' || problem) ? rowsOf(row) : [row]
        const own = plain(row).map((cell, at) => (kept[at] === party && cell.text.trim() === '' ? { text: unnamedGroup } : cell))
        return [{ ...row, cells: [...own, ...told(columns, day).map((text) => ({ text }))] }]
      })
  }
  const hiddenColumns = new Set(kept.flatMap((place, at) => (sheet.hiddenColumns.has(place) ? [at] : [])))
  return { ...sheet, hiddenColumns, portions }
}
