import type { PayloadRequest } from 'payload'

import type { ImportError } from './kinds'
import type { TableRow } from './reading/readTable'

type Line = Record<string, unknown>

const given = (value: unknown): unknown => (value === '' || value === undefined ? null : value)

/** Whether a line says nothing that is not there already; what the file leaves out counts for nothing. */
export const says = (line: Line, stored: Line): boolean =>
  Object.entries(line).every(([field, value]) => {
    const is = stored[field]
    if (field !== 'schedule') return given(value) === given(is) || (typeof value === 'number' && Number(is) === value)
    const days = (rows: unknown): string =>
      JSON.stringify(((rows ?? []) as Line[]).map(({ date, qty }) => [String(date).slice(0, 10), qty]))
    return days(value) === days(is)
  })

/** A file that has fewer lines than the order would take lines away: that is asked for, with their number. */
export function refuseRemoval(
  req: PayloadRequest,
  group: { rows: readonly TableRow[]; lines: readonly Line[] },
  stored: readonly unknown[],
): ImportError | null {
  const gone = stored.length - group.lines.length
  if (gone <= 0) return null
  const [first] = group.rows
  const message =
    req.i18n?.language === 'en'
      ? `The order has ${String(stored.length)} lines, the file ${String(group.lines.length)}: ${String(gone)} would be removed. Say removeLines=yes to remove them`
      : `订单现有 ${String(stored.length)} 行，文件只有 ${String(group.lines.length)} 行，将删除 ${String(gone)} 行；确认请传 removeLines=yes`
  return { row: first?.row ?? 0, column: 'orderNo', message }
}
