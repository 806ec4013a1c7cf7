import type { PayloadRequest } from 'payload'

import type { PolicyRow } from '@/src/domain/pricing/policyLevels'

import { query, type Sql, sql } from '../query'

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
export const candidatePolicies = (req: PayloadRequest, asked: PolicyQuery): Promise<PolicyRow[]> => query(req, policiesAsked(asked))

/** The question for them. */
export function policiesAsked({ items, itemCategories, customer, customerCategories, date, currency }: PolicyQuery): Sql {
  const anyOf = (ids: readonly number[]) => sql`any(${`{${[...new Set(ids)].join(',')}}`}::int[])`
  const rows = sql`select p.id, coalesce(p.version, 1)::int as version, p.customer_id as customer, p.customer_category_id as "customerCategory",
          p.item_id as item, p.item_category_id as "itemCategory", p.unit, p.min_qty::text as "minQty", p.price::text as price, p.discount_rate::text as "discountRate",
          p.net, p.priority::int as priority, p.valid_from::text as "validFrom", p.valid_to::text as "validTo", p.currency::text as currency
        from price_policies p
        where (p.valid_from is null or p.valid_from <= ${date}::date) and (p.valid_to is null or p.valid_to >= ${date}::date)
          and (p.currency is null or p.currency::text = ${currency})
          and coalesce(p.customer_id, 0) = ${anyOf([customer, 0])} and coalesce(p.customer_category_id, 0) = ${anyOf([...customerCategories, 0])}
          and (p.customer_id is null or p.customer_category_id is null)`
  const category = sql`coalesce(case when p.item_id is null then p.item_category_id end, 0)`
  // an empty side is 0 in the index of scopes; a list of values per column walks that index without a join
  return sql`${rows} and coalesce(p.item_id, 0) = ${anyOf(items)} and ${category} = 0
        union all ${rows} and coalesce(p.item_id, 0) = 0 and ${category} = ${anyOf(itemCategories)}`
}
