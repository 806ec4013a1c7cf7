import { scopeCondition } from './scope'
import type { Scope } from './statement'
import type { Period, Whose } from './usualParams'

/** What the head of a document says it is worth without tax, in base currency. */
export const netOfHead = (of: string): string => `${of}.net_total * ${of}.exchange_rate`

/**
 * An invoice taken over as what was owed when the books were opened says for what only when it has lines; without them it is no sale of these books.
 * What has tax has lines; the rest is looked up one by one, so that the planner never reads all lines to answer it.
 */
export const tellsSales = (of: string): string =>
  `(not coalesce(${of}.opening, false) or ${of}.tax_total <> 0 or coalesce((select true from invoices_lines told where told._parent_id = ${of}.id limit 1), false))`

type Wanted = Partial<Period & Whose> & { scope: Scope; $: (value: unknown) => string; of: string }

/** Documents of a period and of some people, among those the person may see. `of` is the alias of the table of heads. */
export function documentsWanted({ scope, $, of, from, to, customer, salesperson, department }: Wanted): string[] {
  const ids = (column: string, given: readonly number[] | undefined): string[] =>
    given && given.length > 0 ? [`${of}.${column} = any(${$(given)}::int[])`] : []
  return [
    ...scopeCondition({ scope, $, of }),
    ...(from ? [`${of}.date >= ${$(from)}::date`] : []),
    ...(to ? [`${of}.date <= ${$(to)}::date`] : []),
    ...ids('customer_id', customer),
    ...ids('salesperson_id', salesperson),
    ...ids('department_id', department),
  ]
}
