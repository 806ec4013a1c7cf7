import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import type { OrderLine } from '@/src/domain/orders/order'

type Promise_ = { line?: string; date?: string; promised?: string; schedule?: Array<{ date?: string; promised?: string }> }

/** Dates a proposal promises: for all lines (`date`) or line by line (`lines: [{ line, promised }]`). */
export function promisesIn(proposals: unknown): {
  all?: string
  lines: Map<string, string>
  rows: Map<string, Array<{ date?: string; promised?: string }>>
} {
  const given = (proposals ?? {}) as Promise_ & { lines?: Promise_[] }
  const dateOf = (entry: Promise_): string | undefined => [entry.promised, entry.date].find((date) => isBusinessDate(String(date)))
  const lines = new Map(
    (Array.isArray(given.lines) ? given.lines : []).flatMap((entry) =>
      entry.line && dateOf(entry) ? [[entry.line, dateOf(entry) as string] as const] : [],
    ),
  )
  const rows = new Map(
    (Array.isArray(given.lines) ? given.lines : []).flatMap((entry) =>
      entry.line && Array.isArray(entry.schedule)
        ? [[entry.line, entry.schedule.filter(({ promised }) => isBusinessDate(String(promised)))] as const]
        : [],
    ),
  )
  const all = dateOf(given)
  return { lines, rows, ...(all ? { all } : {}) }
}

/** The lines with what is promised of them: a date for the line and for its delivery dates, or date by date (`schedule`). */
export function withPromises(lines: readonly OrderLine[], proposals: unknown): OrderLine[] {
  const promises = promisesIn(proposals)
  return lines.map((line) => {
    const promised = promises.lines.get(line.id) ?? promises.all
    const byDate = new Map((promises.rows.get(line.id) ?? []).map((row) => [String(row.date).slice(0, 10), row.promised]))
    if (!promised && byDate.size === 0) return line
    const rows = line.schedule?.length ? line.schedule : promised ? [{ date: promised, qty: line.qty }] : []
    const schedule = rows.map((row) => ({
      ...row,
      promised: byDate.get(String(row.date).slice(0, 10)) ?? promised ?? row.promised ?? null,
    }))
    const last = schedule
      .map((row) => row.promised)
      .filter((date): date is string => Boolean(date))
      .sort()
      .at(-1)
    return { ...line, promised: promised ?? last ?? line.promised ?? null, schedule }
  })
}
