import type { PayloadRequest } from 'payload'

import type { AvailabilityMode } from '@/src/domain/stock/decideAvailability'

import { forgetKind, rememberedRows } from '../masterMemo'
import { asJson, query, type Sql, sql } from '../query'

/** Everything the rules need of an item, its categories (nearest first) and its cost; figures are decimal strings. */
export type ItemFacts = {
  id: number
  code: string
  name: string
  kind: 'goods' | 'sample'
  active: boolean
  unit: string
  units: Array<{ unit: string; factor: string }>
  categories: number[]
  taxRate: string | null
  listPrice: string | null
  minPrice: string | null
  minMarginRate: string | null
  minMarginSource: 'item' | 'itemCategory' | null
  /** Item's own markup percent, else the nearest category's. */
  markupRate: string | null
  /** Largest line discount percent of the nearest category that sets one. */
  maxDiscountRate: string | null
  overDeliveryRate: string
  batchControlled: boolean
  /** Its own mode and those of its categories, nearest first; `inherit` and null pass on (see availabilityModeOf). */
  availabilityModes: Array<AvailabilityMode | 'inherit' | null>
  averageCost: string | null
  latestCost: string | null
  costQty: string
  costValue: string
  /** The entry after which its costs follow from the whole history: it was sold below zero, or came in without a cost. Null = never. */
  costSince: string | null
  /** Whether something of it went out or lies there whose cost nobody knows. */
  costUnknown: boolean
}

/** Facts of the given items in one query, whatever their number. A transaction reads an item once until goods of it move or a master is written. */
export const itemFacts = async (req: PayloadRequest, ids: readonly number[]): Promise<Map<number, ItemFacts>> =>
  ids.length === 0 ? new Map() : rememberedRows({ req, kind: 'items', keys: ids, read: (missing) => readItems(req, missing) })

/** The same, read anew: what goods are valued by is never older than the lock they move under. */
export async function itemFactsUnderLock(req: PayloadRequest, ids: readonly number[]): Promise<Map<number, ItemFacts>> {
  await forgetKind(req, 'items')
  return itemFacts(req, ids)
}

async function readItems(req: PayloadRequest, ids: readonly number[]): Promise<Map<number, ItemFacts>> {
  const rows = await query<ItemFacts>(req, itemsAsked(ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The question for the facts of these items. */
export const itemsAsked = (ids: readonly number[]): Sql =>
  sql`with recursive wanted as (select distinct k.id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id int)),
    path as (
      select c.id as nearest, c.id as category, c.parent_id as parent, 1 as depth, c.min_margin_rate, c.markup_rate, c.max_discount_rate,
        c.availability_mode::text as mode
      from item_categories c where c.id in (select i.category_id from items i join wanted w on w.id = i.id)
      union all
      select p.nearest, c.id, c.parent_id, p.depth + 1, c.min_margin_rate, c.markup_rate, c.max_discount_rate, c.availability_mode::text
      from path p join item_categories c on c.id = p.parent where p.depth < 20),
    categories as (
      select nearest, array_agg(category order by depth) as ids,
        (array_agg(min_margin_rate order by depth) filter (where min_margin_rate is not null))[1] as margin,
        (array_agg(markup_rate order by depth) filter (where markup_rate is not null))[1] as markup,
        (array_agg(max_discount_rate order by depth) filter (where max_discount_rate is not null))[1] as discount,
        json_agg(mode order by depth) as modes
      from path group by nearest)
    select i.id, i.code, i.name, i.kind::text as kind, coalesce(i.active, true) as active, i.unit,
      coalesce((select json_agg(json_build_object('unit', u.unit, 'factor', u.factor::text) order by u._order) from items_units u where u._parent_id = i.id), '[]') as units,
      coalesce(to_json(c.ids), '[]'::json) as categories, i.tax_rate::text as "taxRate", i.list_price::text as "listPrice", i.min_price::text as "minPrice",
      coalesce(i.min_margin_rate, c.margin)::text as "minMarginRate",
      case when i.min_margin_rate is not null then 'item' when c.margin is not null then 'itemCategory' end as "minMarginSource",
      coalesce(i.markup_rate, c.markup)::text as "markupRate", c.discount::text as "maxDiscountRate",
      coalesce(i.over_delivery_rate, 0)::text as "overDeliveryRate", coalesce(i.batch_controlled, false) as "batchControlled",
      (json_build_array(i.availability_mode)::jsonb || coalesce(c.modes::jsonb, '[]')) as "availabilityModes",
      case when k.qty > 0 then k.average end::text as "averageCost", k.latest::text as "latestCost", coalesce(k.qty, 0)::text as "costQty",
      coalesce(k.value, 0)::text as "costValue",
      m.since::text as "costSince", m.item_id is not null and exists (select from stock_uncovered u where u.item_id = i.id and u.unknown) as "costUnknown"
    from items i join wanted w on w.id = i.id left join categories c on c.nearest = i.category_id left join item_costs k on k.item_id = i.id
      left join stock_cost_marks m on m.item_id = i.id`
