import type { PayloadRequest } from 'payload'

import type { PolicyRow } from '@/src/domain/pricing/policyLevels'

import { asJson, query, sql } from '../query'

export type AdjustedCustomer = {
  id: number
  code: string
  name: string
  status: 'active' | 'frozen' | 'disabled'
  salesperson: number | null
  taxMode: 'inclusive' | 'exclusive' | null
  /** nearest first */
  categories: number[]
}

export type AdjustedScopes = {
  customers: Map<number, AdjustedCustomer>
  /** each category with its ancestors, itself first */
  customerCategories: Map<number, number[]>
  itemCategories: Map<number, number[]>
}

const ids = (list: readonly number[]): string => asJson([...new Set(list)].map((id) => ({ id })))

/** The customers and categories the lines of an adjustment name: one read per kind, whatever their number. */
export async function adjustedScopes(
  req: PayloadRequest,
  asked: { customers: number[]; customerCategories: number[]; itemCategories: number[] },
): Promise<AdjustedScopes> {
  const customers = await query<AdjustedCustomer>(
    req,
    sql`with recursive wanted as (select id from jsonb_to_recordset(${ids(asked.customers)}::jsonb) as k(id int)),
        path as (
          select c.id as customer, k.id, k.parent_id, 1 as depth from customers c join wanted w on w.id = c.id join customer_categories k on k.id = c.category_id
          union all select p.customer, k.id, k.parent_id, p.depth + 1 from path p join customer_categories k on k.id = p.parent_id where p.depth < 20)
        select c.id, c.code, c.name, c.status::text as status, c.salesperson_id as salesperson, c.tax_mode::text as "taxMode",
          coalesce((select json_agg(p.id order by p.depth) from path p where p.customer = c.id), '[]'::json) as categories
        from customers c join wanted w on w.id = c.id`,
  )
  const chains = async (table: 'customer_categories' | 'item_categories', wanted: readonly number[]): Promise<Map<number, number[]>> => {
    const name = sql.raw(table)
    const rows = await query<{ id: number; chain: number[] }>(
      req,
      sql`with recursive path as (
            select k.id as start, c.id, c.parent_id, 1 as depth from jsonb_to_recordset(${ids(wanted)}::jsonb) as k(id int) join ${name} c on c.id = k.id
            union all select p.start, c.id, c.parent_id, p.depth + 1 from path p join ${name} c on c.id = p.parent_id where p.depth < 20)
          select start as id, json_agg(id order by depth) as chain from path group by start`,
    )
    return new Map(rows.map(({ id, chain }) => [id, chain]))
  }
  return {
    customers: new Map(customers.map((row) => [row.id, row])),
    customerCategories: await chains('customer_categories', asked.customerCategories),
    itemCategories: await chains('item_categories', asked.itemCategories),
  }
}

/** One look-up in the scope index: an empty side means anybody, or anything. */
export type ScopePair = { customer: number | null; category: number | null; item: number | null; itemCategory: number | null }

/** The policy rows of the given scopes that are valid on a day: one query, whatever the number of scopes. */
export async function policiesOfScopes(
  req: PayloadRequest,
  { pairs, date }: { pairs: readonly ScopePair[]; date: string },
): Promise<PolicyRow[]> {
  if (pairs.length === 0) return []
  return query<PolicyRow>(
    req,
    sql`with pair as materialized (
          select distinct customer, category, item, "itemCategory"
          from jsonb_to_recordset(${asJson(pairs)}::jsonb) as k(customer int, category int, item int, "itemCategory" int))
        select p.id, coalesce(p.version, 1)::int as version, p.customer_id as customer, p.customer_category_id as "customerCategory",
          p.item_id as item, p.item_category_id as "itemCategory", p.unit, p.min_qty as "minQty", p.price, p.discount_rate as "discountRate",
          p.net, p.priority::int as priority, p.valid_from::text as "validFrom", p.valid_to::text as "validTo", p.currency::text as currency
        from pair w join price_policies p
          on coalesce(p.item_id, 0) = coalesce(w.item, 0) and coalesce(p.customer_id, 0) = coalesce(w.customer, 0)
         and coalesce(p.customer_category_id, 0) = coalesce(w.category, 0)
         and coalesce(case when p.item_id is null then p.item_category_id end, 0) = coalesce(w."itemCategory", 0)
        where (p.valid_from is null or p.valid_from <= ${date}::date) and (p.valid_to is null or p.valid_to >= ${date}::date)`,
  )
}

/** Rows that stand already under one of the keys, each with the adjustment it came from. */
export async function policiesUnderKeys(
  req: PayloadRequest,
  keys: readonly string[],
): Promise<Map<string, { id: number; adjustment: string | null }>> {
  if (keys.length === 0) return new Map()
  const rows = await query<{ id: number; key: string; adjustment: string | null }>(
    req,
    sql`select p.id, p.policy_key as key, a.no as adjustment from price_policies p left join price_adjustments a on a.id = p.adjustment_id
        where p.policy_key in (select key from jsonb_to_recordset(${asJson(keys.map((key) => ({ key })))}::jsonb) as k(key text))`,
  )
  return new Map(rows.map(({ key, id, adjustment }) => [key, { id, adjustment }]))
}

/** Adjustments in force none of whose prices counts any more on the day: later ones stand in their place, or their time is over. */
export async function replacedAdjustments(req: PayloadRequest, today: string): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select a.id from price_adjustments a
        where a.status = 'effective' and exists (select 1 from price_policies p where p.adjustment_id = a.id)
          and not exists (
            select 1 from price_policies p
            where p.adjustment_id = a.id and (p.valid_to is null or p.valid_to >= ${today}::date)
              and not exists (
                select 1 from price_policies n
                where coalesce(n.item_id, 0) = coalesce(p.item_id, 0) and coalesce(n.customer_id, 0) = coalesce(p.customer_id, 0)
                  and coalesce(n.customer_category_id, 0) = coalesce(p.customer_category_id, 0)
                  and coalesce(case when n.item_id is null then n.item_category_id end, 0) = coalesce(case when p.item_id is null then p.item_category_id end, 0)
                  and coalesce(n.unit, '') = coalesce(p.unit, '') and n.currency = p.currency and coalesce(n.min_qty, 0) = coalesce(p.min_qty, 0)
                  and n.valid_from > p.valid_from and n.valid_from <= ${today}::date and (n.valid_to is null or n.valid_to >= ${today}::date)))
        order by a.id limit 500`,
  )
  return rows.map(({ id }) => id)
}

/** The rows an adjustment became. */
export async function policiesOfAdjustment(req: PayloadRequest, adjustment: number): Promise<number[]> {
  const rows = await query<{ id: number }>(req, sql`select id from price_policies where adjustment_id = ${adjustment}::int`)
  return rows.map(({ id }) => id)
}

/** Everything that is sold, by code. */
export async function itemsOfPriceBook(req: PayloadRequest): Promise<Array<{ id: number; specification: string | null }>> {
  return query(req, sql`select id, specification from items where coalesce(active, true) and kind::text = 'goods' order by code`)
}
