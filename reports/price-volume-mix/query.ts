import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { documentsWanted } from '../kit/documents'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Whose } from '../kit/usualParams'

export type MixParams = Whose & {
  of: 'margin' | 'amount'
  by: 'customerItem' | 'customer' | 'item'
  from: string | undefined
  to: string | undefined
  beforeFrom: string | undefined
  beforeTo: string | undefined
  item: number[]
}

export const effects = ['price', 'cost', 'volume', 'mix', 'won', 'gone', 'other'] as const
const figures = ['before', ...effects, 'after', 'difference', 'quantityBefore', 'quantityAfter'] as const

type Periods = Record<'from' | 'to' | 'beforeFrom' | 'beforeTo', string>

/**
 * Why sales or their margin moved from one period to the next, taken apart for every customer and item, and added up as asked. With quantity q, price p and
 * cost c of the two periods, and g = how much the goods sold in both grew together:
 * price = (p1 − p0) q1 · cost = −(c1 − c0) q1 · volume = (g − 1) q0 m0 · mix = what is left of the difference, that is (q1 − g q0) m0 and the rounding.
 * Bought only now is won, only then is gone; where either quantity is not above 0 (returns, price-only notes) the whole difference is other.
 * Margin counts the lines whose cost is known. Control: the difference of what the lines of both periods say, added up without taking anything apart.
 */
