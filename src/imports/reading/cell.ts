import { format, isDateFormat } from 'numfmt'

/** One cell as a person sees it, or why there is nothing to see. */
export type Cell = { text: string; problem?: 'error' | 'noResult' | 'sumDiffers' }

/** Fifteen digits are what a spreadsheet keeps: 1.1 × 3 is 3.3 there, whatever the binary number says. */
const exact = (value: number): string => String(Number(value.toPrecision(15)))

/** Formats that show less than there is, or something that is no figure: the number itself is read. */
const isBare = (pattern: string | undefined): boolean =>
  pattern === undefined || pattern === '' || /^general$/i.test(pattern) || pattern === '@' || /[eE][+-]|\?\//.test(pattern)

/** A number by its format: rounded as it is shown, 13% with its sign, 000123 with its zeros; thousands and currency signs are dropped. */
function shown(value: number, pattern: string | undefined): string {
  if (pattern === undefined || isBare(pattern)) return exact(value)
  const text = format(pattern, Number(exact(value)), { throws: false }).trim()
  // 0.#### shows 100 as “100.”
  const plain = text.replace(/[,\s¥￥$€]/g, '').replace(/\.(?=%?\)?$)/, '')
  return /^[-(]?\d[\d.]*%?\)?$/.test(plain) ? plain : text
}

/** 1899-12-30 is the day before which a workbook counts; some count from 1904. */
const dayOf = (serial: number, from1904: boolean): string =>
  new Date(Math.round((serial - 25_569 + (from1904 ? 1462 : 0)) * 86_400_000)).toISOString().slice(0, 10)

/** A cell as a workbook keeps it: what kind of value, the value last computed, whether by a formula, and how it is shown. */
export type Kept = { type: string; value: string | null; formula?: boolean; pattern?: string | undefined; from1904?: boolean }

/** What a cell of a workbook shows. Dates as YYYY-MM-DD, formulas by the result last computed, which may be missing. */
export function cellOf({ type, value, formula = false, pattern, from1904 = false }: Kept): Cell {
  if (value === null) return formula ? { text: '', problem: 'noResult' } : { text: '' }
  switch (type) {
    case 'e':
      return { text: value, problem: 'error' }
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' }
    case 'd':
      return { text: value.slice(0, 10) }
    case 'n': {
      const number = Number(value)
      if (value === '' || Number.isNaN(number)) return { text: value }
      if (pattern && !isBare(pattern) && isDateFormat(pattern)) return { text: dayOf(number, from1904) }
      return { text: shown(number, pattern) }
    }
    default:
      return { text: value }
  }
}
