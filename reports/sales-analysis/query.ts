import type { Scope, Statement } from '../kit/statement'

import type { Dimension } from './dimensions'

export type SalesAnalysisParams = {
  by: Dimension
  then: Dimension | undefined
  from: string | undefined
  to: string | undefined
  customer: number[]
  item: number[]
  salesperson: number[]
  department: number[]
  yearBefore: boolean
}

/** Where a level takes its key from, and the record that names it. `line`: known per line, so lines are gathered by it too. */
const levels: Readonly<
  Record<Dimension, { key: string; line?: string; names?: { table: string; columns: Readonly<Record<string, string>> } }>
> = {
  customer: { key: 's.customer_id', names: { table: 'customers', columns: { customerCode: 'code', customer: 'name' } } },
  customerCategory: { key: 'cu.category_id', names: { table: 'customer_categories', columns: { customerCategory: 'name' } } },
  item: {
    key: 's.item_id',
    line: 'l.item_id',
    names: { table: 'items', columns: { itemCode: 'code', item: 'name', specification: 'specification', unit: 'unit' } },
  },
  itemCategory: {
    key: 's.item_category_id',
    line: 'it.category_id',
    names: { table: 'item_categories', columns: { itemCategory: 'name' } },
  },
  salesperson: { key: 's.salesperson_id', names: { table: 'users', columns: { salesperson: 'name' } } },
  department: { key: 's.department_id', names: { table: 'departments', columns: { department: 'name' } } },
  month: { key: `to_char(p.date, 'YYYY-MM')` },
  quarter: { key: `to_char(p.date, 'YYYY-"Q"Q')` },
  year: { key: `to_char(p.date, 'YYYY')` },
}

const measures = ['amount', 'tax', 'gross', 'quantity', 'cost', 'uncosted'] as const

/**
 * Approved invoices and credit notes (negative), by one or two levels, in base currency. Drafts never count (C-08).
 * Lines are first gathered per invoice (and item, when an item level is asked), so that the number of invoices is a count and not a
 * sort; a year-before row is the same invoice moved on by a year. Sums are exact; nothing is rounded here.
 * The control figure comes from the invoice headers; when only some items are asked, less the other lines of the same invoices.
 */
