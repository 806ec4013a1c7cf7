import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from './query'

export type NewPolicy = {
  customer: number | null
  customerCategory: number | null
  item: number | null
  itemCategory: number | null
  unit: string | null
  currency: string
  minQty: number | null
  price: number
  net: boolean
  priority: number
  validFrom: string
  validTo: string | null
  policyKey: string
  oldPrice: number | null
}

type Author = { id: number | null; name: string | null; no: string }

/**
 * Appends the prices of an adjustment to the price policies and says so in the audit log, in one statement, whatever their number.
 * The unique key of a row refuses its twin; whoever calls holds the locks of the keys.
 */
export async function appendPolicies(
  req: PayloadRequest,
  { adjustment, rows, author }: { adjustment: number; rows: readonly NewPolicy[]; author: Author },
): Promise<number> {
  const [written] = await query<{ count: number }>(
    req,
    sql`with given as (
          select * from jsonb_to_recordset(${asJson(rows)}::jsonb) as k(customer int, "customerCategory" int, item int, "itemCategory" int, unit text,
            currency text, "minQty" numeric, price numeric, net boolean, priority int, "validFrom" date, "validTo" date, "policyKey" text, "oldPrice" numeric)),
        added as (
          insert into price_policies (customer_id, customer_category_id, item_id, item_category_id, unit, currency, min_qty, price, net, priority,
            valid_from, valid_to, version, policy_key, adjustment_id, created_at, updated_at)
          select customer, "customerCategory", item, "itemCategory", unit, currency, "minQty", price, net, priority, "validFrom", "validTo", 1,
            "policyKey", ${adjustment}::int, now(), now() from given
          returning id, policy_key),
        told as (
          insert into audit_log (at, user_id, user_name, slug, document_id, verb, version, changes, reason)
          select now(), ${author.id}::int, ${author.name}::text, 'price-policies', a.id::text, 'create', 1,
            jsonb_build_array(jsonb_build_object('path', 'price', 'before', g."oldPrice", 'after', g.price)), ${author.no}::text
          from added a join given g on g."policyKey" = a.policy_key)
        select count(*)::int as count from added`,
  )
  return written?.count ?? 0
}

/** Takes the prices of an adjustment out again, before its day. Traces that name them stay readable. Returns how many. */
export async function removePolicies(req: PayloadRequest, { adjustment, author }: { adjustment: number; author: Author }): Promise<number> {
  const [removed] = await query<{ count: number }>(
    req,
    sql`with gone as (delete from price_policies where adjustment_id = ${adjustment}::int returning id, price),
        told as (
          insert into audit_log (at, user_id, user_name, slug, document_id, verb, changes, reason)
          select now(), ${author.id}::int, ${author.name}::text, 'price-policies', id::text, 'delete',
            jsonb_build_array(jsonb_build_object('path', 'price', 'before', price, 'after', null)), ${author.no}::text from gone)
        select count(*)::int as count from gone`,
  )
  return removed?.count ?? 0
}
