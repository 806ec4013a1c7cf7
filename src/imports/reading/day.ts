const two = (text: string): string => text.padStart(2, '0')

/** Whether 4/7/2017 is the fourth of July or the seventh of April, and 4/7/17 besides the 17th of July 2004; `none`: nothing is written that way. */
export type DayOrder = 'mdy' | 'dmy' | 'ymd' | 'unclear' | 'none'

/** A time of the day behind a day, as databases and spreadsheets write it: 10:30, 2:05:00 PM, 下午 2:05, T10:30:00.0000000 +00:00, 12:00AM, 08:00:00 UTC. */
const time =
  /(?:T|\s+|(?<=日))(?:[上下]午\s*|[AP]M\s*)?\d{1,2}[:时]\d{2}(?:[:分](?:\d{2}(?:[.:]\d+)?秒?)?)?(?:\s*[AP]M)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

/** The day as it is written there: a time says nothing of it, nor does the zone of the time. */
const withoutTime = (text: string): string => {
  const plain = text.normalize('NFKC').trim()
  return plain.length > 8 ? plain.replace(time, '') : plain
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** 1 to 12 of an English name of a month, written out or by its first letters; 0 of anything else. */
const monthOf = (name = ''): number => (name.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1)

const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const shortYear = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})$/

/** 17 is 2017 and 98 is 1998. */
const century = (year: string): string => `${Number(year) < 70 ? '20' : '19'}${year}`

/** The orders in which days of a year with two figures can be read, all of them. */
function shortOrders(parts: ReadonlyArray<readonly [number, number, number]>): Array<'mdy' | 'dmy' | 'ymd'> {
  const isDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31
  const ways = {
    mdy: ([a, b]: readonly [number, number, number]) => isDay(a, b),
    dmy: ([a, b]: readonly [number, number, number]) => isDay(b, a),
    ymd: ([, b, c]: readonly [number, number, number]) => isDay(b, c),
  }
  return (['mdy', 'dmy', 'ymd'] as const).filter((order) => parts.every(ways[order]))
}

/** In which order a file writes days with the year last, or with two figures: told by any figure above twelve, else only its sender knows. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  let [written, firstAbove, secondAbove] = [false, false, false]
  const short: Array<readonly [number, number, number]> = []
  for (const text of texts) {
    const plain = withoutTime(text)
    const [, a, b, c] = shortYear.exec(plain) ?? []
    if (a && b && c) short.push([Number(a), Number(b), Number(c)])
    const [, first, second] = yearLast.exec(plain) ?? []
    if (!first || !second) continue
    written = true
    if (Number(first) > 12) firstAbove = true
    if (Number(second) > 12) secondAbove = true
  }
  if (short.length > 0) {
    const orders = shortOrders(short).filter((order) => !written || order !== 'ymd')
    const agreed = orders.filter((order) => !(order === 'mdy' ? firstAbove : order === 'dmy' && secondAbove))
    return agreed.length === 1 ? (agreed[0] ?? 'unclear') : 'unclear'
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
  const [, a, b, c] = shortYear.exec(plain) ?? []
  if (a && b && c && order === 'mdy') return `${century(c)}-${two(a)}-${two(b)}`
  if (a && b && c && order === 'dmy') return `${century(c)}-${two(b)}-${two(a)}`
  if (a && b && c?.length === 2 && order === 'ymd' && a.length === 2) return `${century(a)}-${two(b)}-${two(c)}`
  const [, spoken, name, inYear] = /^(\d{1,2})[-\s.]+([a-z]{3,9})\.?[-\s,]+(\d{4})$/i.exec(plain) ?? []
  const [, called, of, year2] = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(plain) ?? []
  const named = monthOf(name ?? called)
  if (named > 0) return `${inYear ?? year2 ?? ''}-${two(String(named))}-${two(spoken ?? of ?? '')}`
  // serial numbers of the years 1954 to 2119; fewer digits are figures, more are YYYYMMDD
  if (/^[2-7]\d{4}(\.\d+)?$/.test(plain)) return new Date((Math.floor(Number(plain)) - 25_569) * 86_400_000).toISOString().slice(0, 10)
  return null
}
