const two = (text: string): string => text.padStart(2, '0')

/** Whether 4/7/2017 is the fourth of July or the seventh of April; `none`: nothing is written that way. */
export type DayOrder = 'mdy' | 'dmy' | 'unclear' | 'none'

const withoutTime = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(\s*[AP]M)?(Z|[+-]\d{2}:?\d{2})?$/i, '')

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** 1 to 12 of an English name of a month, written out or by its first letters; 0 of anything else. */
const monthOf = (name = ''): number => (name.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1)

const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/

/** In which order a file writes days with the year last: told by any figure above twelve, else only its sender knows. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  let [written, firstAbove, secondAbove] = [false, false, false]
  for (const text of texts) {
    const [, first, second] = yearLast.exec(withoutTime(text)) ?? []
    if (!first || !second) continue
    written = true
    if (Number(first) > 12) firstAbove = true
    if (Number(second) > 12) secondAbove = true
  }
  if (!written) return 'none'
  if (firstAbove === secondAbove) return 'unclear'
  return firstAbove ? 'dmy' : 'mdy'
}

/**
 * A day as people write it, as YYYY-MM-DD: 2017/4/7, 2017.4.7, 2017-04-07 00:00:00, 2017年4月7日, 20170407, also in full width, or as the
 * serial number of a spreadsheet. Null when it is none of them; whether the calendar has that day is not asked here. Day and month alone
 * are none; an order with the year last (4/7/2017) is read only when it is known; 7 Apr 2017 and April 7, 2017 say it themselves.
 */
export function readDay(text: string, order: DayOrder = 'none'): string | null {
  const plain = withoutTime(text)
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? []
  if (year && month && day) return `${year}-${two(month)}-${two(day)}`
  const [, first, second, last] = yearLast.exec(plain) ?? []
  if (first && second && last && order === 'mdy') return `${last}-${two(first)}-${two(second)}`
  if (first && second && last && order === 'dmy') return `${last}-${two(second)}-${two(first)}`
  const [, spoken, name, inYear] = /^(\d{1,2})[-\s.]+([a-z]{3,9})\.?[-\s,]+(\d{4})$/i.exec(plain) ?? []
  const [, called, of, year2] = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(plain) ?? []
  const named = monthOf(name ?? called)
  if (named > 0) return `${inYear ?? year2 ?? ''}-${two(String(named))}-${two(spoken ?? of ?? '')}`
  // serial numbers of the years 1954 to 2119; fewer digits are figures, more are YYYYMMDD
  if (/^[2-7]\d{4}(\.\d+)?$/.test(plain)) return new Date((Math.floor(Number(plain)) - 25_569) * 86_400_000).toISOString().slice(0, 10)
  return null
}
