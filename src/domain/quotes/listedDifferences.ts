import { d, type Numeric } from '../kernel/decimal'
import { toNumber } from '../kernel/money'

/** One line of a quote beside what its customer wants of it, as the list keeps it; `qty` null: left out. */
export type ListedLine = {
  quoteLine: string
  item: number
  code: string
  name: string
  /** what an English reader was shown, where it was called otherwise */
  nameEn?: string
  specification: string | null
  unit: string
  quotedQty: number
  quotedPrice: number
  qty: number | null
  price: number | null
  date: string | null
  gross: number | null
}

export type WishedChange = {
  line: number
  code: string
  name: string
  kind: 'left' | 'qty' | 'price' | 'date'
  before: number | null
  after: number | string | null
}

const differs = (a: Numeric | null, b: Numeric | null): boolean => !d(a ?? 0).eq(d(b ?? 0))

/**
 * What a customer wants otherwise than it was quoted: lines he left out, another quantity, the price of another break, and the day he wishes
 * for. Lines taken as quoted are not told.
 */
export function listedDifferences(lines: readonly ListedLine[]): WishedChange[] {
  return lines.flatMap((line, index): WishedChange[] => {
    const about = { line: index + 1, code: line.code, name: line.name }
    if (line.qty === null) return [{ ...about, kind: 'left', before: line.quotedQty, after: null }]
    return [
      ...(differs(line.qty, line.quotedQty)
        ? [{ ...about, kind: 'qty' as const, before: line.quotedQty, after: toNumber(d(line.qty)) }]
        : []),
      ...(differs(line.price, line.quotedPrice) ? [{ ...about, kind: 'price' as const, before: line.quotedPrice, after: line.price }] : []),
      ...(line.date ? [{ ...about, kind: 'date' as const, before: null, after: line.date }] : []),
    ]
  })
}
