// More than 200 lines: the report is one statement, told in one place.

import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { documentsWanted, goodsWanted, netOfHead, tellsSales } from '../kit/documents'
import { statementValues, worded } from '../kit/sql'
import type { Asked, Scope, Statement } from '../kit/statement'
import type { Belonging, Goods, Period, Whose } from '../kit/usualParams'

import { isTime, type Dimension } from './dimensions'
import { levels } from './levels'

export type SalesAnalysisParams = Period &
  Whose &
  Belonging &
  Goods &
  Record<Place, string | undefined> & {
    by: Dimension
    then: Dimension | undefined
    yearBefore: boolean
    top: number | undefined
    abc: boolean
  }

/** Levels that have as many groups as there are records: worth looking at the lines twice. */
const manyOf: readonly Dimension[] = ['customer', 'item', 'invoice']

/** Where a customer is. */
export const places = ['country', 'province', 'city'] as const
type Place = (typeof places)[number]

const measures = ['amount', 'tax', 'quantity', 'cost', 'uncosted'] as const
/** What is also told of the year before. */
const compared = ['amount', 'quantity', 'cost', 'uncosted'] as const

/**
 * Approved invoices and credit notes (negative), by one or two levels, in base currency. Drafts never count (C-08).
 * A year-before row is the same invoice moved on by a year. Sums are exact; nothing is rounded here. `documents` is not
 * materialized, so that Postgres reads the lines with all its workers. Documents are invoices; with a level that stands on the lines,
 * lines (counting an invoice once per item would sort a million rows). `top` keeps the largest of the first level and adds the others up in one row.
 * The control figure comes from the invoice headers; when only some items are asked, less the other lines of the same invoices.
 */
