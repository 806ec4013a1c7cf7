import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

/** Cost value (base currency) with which delivery lines left the stock, late corrections included; lines that were never issued, or whose cost nobody knows yet, are absent. */
export async function issueCosts(req: PayloadRequest, deliveries: readonly number[]): Promise<Map<string, string>> {
  if (deliveries.length === 0) return new Map()
  const rows = await query<{ line: string; cost: string }>(
    req,
    sql`with issued as (select source_line as line, -sum(value) as cost from stock_entries
        where source_slug = 'deliveries' and account = 'onHand'
          and source_id in (select k.id from jsonb_to_recordset(${asJson(deliveries.map((id) => ({ id })))}::jsonb) as k(id int))
        group by 1 having sum(qty) <> 0)
        select i.line, i.cost - coalesce((select sum(c.value) from stock_entries c
          where c.source_slug = 'cost-corrections' and c.source_line = i.line), 0) as cost from issued i
        where not exists (select from stock_uncovered u where u.source_line = i.line and u.unknown)`,
  )
  return new Map(rows.map(({ line, cost }) => [line, cost]))
}
