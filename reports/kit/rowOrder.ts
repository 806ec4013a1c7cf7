import { isFigure, type Column } from './columns'
import type { Row } from './row'

/** The column rows stand in the order of, and whether the largest comes first. */
export type RowOrder = { column: Pick<Column, 'key' | 'kind'>; down: boolean }

/** `amount` or `-amount` as an order; null when no such column is shown. */
export function rowOrderOf(sort: string, columns: readonly Pick<Column, 'key' | 'kind'>[]): RowOrder | null {
  const down = sort.startsWith('-')
  const column = columns.find(({ key }) => key === (down ? sort.slice(1) : sort))
  return column ? { column, down } : null
}

const words = new Intl.Collator('zh-CN')

/** Two rows in an order: figures by size, words as a Chinese reader looks them up; what is not known stands last either way. */
export function compareRows({ column: { key, kind }, down }: RowOrder) {
  const sign = down ? -1 : 1
  return (a: Row, b: Row): number => {
    const [left, right] = [a[key] ?? null, b[key] ?? null]
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    return sign * (isFigure({ kind }) ? Number(left) - Number(right) : words.compare(String(left), String(right)))
  }
}

/**
 * The first `limit` of all rows in an order. All are looked at, and never more than twice as many kept as are wanted, so that the memory does not grow with
 * the report. Rows that are equal stay in the order they came in.
 */
export async function firstInOrder<One extends { row: Row }>(
  batches: AsyncIterable<readonly One[]>,
  order: RowOrder,
  limit = Infinity,
): Promise<One[]> {
  const compare = compareRows(order)
  const ordered = (rows: One[]): One[] => rows.sort((a, b) => compare(a.row, b.row)).slice(0, limit)
  let kept: One[] = []
  for await (const batch of batches) {
    kept.push(...batch)
    if (kept.length > 2 * limit) kept = ordered(kept)
  }
  return ordered(kept)
}
