import { scopeCondition } from '../kit/scope'
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

type Level = {
  /** The key as the invoice header knows it, or the line. Time is cut per invoice: text is made of the few groups at the end. */
  key: string
  of: 'document' | 'line'
  shown?: (key: string) => string
  join?: string
  names?: { table: string; columns: Readonly<Record<string, string>> }
}

const timeLevel = (cut: string, format: string): Level => ({
  key: `date_trunc('${cut}', y.date::timestamp)`,
  of: 'document',
  shown: (key) => `to_char(${key}, '${format}')`,
})

/** Where a level takes its key from, and the record that names it. */
const levels: Readonly<Record<Dimension, Level>> = {
  customer: { key: 'i.customer_id', of: 'document', names: { table: 'customers', columns: { customerCode: 'code', customer: 'name' } } },
  customerCategory: {
    key: 'cu.category_id',
    of: 'document',
    join: 'left join customers cu on cu.id = i.customer_id',
    names: { table: 'customer_categories', columns: { customerCategory: 'name' } },
  },
  item: {
    key: 'l.item_id',
    of: 'line',
    names: { table: 'items', columns: { itemCode: 'code', item: 'name', specification: 'specification', unit: 'unit' } },
  },
  itemCategory: {
    key: 'it.category_id',
    of: 'line',
    join: 'left join items it on it.id = l.item_id',
    names: { table: 'item_categories', columns: { itemCategory: 'name' } },
  },
  salesperson: { key: 'i.salesperson_id', of: 'document', names: { table: 'users', columns: { salesperson: 'name' } } },
  department: { key: 'i.department_id', of: 'document', names: { table: 'departments', columns: { department: 'name' } } },
  month: timeLevel('month', 'YYYY-MM'),
  quarter: timeLevel('quarter', 'YYYY-"Q"Q'),
  year: timeLevel('year', 'YYYY'),
}

const measures = ['amount', 'tax', 'quantity', 'cost', 'uncosted'] as const

/**
 * Approved invoices and credit notes (negative), by one or two levels, in base currency. Drafts never count (C-08).
 * A year-before row is the same invoice moved on by a year. Sums are exact; nothing is rounded here. `documents` is not
 * materialized, so that Postgres reads the lines with all its workers. Documents are invoices; with a level that stands on the lines,
 * lines (counting an invoice once per item would sort a million rows).
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
  const plans = asked.map((level) => levels[level])
  const keys = asked.map((_level, at) => `k${at}`).join(', ')
  const ofDocuments = plans.map(({ key, of }, at) => (of === 'document' ? `${key} as k${at}, ` : '')).join('')
  const ofLines = plans.map(({ key, of }, at) => (of === 'line' ? `${key} as k${at}` : `s.k${at}`)).join(', ')
  const joins = (of: Level['of']): string =>
    [...new Set(plans.flatMap((plan) => (plan.of === of && plan.join ? [plan.join] : [])))].join(' ')
  const items = params.item.length > 0 ? $(params.item) : null
  const wantedItems = items ? `where l.item_id = any(${items}::int[])` : ''
  const compared = params.yearBefore ? ['before'] : []
  const byLine = standsOnLines(params)
  const text = `
with documents as not materialized (
  select i.id, ${ofDocuments}y.years, case i.kind when 'creditNote' then -1 else 1 end as sign, i.net_total * i.exchange_rate as header_net,
    i.opening or i.exchange_rate <> 1 as rounded
  from invoices i ${joins('document')}
  cross join lateral (${periodsOf(params)}) y
  where ${documentConditions({ params, scope, today, items, $ }).join(' and ')}
),
gathered as (
  select ${ofLines}, s.years, s.sign, sum(l.base_net) as amount, sum(l.base_tax) as tax, sum(l.stock_qty) as quantity,
    sum(l.cost_value) as cost, sum(l.base_net) filter (where l.cost_value is null) as uncosted,
    count(*) as lines, count(*) filter (where s.rounded) as rounded_lines
  from documents s join invoices_lines l on l._parent_id = s.id ${joins('line')}
  ${wantedItems}
  group by ${keys}, s.years, s.sign
),
grouped as (
  select ${keys}, sum(documents) as documents, sum(rounded_lines) as rounded_lines, ${[...measures, ...compared].map((name) => `sum(${name}) as ${name}`).join(', ')}
  from (
    select ${keys}, ${byLine ? 'case years when 0 then lines end' : '0'} as documents, case years when 0 then rounded_lines end as rounded_lines,
      ${measures.map((name) => `case years when 0 then sign * ${name} end as ${name}`).join(', ')}
      ${params.yearBefore ? ', case years when 1 then sign * amount end as before' : ''}
    from gathered
    ${byLine ? '' : `union all select ${keys}, count(*), null, ${[...measures, ...compared].map(() => 'null').join(', ')} from documents where years = 0 group by ${keys}`}
  ) parts
  group by ${keys}
),
control as (
  select sum(sign * header_net) as net, count(*) filter (where rounded) as rounded
  from documents where years = 0
),
totals as (
  select count(*) as "_rows", sum(documents) as "total_documents", coalesce(sum(rounded_lines), 0) as rounded_lines, ${[...measures, ...compared].map((name) => `sum(${name}) as "total_${name}"`).join(', ')}
  from grouped
)
select ${plans.map(({ shown }, at) => `${shown ? shown(`g.k${at}`) : `g.k${at}`} as k${at}`).join(', ')}, g.documents, ${[...measures, ...compared].map((name) => `g.${name}`).join(', ')},
  t.*, coalesce(c.net, 0) - ${otherLines(items)} as "_expected", 0.005 * (c.rounded + t.rounded_lines) as "_tolerance"
  ${asked.map((level, at) => namesOf(level, at)).join('')}
from control c cross join totals t left join grouped g on true
${plans.map(({ names }, at) => (names ? `left join ${names.table} n${at} on n${at}.id = g.k${at}` : '')).join(' ')}
order by ${orderOf(asked)}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}

/** True when a level is known per line only: then lines are counted, since one invoice stands in several rows. */
export const standsOnLines = ({ by, then }: Pick<SalesAnalysisParams, 'by' | 'then'>): boolean =>
  [by, ...(then ? [then] : [])].some((level) => levels[level].of === 'line')

