import type { PayloadRequest } from 'payload'

import { spreadInvoiceCosts } from './facts/corrections'
import { asJson, query, sql } from './query'

/** A line whose cost was settled; `came` is what its goods that came in are worth more now. */
export type CostSettlement = { slug: string; line: string; came: string }

/**
 * What documents keep of costs that only the books write: cost of sales of invoices, the value with which goods came back, or arrived from
 * another warehouse.
 */
export async function costsFollow(req: PayloadRequest, settled: readonly CostSettlement[]): Promise<void> {
  const of = (slug: string): CostSettlement[] => settled.filter((one) => one.slug === slug)
  const came = (slug: string): string => asJson(of(slug).filter((one) => Number(one.came) !== 0))
  await spreadInvoiceCosts(
    req,
    of('deliveries').map(({ line }) => line),
  )
  if (came('returns') !== '[]')
    await query(
      req,
      sql`update returns_lines l set issue_value = coalesce(l.issue_value, 0) + s.came
          from (select line, sum(came) as came from jsonb_to_recordset(${came('returns')}::jsonb) as k(line text, came numeric) group by 1) s where l.id = s.line`,
    )
  if (came('stock-transfers') !== '[]')
    await query(
      req,
      sql`update stock_transfers_lines l set received_value = coalesce(l.received_value, 0) + s.came
          from (select line, sum(came) as came from jsonb_to_recordset(${came('stock-transfers')}::jsonb) as k(line text, came numeric) group by 1) s where l.id = s.line`,
    )
}
