import { anywhere, statementValues, worded } from '../kit/sql'
import type { AskedAt, Statement } from '../kit/statement'
import { stockDocument, stockDocumentNames } from '../kit/stockDocuments'

export type StockAvailabilityParams = {
  q: string | undefined
  by: 'batch' | 'warehouse' | 'item' | 'document'
  warehouse: number[]
  item: number[]
  category: number[]
  batch: string | undefined
  short: boolean
}

const keys: Readonly<Record<StockAvailabilityParams['by'], string>> = {
  batch: `b.item_id, b.warehouse_id, nullif(b.batch_no, ''), null::text, null::int`,
  warehouse: 'b.item_id, b.warehouse_id, null::text, null::text, null::int',
  item: 'b.item_id, null::int, null::text, null::text, null::int',
  document: `b.item_id, b.warehouse_id, nullif(b.batch_no, ''), b.source_slug, b.source_id`,
}
const figures = ['on_hand', 'frozen', 'reserved', 'expected_in', 'available', 'value'] as const

/** What documents moved, promised and expect: the entries behind the balances. */
const entries = `(select item_id, warehouse_id, batch_no, source_slug, source_id, value, case account when 'onHand' then qty else 0 end as on_hand,
    case account when 'frozen' then qty else 0 end as frozen, case account when 'reserved' then qty else 0 end as reserved,
    case when account like 'expected%' then qty else 0 end as expected_in from stock_entries)`

/**
 * What every item, warehouse and batch holds and promises, from the balances. Available = on hand − frozen − reserved; what is
 * expected stands beside it. A person limited to warehouses sees theirs only, in totals and control figure too. Control: on hand as the entries say.
 */
export function stockAvailabilityQuery({ params, scope, roles, warehouses, limit }: AskedAt<StockAvailabilityParams>): Statement {
  const { values, $, ids } = statementValues()
  const pattern = params.q ? $(anywhere(params.q)) : null
  const wanted = [
    'true',
    ...ids('b.warehouse_id', params.warehouse),
    ...(warehouses === null ? [] : [`b.warehouse_id = any(${$(warehouses)}::int[])`]),
    ...ids('b.item_id', params.item),
    ...ids('i.category_id', params.category),
    ...worded('b.batch_no', params.batch, $),
    ...(pattern
      ? [`(i.code ilike ${pattern} or i.name ilike ${pattern} or i.specification ilike ${pattern} or b.batch_no ilike ${pattern})`]
      : []),
  ].join(' and ')
  const byDocument = params.by === 'document'
  const text = `
with rows as (
  select g.*, i.code as "itemCode", i.name as item, i.specification, i.unit, c.name as category, w.code as "warehouseCode", w.name as warehouse,
    w.kind::text as kind
  from (
    select k.item_id, k.warehouse_id, k.batch_no, k.source_slug, k.source_id, ${figures.map((name) => `sum(k.${name}) as ${name}`).join(', ')}
    from (select b.*, b.on_hand - b.frozen - b.reserved as free from ${byDocument ? entries : 'stock_balances'} b join items i on i.id = b.item_id where ${wanted}) b
    cross join lateral (select ${keys[params.by]}, b.on_hand, b.frozen, b.reserved, b.expected_in, b.free, b.value)
      k(item_id, warehouse_id, batch_no, source_slug, source_id, ${figures.join(', ')})
    group by 1, 2, 3, 4, 5
  ) g
  join items i on i.id = g.item_id left join item_categories c on c.id = i.category_id left join warehouses w on w.id = g.warehouse_id
  where (g.on_hand <> 0 or g.frozen <> 0 or g.reserved <> 0 or g.expected_in <> 0) ${params.short ? 'and g.available <= 0' : ''}
),
totals as (select count(*) as "_rows", ${figures.map((name) => `sum(${name}) as "total_${name}"`).join(', ')} from rows),
control as (${
    byDocument
      ? `select coalesce(sum(b.on_hand), 0) as qty from stock_balances b join items i on i.id = b.item_id where ${wanted}`
      : `select coalesce(sum(b.qty), 0) as qty from stock_entries b join items i on i.id = b.item_id where b.account = 'onHand' and ${wanted}
  ${params.short ? `and (b.item_id, coalesce(${params.by === 'item' ? '0' : 'b.warehouse_id'}, 0), ${params.by === 'batch' ? 'b.batch_no' : `''`}) in (select item_id, coalesce(warehouse_id, 0), coalesce(batch_no, '') from rows)` : ''}`
  })
select r.item_id as "itemId", r.warehouse_id as "warehouseId", r."itemCode", r.item, r.specification, r.unit, r.category, r."warehouseCode", r.warehouse, r.kind,
  ${byDocument ? `${stockDocumentNames}, ` : ''}r.batch_no as "batchNo", ${figures.map((name) => `r.${name}`).join(', ')}, t.*, c.qty as "_expected", 0 as "_tolerance"
from totals t cross join control c left join rows r on true${byDocument ? ` left join ${stockDocument({ scope, roles, $, row: 'r' })} d on true` : ''}
order by ${byDocument ? 'd.date desc nulls last, r.source_slug, r.source_id desc, ' : ''}r."itemCode", r."warehouseCode" nulls last, r.batch_no nulls first${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
