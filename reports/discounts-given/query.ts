import { freightOfHead } from '@/src/ledger/sums/freightOfHead'
import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { documentsWanted, goodsWanted, netOfHead, tellsSales } from '../kit/documents'
import { documentKey, type GroupName, groupSql } from '../kit/groups'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Belonging, Goods, Period, Whose } from '../kit/usualParams'

export type DiscountParams = Period & Whose & Belonging & Goods & { by: GroupName }

export const sums = ['lines', 'list', 'amount', 'free', 'unlisted'] as const

/**
 * Invoice lines at list price and at the price they were sold at, in the tax mode of their document, in base currency; credit notes negative. Given away =
 * list − amount, so that line discount, header discount and special prices all count; goods sold free are told beside it as well. Lines without a list price are not
 * judged and told apart. Control: the totals of the heads, without freight; when only some items are asked, less the other lines of the same invoices.
 */
export function discountsQuery({ params, scope, limit }: { params: DiscountParams; scope: Scope; limit?: number }): Statement {
  const { values, $ } = statementValues()
  const group = groupSql(params.by, ['invoices'])
  const documents = (of: string): string[] => [`${of}.status = 'approved'`, ...documentsWanted({ ...params, scope, $, of })]
  const goods = goodsWanted({ ...params, $, of: 'i' }).join(' and ')
  const text = `
with sold as not materialized (select i.*, i.invoice_id as id${params.by === 'document' ? `, ${documentKey('invoices', 'i.invoice_id')} as document` : ''} from ${sumsNow('invoice_line_sums')} i where ${['true', ...documents('i').slice(1)].join(' and ')}),
facts as not materialized (select i.*, i.list is not null as listed from sold i where ${goods || 'true'}),
grouped as (
  select ${group.key} as key, count(*) filter (where f.listed) as lines, coalesce(sum(f.list) filter (where f.listed), 0) as list, coalesce(sum(f.asked) filter (where f.listed), 0) as amount,
    coalesce(sum(f.list) filter (where f.listed and f.free), 0) as free, coalesce(sum(f.asked) filter (where not f.listed), 0) as unlisted,
    count(*) filter (where f.rounded) as rounded
  from facts f ${group.join} group by 1
),
totals as (select count(*) as "_rows", coalesce(sum(rounded), 0) as rounded, ${sums.map((name) => `sum(${name}) as "total_${name}"`).join(', ')} from grouped),
control as (
  select coalesce(sum(case i.kind when 'creditNote' then -1 else 1 end * case i.tax_mode when 'inclusive' then (i.gross_total - ${freightOfHead('i')}) * i.exchange_rate else ${netOfHead('i')} end), 0)
      ${goods ? `- (select coalesce(sum(asked), 0) from sold i where (${goods}) is not true)` : ''} as amount,
    count(*) filter (where i.opening or i.exchange_rate <> 1) ${goods ? '+ (select count(*) from sold i where i.rounded)' : ''} as rounded
  from invoices i where ${[...documents('i'), tellsSales('i')].join(' and ')})
select g.key, ${group.names}, ${sums.map((name) => `g.${name}`).join(', ')}, t.*, k.amount as "_expected", 0.005 * (k.rounded + t.rounded) as "_tolerance"
from totals t cross join control k left join grouped g on true ${group.named}
order by ${group.order('g.list - g.amount')}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
