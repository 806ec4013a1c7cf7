import type { PayloadRequest } from 'payload'

import type { CreditObject } from '../postings'
import { query, sql } from '../query'

export type CreditBuckets = { orders: string; deliveries: string; unauditedInvoices: string; receivable: string }

/** The buckets of a credit object as they are now; an object nothing was ever posted to has zeros. */
export async function creditBuckets(req: PayloadRequest, object: CreditObject): Promise<CreditBuckets> {
  const [row] = await query<CreditBuckets>(
    req,
    sql`select coalesce(sum(orders), 0) as orders, coalesce(sum(deliveries), 0) as deliveries, coalesce(sum(unaudited_invoices), 0) as "unauditedInvoices",
          coalesce(sum(receivable), 0) as receivable
        from (select orders, deliveries, unaudited_invoices, receivable from credit_balances where object_kind = ${object.kind} and object_id = ${object.id}
          union all select orders, deliveries, unaudited_invoices, receivable from credit_deltas where object_kind = ${object.kind} and object_id = ${object.id}) b`,
  )
  return row ?? { orders: '0', deliveries: '0', unauditedInvoices: '0', receivable: '0' }
}

/** What one document uses of a credit object, in these buckets. */
export async function creditOfDocument(
  req: PayloadRequest,
  { object, source, buckets }: { object: CreditObject; source: { slug: string; id: number }; buckets: readonly string[] },
): Promise<string> {
  const [row] = await query<{ amount: string }>(
    req,
    sql`select coalesce(sum(amount), 0) as amount from credit_entries where source_slug = ${source.slug} and source_id = ${source.id}
        and object_kind = ${object.kind} and object_id = ${object.id} and bucket = any(${sql.param([...buckets])})`,
  )
  return row?.amount ?? '0'
}
