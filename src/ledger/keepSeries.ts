import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from './query'

/** Numbers that came from outside and look like those of a series: the series goes on after them. */
export async function keepSeries(req: PayloadRequest, series: string, numbers: readonly string[]): Promise<void> {
  const last = new Map<string, number>()
  for (const no of numbers) {
    const [, given, year, month, date, position] = /^([A-Z]{2})(\d{4})(\d{2})(\d{2})-(\d{4,9})$/.exec(no) ?? []
    if (given !== series) continue
    const day = `${year ?? ''}-${month ?? ''}-${date ?? ''}`
    last.set(day, Math.max(last.get(day) ?? 0, Number(position)))
  }
  if (last.size === 0) return
  await query(
    req,
    sql`insert into number_series (series, day, last)
        select ${series}::text, r.day, r.last from jsonb_to_recordset(${asJson([...last].map(([day, position]) => ({ day, last: position })))}::jsonb) as r(day date, last int)
        on conflict (series, day) do update set last = greatest(number_series.last, excluded.last)`,
  )
}
