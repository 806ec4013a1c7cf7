import { kinds, type Column } from '../columns'
import type { Row } from '../defineReport'

// exactly the characters that XML 1.0 cannot carry
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const longest = 32_767

/** Text without the characters that neither a workbook nor a drawing may hold; one in a name would break the whole file. */
export const xmlSafe = (text: string): string => text.replace(notXml, '')

/**
 * A text as a cell. ExcelJS stores it as an inline string (`t="str"` in the file's terms, never `<f>`), so Excel, LibreOffice and
 * Numbers show "=1+1", "+86 …", "-x" or "@a" as typed and calculate nothing: no quote has to be put before it, and the name stays the
 * name. The column's format is Text, so it stays one when someone edits the cell; saved on as CSV it would need the quote again.
 */
export const textCell = (text: string): string => xmlSafe(text).slice(0, longest)

/**
 * A row's value as a typed cell: figures as numbers, exact as they come (only their format rounds, so that sums of cells equal
 * the totals), percents as fractions, days as Excel days, unknown as an empty cell.
 */
export function cellOf({ kind }: Pick<Column, 'kind'>, value: Row[string] | undefined): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null
  if (kind === 'text') return textCell(String(value))
  if (kind === 'date') return new Date(`${String(value)}T00:00:00Z`)
  // the nearest number of a decimal text, without a Decimal for each of a million cells
  return kind === 'percent' ? Number(`${value}e-2`) : Number(value)
}

/** 1 → A, 27 → AA. */
export function letterOf(index: number): string {
  const rest = Math.floor((index - 1) / 26)
  const last = String.fromCharCode(65 + ((index - 1) % 26))
  return rest > 0 ? `${letterOf(rest)}${last}` : last
}

export const formatOf = ({ kind }: Pick<Column, 'kind'>): string => kinds[kind].format
