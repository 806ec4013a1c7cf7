import { addDays, addMonths, businessDate } from '@/src/domain/kernel/businessDate'

type Open = { from: string | undefined; to: string | undefined; beforeFrom: string | undefined; beforeTo: string | undefined }

/**
 * The two periods that are compared. Left open: this year up to today, against the same days of the year before.
 * 2026-01-01 … 2026-03-31 against 2025-01-01 … 2025-03-31.
 */
export function periodsOf(asked: Open, today: string): Record<keyof Open, string> {
  const to = asked.to ?? today
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`
  const beforeFrom = asked.beforeFrom ?? addMonths(businessDate(from), -12)
  const lastDay = addDays(addMonths(addDays(businessDate(to), 1), -12), -1)
  return { from, to, beforeFrom, beforeTo: asked.beforeTo ?? (lastDay < beforeFrom ? beforeFrom : lastDay) }
}
