import { isBusinessDate } from '../kernel/businessDate'
import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { toNumber } from '../kernel/money'

/** One delivery date of an order line. */
export type ScheduleRow = { date: string; qty: Numeric; promised?: string | null }

export type OpenScheduleRow = { date: string; promised: string | null; qty: Decimal; open: Decimal }

/** The delivery dates of a line are days, each with a quantity, and add up to its quantity; a line without dates has nothing to add up. */
export function decideSchedule(line: { index: number; qty: Numeric; schedule?: readonly ScheduleRow[] | null }): Finding[] {
  const rows = line.schedule ?? []
  const unreadable = rows.flatMap((row, place): Finding[] => {
    const invalid = (field: 'date' | 'qty', accepted: string): Finding => ({
      code: 'INVALID_INPUT',
      severity: 'error',
      path: `lines.${line.index}.schedule.${place}.${field}`,
      facts: { field, value: row[field] ?? null, accepted },
    })
    return [
      ...(isBusinessDate(row.date) ? [] : [invalid('date', 'YYYY-MM-DD')]),
      ...(Number.isFinite(Number(row.qty)) && Number(row.qty) > 0 ? [] : [invalid('qty', '> 0')]),
    ]
  })
  if (unreadable.length > 0) return unreadable
  const scheduled = rows.reduce((total, row) => total.plus(d(row.qty)), new Decimal(0))
  if (rows.length === 0 || scheduled.eq(d(line.qty))) return []
  const facts = { qty: toNumber(d(line.qty)), scheduled: toNumber(scheduled), difference: toNumber(d(line.qty).minus(scheduled)) }
  return [
    { code: 'SCHEDULE_MISMATCH', severity: 'error', path: `lines.${line.index}.schedule`, facts, remedy: { action: 'adjustSchedule' } },
  ]
}

/** A single day without a quantity is that of the whole line: nobody types the same figure twice. Anything else stays as it was entered. */
export function wholeOnOneDay<Row extends { qty: Numeric | null }>(schedule: readonly Row[], qty: Row['qty'] | undefined): Row[] {
  const [only, ...others] = schedule
  if (!only || others.length > 0 || (only.qty ?? null) !== null || (qty ?? null) === null) return [...schedule]
  return [{ ...only, qty: qty as Row['qty'] }]
}

/**
 * Deliveries consume the earliest dates first (O-32): 40 on 03-01 and 60 on 03-15, 40 delivered → 0 and 60 open. What is
 * short-closed is taken from the latest dates, since nobody waits for it any more.
 */
export function openSchedule(line: {
  schedule: readonly ScheduleRow[]
  delivered: Numeric
  shortClosed?: Numeric | null
}): OpenScheduleRow[] {
  const rows = [...line.schedule]
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((row) => ({ date: row.date, promised: row.promised ?? null, qty: d(row.qty), open: d(row.qty) }))
  consume(rows, d(line.delivered))
  consume(rows.toReversed(), d(line.shortClosed))
  return rows
}

function consume(rows: OpenScheduleRow[], qty: Decimal): void {
  let left = Decimal.max(0, qty)
  for (const row of rows) {
    const taken = Decimal.min(left, row.open)
    row.open = row.open.minus(taken)
    left = left.minus(taken)
  }
}

/** What a change says nothing of: an empty list of dates is stored and read like one that was never given. */
export const isLeft = (value: unknown): boolean => (Array.isArray(value) ? value.length === 0 : (value ?? null) === null)
