import type { ClientBase } from 'pg'

import { insertSelect } from '@/src/imports/staging/insertSelect'

import { head, line, totals } from './columns'

/** One order in four came from a quote; for every three orders there is a quote that did not become one, or not yet. */
export async function writeQuotes(client: ClientBase, last: string): Promise<void> {
  await client.query(`create temp table g_quotes on commit drop as
    with made as (
      select o.n, o.n * 2 as key, true as won, o.date - 1 - floor(pg_temp.chance(o.n, 'asked') * 14)::int as date from g_orders o where pg_temp.chance(o.n, 'quoted') < 0.25
      union all
      select o.n, o.n * 2 + 1, false, o.date from g_orders o where pg_temp.chance(o.n, 'in vain') < 0.33)
    select (select coalesce(max(id), 0) from quotes) + row_number() over (order by date, key)::int as id, *,
      case when won then 'ordered' when date > date '${last}' - 30 then 'sent' when pg_temp.chance(key, 'lost') < 0.6 then 'lost' else 'expired' end as status from made`)
  await insertSelect({
    client,
    into: 'quotes',
    values: {
      ...head,
      ...totals('d'),
      id: 'q.id',
      no: `'GQ' || lpad(q.id::text, 7, '0')`,
      date: 'q.date',
      status: 'q.status',
      valid_until: 'q.date + 30',
      current: 'true',
      revision: '1',
      lost_for: `case when q.status = 'lost' then (array['price', 'delivery', 'competitor', 'noNeed'])[1 + floor(pg_temp.chance(q.key, 'reason') * 4)::int] end`,
    },
    from: 'from g_quotes q join g_orders o on o.n = q.n join g_done d on d.order_n = q.n order by q.id',
  })
  await insertSelect({
    client,
    into: 'quotes_lines',
    values: { ...line, _parent_id: 'q.id', id: `'q' || q.id || '-' || l.position` },
    from: 'from g_quotes q join g_sold l on l.order_n = q.n order by q.id, l.position',
  })
  await client.query(`update orders_lines x set quote_id = q.id, quote_line = 'q' || q.id || '-' || l.position
    from g_quotes q join g_sold l on l.order_n = q.n where q.won and x.id = l.id`)
}
