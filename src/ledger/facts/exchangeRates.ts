import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

/** The newest listed rate of a currency on or before a day; null when there is none. */
export async function listedRate(req: PayloadRequest, currency: string, date: string): Promise<{ rate: string; date: string } | null> {
  const [row] = await query<{ rate: string; date: string }>(
    req,
    sql`select rate, to_char(date, 'YYYY-MM-DD') as date from exchange_rates
        where currency = ${currency} and date <= ${date}::date order by exchange_rates.date desc limit 1`,
  )
  return row ?? null
}
