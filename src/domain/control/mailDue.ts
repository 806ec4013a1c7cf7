/** Whether something mailed so often goes out on a day: daily on every day, weekly on Mondays, monthly on the first. */
export function mailDue(often: string | null | undefined, day: string): boolean {
  if (often === 'daily') return true
  if (often === 'monthly') return day.endsWith('-01')
  return often === 'weekly' && weekdayOf(day) === 1
}

/** 0 Sunday … 6 Saturday, by counting days; Zeller's rule, since the rules know no clock. 2026-11-30 → 1. */
function weekdayOf(day: string): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month]
  const zeller = (date + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7
  return (zeller + 6) % 7
}