export function salesAnalysisQuery({
  params,
  scope,
  today,
  limit,
}: {
  params: SalesAnalysisParams
  scope: Scope
  today: string
  limit?: number
}): Statement {
  const values: unknown[] = []
  const $ = (value: unknown): string => `$${values.push(value)}`
  const asked = params.then ? [params.by, params.then] : [params.by]
  const lineLevels = asked.flatMap((level) => levels[level].line ?? [])
  const [from, to] = [params.from ? $(params.from) : null, params.to ? $(params.to) : null]
  const ids = (column: string, given: number[]): string[] => (given.length > 0 ? [`${column} = any(${$(given)}::int[])`] : [])
  const documents = [
    `i.status = 'approved'`,
    ...scopeCondition(scope, $),
    ...(to ? [`i.date <= ${to}::date`] : []),
    ...(from ? [`i.date >= ${from}::date${params.yearBefore ? ` - interval '1 year 1 day'` : ''}`] : []),
    ...ids('i.customer_id', params.customer),
    ...ids('i.salesperson_id', params.salesperson),
    ...ids('i.department_id', params.department),
  ]
  const items = ids('l.item_id', params.item)
  const inPeriod = [
    ...(from ? [`p.date >= ${from}::date`] : []),
    params.yearBefore ? `p.date <= ${to ?? `greatest(s.date, ${$(today)}::date)`}${to ? '::date' : ''}` : 'true',
  ]
  const now = params.yearBefore ? 'filter (where p.years = 0)' : ''
  const keys = asked.map((level, at) => `${levels[level].key} as k${at}`)
  const others =
    items.length > 0
      ? `(select coalesce(sum(o.base_net * s.sign), 0) from documents s join invoices_lines o on o._parent_id = s.id
          where not (${items[0]?.replace('l.', 'o.')}))`
      : '0'
  const text = `
with sales as (
  select i.id, i.date, i.customer_id, i.salesperson_id, i.department_id, i.net_total * i.exchange_rate as header_net,
    i.opening or i.exchange_rate <> 1 as rounded, case i.kind when 'creditNote' then -1 else 1 end as sign,
    ${lineLevels.map((line) => `${line} as ${line === 'l.item_id' ? 'item_id' : 'item_category_id'},`).join(' ')}
    sum(l.base_net) as amount, sum(l.base_tax) as tax, sum(l.base_gross) as gross, sum(l.stock_qty) as quantity, sum(l.cost_value) as cost,
    sum(l.base_net) filter (where l.cost_value is null) as uncosted, count(*) as lines
  from invoices i join invoices_lines l on l._parent_id = i.id ${lineLevels.includes('it.category_id') ? 'join items it on it.id = l.item_id' : ''}
  where ${[...documents, ...items].join(' and ')}
  group by i.id${lineLevels.map((line) => `, ${line}`).join('')}
),
grouped as (
  select ${keys.join(', ')}, count(*) ${now} as invoices,
    ${measures.map((name) => `sum(s.sign * s.${name}) ${now} as ${name}`).join(',\n    ')}
    ${params.yearBefore ? ', sum(s.sign * s.amount) filter (where p.years = 1) as before' : ''}
  from sales s
  ${params.yearBefore ? `cross join lateral (select years, (s.date + make_interval(years => years))::date as date from (values (0), (1)) y(years)) p` : `cross join lateral (select s.date) p`}
  ${asked.includes('customerCategory') ? 'left join customers cu on cu.id = s.customer_id' : ''}
  where ${inPeriod.join(' and ')}
  group by ${asked.map((_level, at) => at + 1).join(', ')}
),
documents as (
  select distinct on (s.id) s.id, s.sign, s.sign * s.header_net as net, s.rounded from sales s ${from && params.yearBefore ? `where s.date >= ${from}::date` : ''}
),
control as (
  select (select count(*) from grouped) as "_rows", coalesce(sum(net), 0) - ${others} as "_expected", count(*) as "total_invoices",
    0.005 * (count(*) filter (where rounded) + (select coalesce(sum(lines) filter (where rounded), 0) from sales)) as "_tolerance"
  from documents
),
totals as (
  select ${[...measures, ...(params.yearBefore ? ['before'] : [])].map((name) => `sum(${name}) as "total_${name}"`).join(', ')} from grouped
)
select g.*, c.*, t.*${asked.map((level, at) => namesOf(level, at)).join('')}
from control c cross join totals t left join grouped g on true
${asked.map((level, at) => (levels[level].names ? `left join ${levels[level].names?.table} n${at} on n${at}.id = g.k${at}` : '')).join('\n')}
order by ${orderOf(asked)}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}

const namesOf = (level: Dimension, at: number): string =>
  Object.entries(levels[level].names?.columns ?? {})
    .map(([key, column]) => `, n${at}.${column} as "${key}"`)
    .join('')

/** Time in its order, everything else the largest first; a second level inside its first. */
function orderOf(asked: readonly Dimension[]): string {
  const amount = 'coalesce(g.amount, 0)'
  const first = levels[asked[0] as Dimension].names ? [`sum(${amount}) over (partition by g.k0) desc`, 'g.k0'] : ['g.k0']
  if (!asked[1]) return first.join(', ')
  return [...first, ...(levels[asked[1]].names ? [`${amount} desc`, 'g.k1'] : ['g.k1'])].join(', ')
}

/** The same rows as the person's list of invoices: what he sold or prepared, or what his department did. */
function scopeCondition(scope: Scope, $: (value: unknown) => string): string[] {
  if (scope.kind === 'all') return []
  if (scope.kind === 'none') return ['false']
  const user = $(scope.userId)
  const own = `i.salesperson_id = ${user} or i.prepared_by_id = ${user}`
  const department = scope.kind === 'department' && scope.departmentId !== null ? ` or i.department_id = ${$(scope.departmentId)}` : ''
  return [`(${own}${department})`]
}
