export type Dated = { id?: string; date: string | null; qty: number | null; promised?: string | null }

export const datesOf = (value: unknown): Dated[] => (Array.isArray(value) ? (value as Dated[]) : [])

/** The dates of a line in one cell: a single one as it is, several as the first and the last with their number. */
export function datesTold(dates: readonly Dated[]): string {
  const days = dates.map(({ date }) => String(date ?? '').slice(0, 10)).filter(Boolean).sort() // prettier-ignore
  return days.length > 1 ? `${days[0]?.slice(5)} … ${days.at(-1)?.slice(5)} (${days.length})` : (days[0] ?? '')
}
