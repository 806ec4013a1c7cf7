import type { PayloadRequest } from 'payload'

import { auditedRows } from './auditLog'
import { asJson, query, type Sql, sql } from './query'

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

type Written = { req: PayloadRequest; author: Author; verb: 'create' | 'delete'; rows: Sql }

/** The price of each row that is written, for the log: the adjustment is the reason. */
const told = ({ req, author, verb, rows }: Written): Sql =>
  auditedRows(req, {
    user: author.id,
    userName: author.name,
    slug: 'price-policies',
    reason: author.no,
    verb,
    path: 'price',
    rows,
  })

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
        told as (${told({ req, author, verb: 'create', rows: sql`select a.id, g."oldPrice" as before, g.price as after from added a join given g on g."policyKey" = a.policy_key` })})
        select count(*)::int as count from added`,
  )
  return written?.count ?? 0
}

/** Takes the prices of an adjustment out again, before its day. Traces that name them stay readable. Returns how many. */
export async function removePolicies(req: PayloadRequest, { adjustment, author }: { adjustment: number; author: Author }): Promise<number> {
  const [removed] = await query<{ count: number }>(
    req,
    sql`with gone as (delete from price_policies where adjustment_id = ${adjustment}::int returning id, price),
        told as (${told({ req, author, verb: 'delete', rows: sql`select id, price as before, null::numeric as after from gone` })})
        select count(*)::int as count from gone`,
  )
  return removed?.count ?? 0
}
