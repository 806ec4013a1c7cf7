import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'

import { query, sql } from '../query'

/** What a stored order comes to, tax-inclusive, in base currency, whoever asks: of its page neither lines nor hidden prices need be read for it. */
export async function orderAmount(req: PayloadRequest, order: number): Promise<number> {
  const [row] = await query<{ gross: string }>(
    req,
    sql`select coalesce(sum(base_gross), 0)::text as gross from orders_lines where _parent_id = ${order}`,
  )
  return toNumber(d(row?.gross))
}
