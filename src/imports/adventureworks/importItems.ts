import type { ClientBase } from 'pg'
import { insertSelect, stamps } from '../staging/insertSelect'

/** Parts and components that the source leaves without a category. */
const uncategorised = 'AW-C0'

/** Product categories and, under them, subcategories. */
async function importItemCategories(client: ClientBase): Promise<number> {
  const top = await insertSelect({
    client,
    into: 'item_categories',
    values: { code: 'c.code', name: 'c.name', ...stamps },
    from: `from (select 'AW-C' || product_category_id as code, name, product_category_id as rank from import_aw_product_category
                 union all select '${uncategorised}', 'Parts and components', 0) c
           where not exists (select from item_categories i where i.code = c.code) order by c.rank`,
  })
  const below = await insertSelect({
    client,
    into: 'item_categories',
    values: { code: `'AW-S' || s.product_subcategory_id`, name: 's.name', parent_id: 'p.id', ...stamps },
    from: `from import_aw_product_subcategory s join item_categories p on p.code = 'AW-C' || s.product_category_id
           where not exists (select from item_categories i where i.code = 'AW-S' || s.product_subcategory_id) order by s.product_subcategory_id`,
  })
  return top + below
}

/** Products become items under their product number; what is not sold any more is inactive. A list price of 0 is none. */
async function importItemMasters(client: ClientBase): Promise<number> {
  return insertSelect({
    client,
    into: 'items',
    values: {
      code: 'p.product_number',
      name: 'p.name',
      specification: `nullif(concat_ws(', ', p.color, p.size || coalesce(' ' || p.size_unit_measure_code, '')), '')`,
      kind: `'goods'`,
      category_id: 'c.id',
      unit: `'PCS'`,
      // The source taxes by the customer's state, order by order: the item itself has no rate.
      tax_rate: 'null',
      list_price: 'nullif(p.list_price, 0)',
      batch_controlled: 'false',
      availability_mode: `'inherit'`,
      active: 'p.sell_end_date is null and p.discontinued_date is null',
      ...stamps,
    },
    from: `from import_aw_product p
           join item_categories c on c.code = coalesce('AW-S' || p.product_subcategory_id, '${uncategorised}')
           where not exists (select from items i where i.code = p.product_number) order by p.product_id`,
  })
}

/** The key under which price policies are unique, as saving one in the admin writes it: level, unit, currency, break, date, priority. */
const policyKey = `'["","",' || i.id || ',"","","USD","0","' || h.start_date || '",0]'`

/** Every period of a product's list price becomes a price policy of the item, valid in that period. */
async function importListPrices(client: ClientBase): Promise<number> {
  return insertSelect({
    client,
    into: 'price_policies',
    values: {
      item_id: 'i.id',
      currency: `'USD'`,
      min_qty: '0',
      price: 'h.list_price',
      net: 'false',
      priority: '0',
      valid_from: 'h.start_date',
      valid_to: 'h.end_date',
      version: '1',
      policy_key: policyKey,
      ...stamps,
    },
    from: `from import_aw_product_list_price_history h
           join import_aw_product p using (product_id)
           join items i on i.code = p.product_number
           where not exists (select from price_policies o where o.policy_key = ${policyKey})
           order by h.product_id, h.start_date`,
  })
}

/** Every period of a product's standard cost, as the source keeps it: what margins of imported sales were computed with. */
async function importCostHistory(client: ClientBase): Promise<number> {
  return insertSelect({
    client,
    into: 'item_cost_history',
    values: { item_id: 'i.id', valid_from: 'h.start_date', valid_to: 'h.end_date', cost: 'h.standard_cost' },
    from: `from import_aw_product_cost_history h
           join import_aw_product p using (product_id)
           join items i on i.code = p.product_number
           where not exists (select from item_cost_history o where o.item_id = i.id and o.valid_from = h.start_date::date)
           order by h.product_id, h.start_date`,
  })
}

/** Item categories, items, list-price and cost history. Returns the rows that were not there before. */
export async function importItems(client: ClientBase): Promise<Record<string, number>> {
  return {
    'item categories': await importItemCategories(client),
    items: await importItemMasters(client),
    'list prices': await importListPrices(client),
    'costs by period': await importCostHistory(client),
  }
}
