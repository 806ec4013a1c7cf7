import { documentsWanted, goodsWanted } from '../kit/documents'
import { documentKey, type GroupName, groupSql } from '../kit/groups'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Belonging, Goods, Period, Whose } from '../kit/usualParams'

export type DiscountParams = Period & Whose & Belonging & Goods & { by: GroupName }

export const sums = ['lines', 'list', 'amount', 'free', 'unlisted'] as const

/**
 * Invoice lines at list price and at the price they were sold at, in the tax mode of their document, in base currency; credit notes negative. Given away =
 * list − amount, so that line discount, header discount and special prices all count; goods sold free are told beside it as well. Lines without a list price are not
 * judged and told apart. Control: the amounts of all lines.
 */
export function discountsQuery({ params, scope, limit }: { params: DiscountParams; scope: Scope; limit?: number }): Statement {
  const { values, $ } = statementValues()
  const group = groupSql(params.by, ['invoices'])
  const wanted = [
    `i.status::text = 'approved'`,
    ...documentsWanted({ ...params, scope, $, of: 'i' }),
    ...goodsWanted({ ...params, $, of: 'l' }),
  ].join(' and ')
  const text = `
with facts as (
  select i.date, i.customer_id, i.salesperson_id, i.department_id, i.region, i.channel, ${params.by === 'document' ? documentKey('invoices', 'i.id') : 'null'} as document, l.item_id, s.sign, l.list_price is not null and not coalesce(i.price_only, false) as listed, coalesce(l.free, false) as free,
    s.sign * round(l.list_price * l.qty * i.exchange_rate, 2) as list, s.sign * case i.tax_mode when 'inclusive' then l.base_gross else l.base_net end as amount
  from invoices i join invoices_lines l on l._parent_id = i.id cross join lateral (select case i.kind when 'creditNote' then -1 else 1 end as sign) s
  where ${wanted}
),
grouped as (
  select ${group.key} as key, count(*) filter (where listed) as lines, coalesce(sum(list) filter (where listed), 0) as list, coalesce(sum(amount) filter (where listed), 0) as amount,
    coalesce(sum(list) filter (where listed and f.free), 0) as free, coalesce(sum(amount) filter (where not listed), 0) as unlisted
  from facts f ${group.join} group by 1
),
totals as (select count(*) as "_rows", ${sums.map((name) => `sum(${name}) as "total_${name}"`).join(', ')} from grouped),
control as (select coalesce(sum(case i.tax_mode when 'inclusive' then l.base_gross else l.base_net end * case i.kind when 'creditNote' then -1 else 1 end), 0) as amount
  from invoices i join invoices_lines l on l._parent_id = i.id where ${wanted})
select g.key, ${group.names}, ${sums.map((name) => `g.${name}`).join(', ')}, t.*, k.amount as "_expected", 0 as "_tolerance"
from totals t cross join control k left join grouped g on true ${group.named}
order by ${group.order('g.list - g.amount')}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
