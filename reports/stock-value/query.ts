import { statementValues } from '../kit/sql'
import type { AskedAt, Statement } from '../kit/statement'
import { stockDocument, stockDocumentNames } from '../kit/stockDocuments'

export type StockValueParams = {
  asOf: string | undefined
  by: 'item' | 'warehouse' | 'category' | 'itemWarehouse' | 'document'
  warehouse: number[]
  item: number[]
  category: number[]
}

const keys: Readonly<Record<StockValueParams['by'], string>> = {
  item: 'b.item_id, null::int, null::int, null::text, null::int',
  warehouse: 'null::int, b.warehouse_id, null::int, null::text, null::int',
  category: 'null::int, null::int, i.category_id, null::text, null::int',
  itemWarehouse: 'b.item_id, b.warehouse_id, null::int, null::text, null::int',
  document: 'b.item_id, b.warehouse_id, null::int, b.source_slug, b.source_id',
}

/**
 * What lay in the warehouses at the end of a day and what it was worth, from the entries up to it (F4). What was entered later with an earlier date counts on that
 * date. Control: today's balances less what the entries after the day moved.
 */
export function stockValueQuery({ params, scope, roles, warehouses, today, limit }: AskedAt<StockValueParams>): Statement {
  const { values, $, ids } = statementValues()
  const day = `${$(params.asOf ?? today)}::date`
  const wanted = [
    'true',
    ...ids('b.warehouse_id', params.warehouse),
    ...(warehouses === null ? [] : [`b.warehouse_id = any(${$(warehouses)}::int[])`]),
    ...ids('b.item_id', params.item),
    ...ids('i.category_id', params.category),
  ].join(' and ')
  const byDocument = params.by === 'document'
  const text = `
with gathered as (
  select k.item_id, k.warehouse_id, k.category_id, k.source_slug, k.source_id, sum(k.qty) as qty, sum(k.value) as value from (
    select ${keys[params.by]}, b.qty, b.value from stock_entries b join items i on i.id = b.item_id
    where b.account = 'onHand' and b.business_date <= ${day} and ${wanted}
  ) k(item_id, warehouse_id, category_id, source_slug, source_id, qty, value) group by 1, 2, 3, 4, 5 having sum(k.qty) <> 0 or sum(k.value) <> 0
),
totals as (select count(*) as "_rows", sum(qty) as "total_qty", sum(value) as "total_value" from gathered),
control as (
  select coalesce((select sum(b.value) from stock_balances b join items i on i.id = b.item_id where ${wanted}), 0)
    - coalesce((select sum(b.value) from stock_entries b join items i on i.id = b.item_id where b.account = 'onHand' and b.business_date > ${day} and ${wanted}), 0) as value
)
select r.item_id as "itemId", r.warehouse_id as "warehouseId", r.category_id as "categoryId", i.code as "itemCode", i.name as item, i.specification, i.unit, w.name as warehouse, c.name as category,
  ${byDocument ? `${stockDocumentNames}, ` : ''}r.qty, r.value, t.*, k.value as "_expected", 0 as "_tolerance"
from totals t cross join control k left join gathered r on true left join items i on i.id = r.item_id left join warehouses w on w.id = r.warehouse_id
left join item_categories c on c.id = coalesce(r.category_id, i.category_id)${byDocument ? ` left join ${stockDocument({ scope, roles, $, row: 'r' })} d on true` : ''}
order by ${byDocument ? 'd.date desc nulls last, r.source_slug, r.source_id desc' : 'r.value desc'}, i.code, w.code${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
