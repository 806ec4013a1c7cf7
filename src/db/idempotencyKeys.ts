import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { txOf } from './transaction'

/** Answers kept for repeated requests are forgotten after a week: no client repeats one that late. Returns how many. */
export async function forgetIdempotencyKeys({ req, days = 7 }: { req: PayloadRequest; days?: number }): Promise<number> {
  const tx = await txOf(req)
  const { rowCount } = await tx.execute(sql`delete from idempotency_keys where created_at < now() - make_interval(days => ${days}::int)`)
  return rowCount ?? 0
}
