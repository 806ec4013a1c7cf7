import { allKinds } from '@/src/domain/kinds'

import { beginning } from '../facts/lookup'
import { asJson, sql } from '../query'

type Sql = ReturnType<typeof sql>

/** The lists whose numbers are found by their ends, and where else a number stands: each kind of document says so itself. */
const numbered: ReadonlyMap<string, readonly string[]> = new Map(
  allKinds.flatMap(({ slug, foundBy }) => (foundBy ? [[slug, foundBy]] : [])),
)

export const numberedLists: readonly string[] = [...numbered.keys()]
export const isNumbered = (slug: string): boolean => numbered.has(slug)

/**
 * One thing a row must be found by. A word: its number (whole, or from any part on), or one of these customers or items, in the head or in
 * a line. `late`: an order with a line whose date has passed before all of it was delivered.
 */
export type Asked =
  | {
      word: string
      customers: readonly number[]
      items: readonly number[]
      columns: { customer: boolean; item: boolean; lineItem: boolean }
    }
  | { late: string }

const idsOf = (ids: readonly number[]): Sql =>
  sql`(select k.id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id int))`

/** Each way to a row has an index of its own; together they are one set, so that none of them is looked for in every row. */
export function foundHere(id: unknown, slug: string, asked: Asked): Sql {
  const table = sql.identifier(slug.replaceAll('-', '_'))
  if ('late' in asked) return lateHere(id, asked.late)
  const { word, customers, items, columns } = asked
  const lines = sql.identifier(`${slug.replaceAll('-', '_')}_lines`)
  const ways = [
    ...(numbered.get(slug) ?? []).map(
      (column) => sql`select n.id from ${table} n where number_words(n.${sql.identifier(column)}) @@ ${beginning(word)}::tsquery`,
    ),
    ...(columns.customer && customers.length > 0 ? [sql`select n.id from ${table} n where n.customer_id in ${idsOf(customers)}`] : []),
    ...(columns.item && items.length > 0 ? [sql`select n.id from ${table} n where n.item_id in ${idsOf(items)}`] : []),
    ...(columns.lineItem && items.length > 0 ? [sql`select l._parent_id from ${lines} l where l.item_id in ${idsOf(items)}`] : []),
  ]
  return ways.length === 0 ? sql`false` : sql`${id} in (${sql.join(ways, sql` union all `)})`
}

/** Dates that have passed ask for more than has been supplied, and more than that is still wanted (O-32): as the unshipped lines tell it. */
const lateHere = (id: unknown, today: string): Sql => sql`${id} in (
  select o.id from orders o join orders_lines l on l._parent_id = o.id left join line_progress p on p.line_id = l.id
  cross join lateral (select coalesce(p.delivered, 0) - coalesce(p.replaced, 0) as supplied, l.qty - coalesce(p.short_closed, 0) as wanted) q
  where o.status = 'approved' and coalesce(o.delivery_status::text, '') <> 'full' and q.wanted > q.supplied and case
    when exists (select from orders_lines_schedule s where s._parent_id = l.id)
    then (select coalesce(sum(s.qty), 0) from orders_lines_schedule s where s._parent_id = l.id and s.date < ${today}::date) > q.supplied
    else l.promised < ${today}::date end)`
