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

/** Every policy row that could win for any line of a document: one query, whatever the number of lines and of policies. */
export async function candidatePolicies(
  req: PayloadRequest,
  { items, itemCategories, customer, customerCategories, date, currency }: PolicyQuery,
): Promise<PolicyRow[]> {
  const ids = (list: readonly number[]) =>
    sql`(select k.id from jsonb_to_recordset(${asJson(list.map((id) => ({ id })))}::jsonb) as k(id int))`
  return query<PolicyRow>(
    req,
    sql`select p.id, coalesce(p.version, 1)::int as version, p.customer_id as customer, p.customer_category_id as "customerCategory",
          p.item_id as item, p.item_category_id as "itemCategory", p.unit, p.min_qty as "minQty", p.price, p.discount_rate as "discountRate",
          p.net, p.priority::int as priority, p.valid_from::text as "validFrom", p.valid_to::text as "validTo", p.currency::text as currency
        from price_policies p
        where (p.item_id in ${ids(items)} or (p.item_id is null and p.item_category_id in ${ids(itemCategories)}))
          and (p.customer_id = ${customer} or (p.customer_id is null and (p.customer_category_id is null or p.customer_category_id in ${ids(customerCategories)})))
          and (p.valid_from is null or p.valid_from <= ${date}::date) and (p.valid_to is null or p.valid_to >= ${date}::date)
          and (p.currency is null or p.currency::text = ${currency})`,
  )
}
