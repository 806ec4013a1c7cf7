import type { Row } from '@/reports/kit/row'
import type { ReportAnswer } from '@/reports/kit/runReport'

type Shown = { row: Row; drill: Record<string, string | null> | null }

/** The rows in the order asked for, `-` before a column is downwards; what is not known stands last either way. Without an order, as the report gives them. */
export function sorted({ rows, drills }: Pick<ReportAnswer, 'rows' | 'drills'>, sort: string): Shown[] {
  const shown = rows.map((row, at): Shown => ({ row, drill: drills[at] ?? null }))
  if (sort === '') return shown
  const [key, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1]
  return shown.sort(({ row: a }, { row: b }) => {
    const [left, right] = [a[key] ?? null, b[key] ?? null]
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
    return sign * String(left).localeCompare(String(right), 'zh-CN')
  })
}
