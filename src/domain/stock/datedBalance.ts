import { d, Decimal, type Numeric } from '../kernel/decimal'

/** Goods that are to come (+) or to go (−) on a day. */
export type DatedMove = { date: string; qty: Numeric }

export type DatedBalance = { date: string; balance: Decimal }

/**
 * Running balance of a stock key by day, from today on (按日期推算): what is overdue counts as today's. The row of a day holds what is
 * left after all moves of that day. On hand 0, 40 expected on the 10th, 40 promised for the 5th → −40 on the 5th, 0 on the 10th.
 */
export function runningBalance({ start, moves, today }: { start: Numeric; moves: readonly DatedMove[]; today: string }): DatedBalance[] {
  const byDay = new Map<string, Decimal>([[today, new Decimal(0)]])
  for (const { date, qty } of moves) {
    const day = date < today ? today : date
    byDay.set(day, (byDay.get(day) ?? new Decimal(0)).plus(d(qty)))
  }
  let balance = d(start)
  return [...byDay]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, change]) => {
      balance = balance.plus(change)
      return { date, balance }
    })
}

/** The lowest balance from a day on: what may still be promised for that day without taking it from a later promise. */
export function lowestFrom(rows: readonly DatedBalance[], date: string): Decimal {
  const first = rows.findLastIndex((row) => row.date <= date)
  const [head, ...rest] = rows.slice(Math.max(0, first))
  return rest.reduce((lowest, row) => Decimal.min(lowest, row.balance), head?.balance ?? new Decimal(0))
}

/** The day on which a change hurts most: where the balance with it is lowest, among the days it lowers; null when it lowers none. */
export function worstDay({
  before,
  after,
}: {
  before: readonly DatedBalance[]
  after: readonly DatedBalance[]
}): { date: string; before: Decimal; after: Decimal } | null {
  const at = (rows: readonly DatedBalance[], date: string): Decimal =>
    rows.findLast((row) => row.date <= date)?.balance ?? rows[0]?.balance ?? new Decimal(0)
  const days = [...new Set([...before, ...after].map(({ date }) => date))].sort((a, b) => a.localeCompare(b))
  const lowered = days.map((date) => ({ date, before: at(before, date), after: at(after, date) })).filter((day) => day.after.lt(day.before))
  return lowered.reduce<(typeof lowered)[number] | null>((worst, day) => (worst && worst.after.lte(day.after) ? worst : day), null)
}

/** The first day on which enough has arrived to cover a shortage; null when what is expected does not suffice. */
export function earliestCover(expected: readonly DatedMove[], shortage: Numeric): string | null {
  let sum = new Decimal(0)
  for (const { date, qty } of [...expected].sort((a, b) => a.date.localeCompare(b.date))) {
    sum = sum.plus(d(qty))
    if (sum.gte(d(shortage))) return date
  }
  return null
}
