import { isFigure, type Column } from '../columns'
import type { Row } from '../row'
import { letterOf, textCell } from './cells'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => (/[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign) : text)

/** Days since Excel's day 0; a day in a million rows is worked out once. */
function serialDays(): (day: string) => number {
  const known = new Map<string, number>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const serial = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000 + 25_569
    known.set(day, serial)
    return serial
  }
}

/**
 * Writes the rows of a sheet as XML, one text per row: what makes a large workbook quick is to build no object per cell. Figures keep every digit they come with (a
 * number of Excel has 15), percents become fractions, texts stay texts (`t="str"`, never a formula). `styles` are the numbers of the columns' styles in the book.
 */
export function rowXml(columns: readonly Column[], styles: readonly number[]): (number: number, row: Row, folded: boolean) => string {
  const serialOf = serialDays()
  const cells = columns.map((column, at) => ({ ...column, letter: letterOf(at + 1), style: styles[at] ?? 0, figure: isFigure(column) }))
  return (number, row, folded) => {
    let xml = folded ? `<row r="${number}" outlineLevel="1">` : `<row r="${number}">`
    for (const { key, kind, letter, style, figure } of cells) {
      const value = row[key]
      if (value === null || value === undefined || value === '') continue
      if (figure) xml += `<c r="${letter}${number}" s="${style}"><v>${kind === 'percent' ? Number(`${value}e-2`) : Number(value)}</v></c>`
      else if (kind === 'date') xml += `<c r="${letter}${number}" s="${style}"><v>${serialOf(String(value))}</v></c>`
      else xml += `<c r="${letter}${number}" s="${style}" t="str"><v>${escaped(textCell(String(value)))}</v></c>`
    }
    return `${xml}</row>`
  }
}
