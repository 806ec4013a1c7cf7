import { addDays, type BusinessDate, isBusinessDate } from '../kernel/businessDate'
import { d, type Numeric } from '../kernel/decimal'
import { toNumber } from '../kernel/money'
import { breakFor, type BrokenLine } from './chosenBreak'

/** A line of the quote as it is offered to its customer, and how much of it he may still take. */
export type OfferedLine = BrokenLine & { id: string; open: Numeric }

/** What a customer has sent, as it came. */
export type Wish = {
  lines: ReadonlyArray<{ quoteLine: string; qty: unknown; date?: unknown }>
  name: unknown
  email: unknown
  remark?: unknown
}

/** `break`: the quantity of the break it falls under; null: the line as it was offered. */
export type WishedLine = { quoteLine: string; qty: number; break: number | null; date: BusinessDate | null }
export type JudgedWish = { lines: WishedLine[]; name: string; email: string; remark: string | null }

export const wishFields = ['lines', 'quoteLine', 'qty', 'date', 'name', 'email', 'remark'] as const
export type WishField = (typeof wishFields)[number]
export const wishFaults = [
  'missing',
  'none',
  'unknown',
  'twice',
  'notANumber',
  'tooMuch',
  'notADay',
  'past',
  'tooFar',
  'notAnAddress',
  'tooLong',
] as const

/** What is wrong with one field; `index` is the row sent, `line` the quote line it is about. */
export type WishProblem = { field: WishField; fault: (typeof wishFaults)[number]; index?: number; line?: string; limit?: string }

/** How far ahead somebody may wish for goods. */
const FARTHEST = 730
const longest = { name: 100, email: 254, remark: 2000 } as const

/** Signs that are none of a text, as a copied one may hold, are no part of it. */
const printable = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim() : ''
// no address of ours: enough to know that a mail can be tried, and nothing that could be a second header
const isAddress = (text: string): boolean => /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]{2,}$/.test(text)

function figureIn(value: unknown): number | null {
  const given = typeof value === 'string' ? Number(value.trim() === '' ? 'NaN' : value.trim()) : value
  return typeof given === 'number' && Number.isFinite(given) && given > 0 && d(given).decimalPlaces() <= 4 ? given : null
}

/**
 * Whether what a customer sent can be taken down: every field that cannot is named, and nothing is guessed. Lines left out are simply not
 * ordered. A quantity falls under the break that is not above it. Dates are days from today to two years ahead. Who only wants to know what
 * it comes to (`isTrial`) need not say who he is.
 */
export function judgeWish({
  wish,
  offered,
  today,
  isTrial = false,
}: {
  wish: Wish
  offered: readonly OfferedLine[]
  today: BusinessDate
  isTrial?: boolean
}): {
  problems: WishProblem[]
  judged: JudgedWish
} {
  const problems: WishProblem[] = []
  const known = new Map(offered.map((line) => [line.id, line]))
  const seen = new Set<string>()
  const last = addDays(today, FARTHEST)
  const lines = wish.lines.flatMap(({ quoteLine, qty: asked, date }, index): WishedLine[] => {
    const line = known.get(quoteLine)
    const wrong = (field: WishField, fault: WishProblem['fault'], limit?: string): void =>
      void problems.push({ field, fault, index, ...(line ? { line: line.id } : {}), ...(limit === undefined ? {} : { limit }) })
    if (!line) return (wrong('quoteLine', 'unknown'), [])
    if (seen.has(quoteLine)) return (wrong('quoteLine', 'twice'), [])
    seen.add(quoteLine)
    const qty = figureIn(asked)
    if (qty === null) wrong('qty', 'notANumber')
    else if (d(qty).gt(d(line.open))) wrong('qty', d(line.open).isZero() ? 'none' : 'tooMuch', d(line.open).toString())
    const day = date === undefined || date === null || date === '' ? null : date
    if (day !== null && !isBusinessDate(day)) wrong('date', 'notADay')
    else if (day !== null && isBusinessDate(day) && day < today) wrong('date', 'past', today)
    else if (day !== null && isBusinessDate(day) && day > last) wrong('date', 'tooFar', last)
    const chosen = qty === null ? null : breakFor(line, qty)
    return qty === null ? [] : [{ quoteLine, qty, break: chosen && toNumber(d(chosen.qty)), date: isBusinessDate(day) ? day : null }]
  })
  if (wish.lines.length === 0) problems.push({ field: 'lines', fault: 'none' })
  const said = { name: printable(wish.name), email: printable(wish.email), remark: printable(wish.remark) }
  const signed = isTrial ? ([] as const) : (['name', 'email'] as const)
  for (const field of signed) if (said[field] === '') problems.push({ field, fault: 'missing' })
  for (const field of [...signed, 'remark'] as const)
    if (said[field].length > longest[field]) problems.push({ field, fault: 'tooLong', limit: String(longest[field]) })
  if (!isTrial && said.email !== '' && said.email.length <= longest.email && !isAddress(said.email))
    problems.push({ field: 'email', fault: 'notAnAddress' })
  return { problems, judged: { lines, name: said.name, email: said.email, remark: said.remark || null } }
}
