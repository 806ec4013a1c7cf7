import type ExcelJS from 'exceljs'
import { format, isDateFormat } from 'numfmt'

/** One cell as a person sees it, or why there is nothing to see. */
export type Cell = { text: string; problem?: 'error' | 'noResult' }

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

const dayOf = (value: Date): string => value.toISOString().slice(0, 10)

/** What a cell of a workbook shows. Dates as YYYY-MM-DD, formulas by the result last computed, which may be missing. */
export function cellOf(value: ExcelJS.CellValue, pattern?: string): Cell {
  if (value === null || value === undefined) return { text: '' }
  if (value instanceof Date) return { text: Number.isNaN(value.getTime()) ? '' : dayOf(value) }
  if (typeof value === 'number') {
    if (pattern && !isBare(pattern) && isDateFormat(pattern)) return { text: dayOf(new Date(Math.round((value - 25_569) * 86_400_000))) }
    return { text: shown(value, pattern) }
  }
  if (typeof value !== 'object') return { text: typeof value === 'boolean' ? String(value).toUpperCase() : String(value) }
  if ('error' in value) return { text: String(value.error), problem: 'error' }
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join('') }
  if ('formula' in value || 'sharedFormula' in value) {
    const result = value.result as ExcelJS.CellValue
    return result === undefined || result === null ? { text: '', problem: 'noResult' } : cellOf(result, pattern)
  }
  return 'text' in value ? cellOf(value.text as ExcelJS.CellValue, pattern) : { text: '' }
}