const periodsOf = ({ yearBefore }: SalesAnalysisParams): string =>
  yearBefore
    ? `select years, (i.date + make_interval(years => years))::date as date from (values (0), (1)) p(years)`
    : `select 0 as years, i.date`

/** What the headers count that the asked items did not: the other lines of the same invoices. */
const otherLines = (items: string | null): string =>
  items
    ? `(select coalesce(sum(s.sign * l.base_net), 0) from documents s join invoices_lines l on l._parent_id = s.id
    where s.years = 0 and not (l.item_id = any(${items}::int[])))`
    : '0'

/** Which invoices count, and with the year before, in which of the two periods. */
function documentConditions({
  params,
  scope,
  today,
  items,
  $,
}: {
  params: SalesAnalysisParams
  scope: Scope
  today: string
  items: string | null
  $: (value: unknown) => string
}): string[] {
  const from = params.from ? `${$(params.from)}::date` : null
  const to = params.to ? `${$(params.to)}::date` : null
  const ids = (column: string, given: number[]): string[] => (given.length > 0 ? [`${column} = any(${$(given)}::int[])`] : [])
  const earliest = from && params.yearBefore ? `${from} - interval '1 year 1 day'` : from
  return [
    `i.status = 'approved'`,
    ...scopeCondition({ scope, $, of: 'i' }),
    ...(earliest ? [`i.date >= ${earliest}`] : []),
    ...(to ? [`i.date <= ${to}`] : []),
    ...(from && params.yearBefore ? [`y.date >= ${from}`] : []),
    // without an end the year after has not come yet
    ...(params.yearBefore ? [`y.date <= ${to ?? `greatest(i.date, ${$(today)}::date)`}`] : []),
    ...ids('i.customer_id', params.customer),
    ...ids('i.salesperson_id', params.salesperson),
    ...ids('i.department_id', params.department),
    ...(items ? [`exists (select from invoices_lines x where x._parent_id = i.id and x.item_id = any(${items}::int[]))`] : []),
  ]
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
