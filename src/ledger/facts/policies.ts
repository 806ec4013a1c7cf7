import type { PayloadRequest } from 'payload'

import type { PolicyRow } from '@/src/domain/pricing/policyLevels'

import { asJson, query, sql } from '../query'

export type PolicyQuery = {
  items: number[]
  itemCategories: number[]
  customer: number
  customerCategories: number[]
  date: string
  currency: string
}

/**
 * Every policy row that could win for any line of a document: one query, whatever the number of lines and of policies. Items and
 * item categories are looked up in an index of their own each, so that the rows of other customers are never visited.
 */
export async function candidatePolicies(
  req: PayloadRequest,
  { items, itemCategories, customer, customerCategories, date, currency }: PolicyQuery,
): Promise<PolicyRow[]> {
  const ids = (list: readonly number[]) => asJson([...new Set(list)].map((id) => ({ id })))
  return query<PolicyRow>(
    req,
    sql`with scope as materialized (
          select ${customer}::int as customer, null::int as category
          union all select null, k.id from jsonb_to_recordset(${ids(customerCategories)}::jsonb) as k(id int)
          union all select null, null),
        what as materialized (
          select k.id as item, null::int as category from jsonb_to_recordset(${ids(items)}::jsonb) as k(id int)
          union all select null, k.id from jsonb_to_recordset(${ids(itemCategories)}::jsonb) as k(id int))
        select p.id, coalesce(p.version, 1)::int as version, p.customer_id as customer, p.customer_category_id as "customerCategory",
          p.item_id as item, p.item_category_id as "itemCategory", p.unit, p.min_qty as "minQty", p.price, p.discount_rate as "discountRate",
          p.net, p.priority::int as priority, p.valid_from::text as "validFrom", p.valid_to::text as "validTo", p.currency::text as currency
        from what w cross join scope s join price_policies p
          on coalesce(p.item_id, 0) = coalesce(w.item, 0) and coalesce(p.customer_id, 0) = coalesce(s.customer, 0)
         and coalesce(p.customer_category_id, 0) = coalesce(s.category, 0)
         and coalesce(case when p.item_id is null then p.item_category_id end, 0) = coalesce(w.category, 0)
        where (p.valid_from is null or p.valid_from <= ${date}::date) and (p.valid_to is null or p.valid_to >= ${date}::date)
          and (p.currency is null or p.currency::text = ${currency})`,
  )
}
