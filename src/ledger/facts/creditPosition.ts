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