export function mixQuery({
  params,
  scope,
  periods,
  limit,
}: {
  params: MixParams
  scope: Scope
  periods: Periods
  limit?: number
}): Statement {
  const { values, $, ids } = statementValues()
  const documents = [`i.status = 'approved'`, ...documentsWanted({ ...params, from: undefined, to: undefined, scope, $, of: 'i' })]
  const goods = (of: string): string[] => [
    ...ids(`${of}.item_id`, params.item),
    ...(params.of === 'margin' ? [`${of}.cost${of === 'l' ? '_value' : ''} is not null`] : []),
  ]
  const [from, to, beforeFrom, beforeTo] = [periods.from, periods.to, periods.beforeFrom, periods.beforeTo].map((day) => `${$(day)}::date`)
  // of days that are in one of two periods apart, one comparison says in which
  const apart = periods.beforeTo < periods.from
  const [now, then] = [`i.date between ${from} and ${to}`, `i.date between ${beforeFrom} and ${beforeTo}`]
  const [isNow, wasThen] = apart ? [`i.date >= ${from}`, `i.date <= ${beforeTo}`] : [now, then]
  const ofMargin = params.of === 'margin'
  // told by both, nothing is added up: a row is a row
  const sum = (of: string): string => (params.by === 'customerItem' ? of : `sum(${of})`)
  const shown = {
    customerItem: { columns: 'customer_id, item_id', group: '' },
    customer: { columns: 'customer_id, null::int as item_id', group: ' group by 1, 2' },
    item: { columns: 'null::int as customer_id, item_id', group: ' group by 1, 2' },
  }[params.by]
  // a row is a customer and an item: the largest are found first, and only those are taken apart
  const pageFirst = params.by === 'customerItem' && limit !== undefined
  const order = (of: string): string => `abs(${of}.difference) desc, ${of}.customer_id, ${of}.item_id`
  const text = `
with sold as (
  select i.customer_id, i.item_id, sum(i.quantity) filter (where ${wasThen}) as q0, sum(i.quantity) filter (where ${isNow}) as q1,
    sum(i.amount) filter (where ${wasThen}) as r0, sum(i.amount) filter (where ${isNow}) as r1,
    ${ofMargin ? `sum(i.cost) filter (where ${wasThen}) as c0, sum(i.cost) filter (where ${isNow}) as c1` : '0 as c0, 0 as c1'}
  from ${sumsNow('invoice_line_sums')} i where ${[`(${now} or ${then})`, ...documents.slice(1), ...goods('i')].join(' and ')} group by 1, 2
),
kinds as (
  select customer_id, item_id, coalesce(q0, 0) as q0, coalesce(q1, 0) as q1, coalesce(r0, 0) as r0, coalesce(r1, 0) as r1, coalesce(c0, 0) as c0, coalesce(c1, 0) as c1,
    coalesce(r0 - c0, 0) as m0, coalesce(r1 - c1, 0) as m1,
    case when r0 is null then 'won' when r1 is null then 'gone' when q0 > 0 and q1 > 0 then 'both' else 'other' end as kind
  from sold
),
grown as (select sum(q1) / nullif(sum(q0), 0) as g from kinds where kind = 'both'),
parts as not materialized (
  select k.*, case kind when 'both' then round(r1 - r0 * q1 / q0, 2) else 0 end as price, case kind when 'both' then round(c0 * q1 / q0 - c1, 2) else 0 end as cost,
    case kind when 'both' then round((g - 1) * m0, 2) else 0 end as volume, case kind when 'won' then m1 else 0 end as won,
    case kind when 'gone' then -m0 else 0 end as gone, case kind when 'other' then m1 - m0 else 0 end as other
  from ${pageFirst ? `(select * from kinds order by abs(m1 - m0) desc, customer_id, item_id limit ${$(limit)})` : 'kinds'} k cross join grown
),
grouped as (
  select ${shown.columns}, ${sum('m0')} as before, ${sum('price')} as price, ${sum('cost')} as cost, ${sum('volume')} as volume,
    ${sum(`case kind when 'both' then m1 - m0 - price - cost - volume else 0 end`)} as mix, ${sum('won')} as won, ${sum('gone')} as gone, ${sum('other')} as other,
    ${sum('m1')} as after, ${sum('(m1 - m0)')} as difference, ${sum('q0')} as "quantityBefore", ${sum('q1')} as "quantityAfter"
  from parts${shown.group}
),
${
  pageFirst
    ? `summed as (
  select count(*) as "_rows", sum(m0) as before, sum(m1) as after, sum(m1 - m0) filter (where kind = 'both') as kept, sum(round(r1 - r0 * q1 / q0, 2)) filter (where kind = 'both') as price,
    sum(round(c0 * q1 / q0 - c1, 2)) filter (where kind = 'both') as cost, sum(round((g - 1) * m0, 2)) filter (where kind = 'both') as volume, sum(m1) filter (where kind = 'won') as won,
    -sum(m0) filter (where kind = 'gone') as gone, sum(m1 - m0) filter (where kind = 'other') as other, sum(q0) as "quantityBefore", sum(q1) as "quantityAfter"
  from kinds cross join grown
),
totals as (select "_rows", after - before as "total_difference", kept - price - cost - volume as "total_mix",
  ${figures
    .filter((name) => name !== 'difference' && name !== 'mix')
    .map((name) => `"${name}" as "total_${name}"`)
    .join(', ')} from summed),`
    : `totals as (select count(*) as "_rows", ${figures.map((name) => `sum("${name}") as "total_${name}"`).join(', ')} from grouped),`
}
control as (
  select coalesce(sum(earned) filter (where counts = 1), 0) - coalesce(sum(earned) filter (where counts = -1), 0) as difference
  from (select h.counts, l.base_net${ofMargin ? ' - l.cost_value' : ''} as earned
    from (select i.id, case i.kind when 'creditNote' then -1 else 1 end * ((${now})::int - (${then})::int) as counts
      from invoices i where ${[...documents, `(${now} or ${then})`].join(' and ')}) h
    join invoices_lines l on ${['l._parent_id = h.id', ...goods('l')].join(' and ')}) x)
select g.customer_id as "customerId", g.item_id as "itemId", c.code as "customerCode", c.name as customer, i.code as "itemCode", i.name as item,
  ${figures.map((name) => `g."${name}"`).join(', ')}, t.*, k.difference as "_expected", 0 as "_tolerance"
from totals t cross join control k left join ${limit === undefined ? 'grouped' : `(select * from grouped x order by ${order('x')} limit ${$(limit)})`} g on true
left join customers c on c.id = g.customer_id left join items i on i.id = g.item_id
order by ${order('g')}`
  return { text, values }
}
