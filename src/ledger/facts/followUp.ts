import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

/** Orders dated from a day on that were let through with a price below the minimum: warned of, released, or by right. */
export async function ordersBelowMinimum({ req, since }: { req: PayloadRequest; since: string }): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select o.id from orders o where o.date >= ${since}::date and o.status::text <> 'cancelled'
          and o.checks @> '[{"code":"BELOW_MINIMUM_PRICE"}]'::jsonb order by o.id desc`,
  )
  return rows.map(({ id }) => id)
}
