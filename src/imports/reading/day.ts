const two = (text: string): string => text.padStart(2, '0')

/**
 * A day as people write it, as YYYY-MM-DD: 2017/4/7, 2017.4.7, 2017-04-07 00:00:00, 2017年4月7日, 20170407, also in full width, or as the
 * serial number of a spreadsheet. Null when it is none of them; whether the calendar has that day is not asked here. Day and month alone,
 * or in an order that only its writer knows (4/7/2017), are none.
 */
export function readDay(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/, '')
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? []
  if (year && month && day) return `${year}-${two(month)}-${two(day)}`
  // serial numbers of the years 1954 to 2119; fewer digits are figures, more are YYYYMMDD
  if (/^[2-7]\d{4}$/.test(plain)) return new Date((Number(plain) - 25_569) * 86_400_000).toISOString().slice(0, 10)
  return null
}
