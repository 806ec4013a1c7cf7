import { type BusinessDate, weekdayOf } from '../kernel/businessDate'

/** Whether something mailed so often goes out on a day: daily on every day, weekly on Mondays, monthly on the first. */
export function mailDue(often: string | null | undefined, day: BusinessDate): boolean {
  if (often === 'daily') return true
  if (often === 'monthly') return day.endsWith('-01')
  return often === 'weekly' && weekdayOf(day) === 1
}