export function salesAnalysisQuery({ params, scope, today, limit }: Asked<SalesAnalysisParams>): Statement {
  const { values, $ } = statementValues()
  const asked = params.then ? [params.by, params.then] : [params.by]
  const plans = asked.map((level) => levels[level])
  const keys = asked.map((_level, at) => `k${at}`).join(', ')
  const joins = [...new Set(plans.flatMap(({ join }) => (join ? [join] : [])))].join(' ')
  // its values are put in once, wherever it is asked
  const wanted = goodsWanted({ ...params, $, of: 'line' }).join(' and ')
  const goods = (of: string): string => wanted.replaceAll('line.', `${of}.`)
  const before = params.yearBefore ? compared.map((name) => `before_${name}`) : []
  const figures = [...measures, ...before]
  const sums = figures.map((name) => `sum(${name}) as ${name}`).join(', ')
  const byLine = standsOnLines(params)
  const counted = byLine ? 'lines' : 'documents'
  const conditions = documentConditions({ params, scope, today, $ })
  // of two levels the largest of the first are found before a second one of many is looked at
  const leads = params.top !== undefined && manyOf.some((level) => level === params.then) && !params.yearBefore
  const ofItems = goods('x') ? [`exists (select from invoices_lines x where x._parent_id = i.id and ${goods('x')})`] : []
  // of two levels only those groups of the first whose rows are shown are put in order
  const paged =
    params.then && limit !== undefined
      ? `(select s.* from shown s where s.others is not null or ${keyOf('s')} in (select key from firsts where before < ${$(limit)}))`
      : 'shown'
  const text = `
with documents as not materialized (
  select i.id, y.years, case i.kind when 'creditNote' then -1 else 1 end as sign, ${netOfHead('i')} as header_net, i.opening or i.exchange_rate <> 1 as rounded
  from invoices i cross join lateral (${periodsOf(params)}) y
  where ${[`i.status = 'approved'`, tellsSales('i'), ...conditions, ...ofItems].join(' and ')}
),
${leads ? `leaders as materialized (${leadersOf({ params, conditions, goods: goods('s'), byLine, counted })}),` : ''}
gathered as (
  select ${plans.map(({ key }, at) => `${key} as k${at}`).join(', ')}, y.years, count(*) as documents, sum(i.amount) as amount, sum(i.tax) as tax,
    sum(i.quantity) as quantity, sum(i.cost) as cost, sum(i.uncosted) as uncosted, sum(i.lines) as lines, sum(i.lines) filter (where i.rounded) as rounded_lines
  from ${soldFrom({ byLine, goods: goods('s') })} i ${joins}
  cross join lateral (${periodsOf(params)}) y
  ${whereAll([...conditions, ...(leads ? [`coalesce((${levels[params.by].key})::text, '') in (select key from leaders where place <= ${$(params.top)})`] : [])])}
  group by ${keys}, y.years
),
grouped as materialized (
  ${
    params.yearBefore
      ? `select ${keys}, sum(${counted}) filter (where years = 0) as documents, sum(rounded_lines) filter (where years = 0) as rounded_lines,
    ${measures.map((name) => `sum(${name}) filter (where years = 0) as ${name}`).join(', ')},
    ${compared.map((name) => `sum(${name}) filter (where years = 1) as before_${name}`).join(', ')}
  from gathered group by ${keys}`
      : `select ${keys}, ${counted} as documents, rounded_lines, ${measures.join(', ')} from gathered`
  }
),
${params.then || (params.top && !params.abc) ? firstsOf(params.by) : ''}
${shownGroups({ params, keys, sums, leads, $ })}
control as (
  select sum(sign * header_net) as net, count(*) filter (where rounded) as rounded
  from documents where years = 0
),
totals as (
  select count(*) as "_rows", sum(documents) as "total_documents", coalesce(sum(rounded_lines), 0) as rounded_lines,
    ${figures.map((name) => `sum(${name}) as "total_${name}"`).join(', ')}, ${params.abc ? 'sum(share) as "total_share"' : 'null as "total_share"'}
  from shown
)
select ${plans.map(({ shown }, at) => `${shown ? shown(`g.k${at}`) : `g.k${at}`} as k${at}`).join(', ')}, g.documents, ${figures.map((name) => `g.${name}`).join(', ')},
  g.others, ${params.abc ? 'g.place, g.share, g.upto, g.class, ' : ''}t.*, coalesce(c.net, 0) - ${otherLines(goods('l'))} as "_expected",
  0.005 * (c.rounded + t.rounded_lines) as "_tolerance"
  ${asked.map((level, at) => namesOf(level, at)).join('')}
from control c cross join totals t left join ${paged} g on true
${plans.map(({ names }, at) => (names ? `left join ${names.table} n${at} on n${at}.id = g.k${at}` : '')).join(' ')}
order by ${orderOf(asked)}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}

/**
 * What was sold, from what is added up beside the books: an invoice a row; its lines where a level stands on them, or those of the goods asked for, taken together
 * per invoice.
 */
function soldFrom({ byLine, goods }: { byLine: boolean; goods: string }): string {
  if (!byLine && !goods) return `(select s.invoice_id as id, s.* from ${sumsNow('invoice_sums')} s)`
  const lines = `${sumsNow('invoice_line_sums')} s${goods ? ` where ${goods}` : ''}`
  if (byLine) return `(select s.invoice_id as id, s.*, case when s.cost is null then s.amount end as uncosted, 1 as lines from ${lines})`
  const heads = 's.invoice_id, s.date, s.customer_id, s.salesperson_id, s.prepared_by_id, s.department_id, s.region, s.channel, s.rounded'
  return `(select s.invoice_id as id, ${heads}, sum(s.amount) as amount, sum(s.tax) as tax, sum(s.quantity) as quantity, sum(s.cost) as cost,
    sum(s.amount) filter (where s.cost is null) as uncosted, count(*) as lines from ${lines} group by ${heads})`
}

/** True when a level is known per line only: then lines are counted, since one invoice stands in several rows. */
export const standsOnLines = ({ by, then }: Pick<SalesAnalysisParams, 'by' | 'then'>): boolean =>
  [by, ...(then ? [then] : [])].some((level) => levels[level].of === 'line')

const whereAll = (conditions: readonly string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '')

type Sold = { params: SalesAnalysisParams; conditions: readonly string[]; goods: string; byLine: boolean; counted: string }

/** Every group of the first level alone, in its place: what it adds up to does not depend on how its rows are told apart. */
function leadersOf({ params, conditions, goods, byLine, counted }: Sold): string {
  const { key, join = '' } = levels[params.by]
  return `select ${keyOf('x')} as key, x.*, row_number() over (order by coalesce(amount, 0) desc, k0 rows unbounded preceding) as place
  from (select ${key} as k0, ${counted === 'lines' ? 'sum(i.lines)' : 'count(*)'} as documents, sum(i.lines) filter (where i.rounded) as rounded_lines,
      ${measures.map((name) => `sum(i.${name}) as ${name}`).join(', ')}
    from ${soldFrom({ byLine, goods })} i ${join} cross join lateral (${periodsOf(params)}) y ${whereAll(conditions)} group by 1) x`
}

type Shown = { params: SalesAnalysisParams; keys: string; sums: string; leads: boolean; $: (value: unknown) => string }

/**
 * The groups as they are shown. ABC: the largest that make up 80 % of the amount are A, those up to 95 % B, the others C; a group
 * belongs to the class in which it begins, so that a single customer is A. Shares have no meaning where the whole is not above 0.
 */
function shownGroups({ params, keys, sums, leads, $ }: Shown): string {
  if (params.abc) {
    const whole = 'nullif(greatest(sum(amount) over (), 0), 0)'
    const ranked = `
ranked as (
  select g.*, row_number() over w as place, coalesce(amount, 0) * 100 / ${whole} as share, sum(amount) over w * 100 / ${whole} as upto
  from grouped g window w as (order by coalesce(amount, 0) desc, k0 rows unbounded preceding)
),
classed as (
  select *, case when share is null then null when upto - share < 80 then 'A' when upto - share < 95 then 'B' else 'C' end as class from ranked
),`
    if (!params.top) return `${ranked}\nshown as (select *, null::bigint as others from classed),`
    const most = $(params.top)
    return `${ranked}
shown as (
  select ${keys}, documents, rounded_lines, ${namesOfSums(sums)}, place, share, upto, class, null::bigint as others from classed where place <= ${most}
  union all
  select null, sum(documents), sum(rounded_lines), ${sums}, null, sum(share), max(upto), null, count(*) from classed where place > ${most} having count(*) > 0
),`
  }
  if (!params.top) return 'shown as not materialized (select *, null::bigint as others from grouped),'
  const most = $(params.top)
  const nothing = keys.replaceAll(/k\d/g, 'null')
  if (leads)
    return `
shown as (
  select ${keys}, documents, rounded_lines, ${namesOfSums(sums)}, null::bigint as others from grouped
  union all
  select ${nothing}, sum(documents), sum(rounded_lines), ${sums}, count(*) from leaders where place > ${most} having count(*) > 0
),`
  return `
shown as (
  select ${keys}, documents, rounded_lines, ${namesOfSums(sums)}, null::bigint as others from grouped g join firsts f on f.key = ${keyOf('g')} where f.place <= ${most}
  union all
  select ${nothing}, sum(documents), sum(rounded_lines), ${sums}, max(place) - ${most}::int from grouped g join firsts f on f.key = ${keyOf('g')}
    where f.place > ${most} having count(*) > 0
),`
}

/** The first level of a group as a text that is never null. */
const keyOf = (of: string): string => `coalesce(${of}.k0::text, '')`

/** The groups of the first level in the order they stand in, with how many rows stand before each. */
const firstsOf = (first: Dimension): string => {
  const place = isTime(first) ? 'k0' : 'whole desc, k0'
  return `firsts as (
  select ${keyOf('x')} as key, row_number() over w as place, sum(rows) over w - rows as before
  from (select k0, count(*) as rows, coalesce(sum(amount), 0) as whole from grouped group by k0) x window w as (order by ${place} rows unbounded preceding)
),`
}

/** `sum(a) as a, sum(b) as b` → `a, b`. */
const namesOfSums = (sums: string): string => sums.replaceAll(/sum\(\w+\) as /g, '')

const periodsOf = ({ yearBefore }: SalesAnalysisParams): string =>
  yearBefore
    ? `select years, (i.date + make_interval(years => years))::date as date from (values (0), (1)) p(years)`
    : `select 0 as years, i.date`

/** What the headers count that the asked items did not: the other lines of the same invoices. */
const otherLines = (goods: string): string =>
  goods
    ? `(select coalesce(sum(s.sign * l.base_net), 0) from documents s join invoices_lines l on l._parent_id = s.id
    where s.years = 0 and (${goods}) is not true)`
    : '0'

/** Which invoices count, and with the year before, in which of the two periods. */
function documentConditions({
  params,
  scope,
  today,
  $,
}: {
  params: SalesAnalysisParams
  scope: Scope
  today: string
  $: (value: unknown) => string
}): string[] {
  const from = params.from ? `${$(params.from)}::date` : null
  const to = params.to ? `${$(params.to)}::date` : null
  const earliest = from && params.yearBefore ? `${from} - interval '1 year 1 day'` : from
  return [
    ...documentsWanted({ ...params, from: undefined, to: undefined, scope, $, of: 'i' }),
    ...(earliest ? [`i.date >= ${earliest}`] : []),
    ...(to ? [`i.date <= ${to}`] : []),
    ...(from && params.yearBefore ? [`y.date >= ${from}`] : []),
    // without an end the year after has not come yet
    ...(params.yearBefore ? [`y.date <= ${to ?? `greatest(i.date, ${$(today)}::date)`}`] : []),
    ...places.flatMap((place) =>
      worded(place, params[place], $).map((said) => `i.customer_id in (select id from customers where ${said})`),
    ),
  ]
}

const namesOf = (level: Dimension, at: number): string => {
  const { names } = levels[level]
  if (!names) return isTime(level) ? '' : `, g.k${at} as "${level}"`
  return Object.entries(names.columns)
    .map(([key, told]) => `, ${told(`n${at}`)} as "${key}"`)
    .join('')
}

/** Time in its order, everything else the largest first, what was added up last; a second level inside its first. */
function orderOf(asked: readonly Dimension[]): string {
  const amount = 'coalesce(g.amount, 0)'
  const first = asked[0] as Dimension
  const whole = asked[1] ? `sum(${amount}) over (partition by g.k0)` : amount
  const outer = ['g.others is not null', ...(isTime(first) ? ['g.k0'] : [`${whole} desc`, 'g.k0'])]
  if (!asked[1]) return outer.join(', ')
  return [...outer, ...(isTime(asked[1]) ? ['g.k1'] : [`${amount} desc`, 'g.k1'])].join(', ')
}
