import { scopeCondition } from './scope'
import { among, amongThose, worded } from './sql'
import type { Scope } from './statement'
import type { Belonging, Goods, Period, Whose } from './usualParams'

/** What the head of a document says its goods are worth without tax, in base currency: freight is carried, not sold. */
export const netOfHead = (of: string): string => `(${of}.net_total - coalesce(${of}.freight_net, 0)) * ${of}.exchange_rate`

/**
 * An invoice taken over as what was owed when the books were opened says for what only when it has lines; without them it is no sale of these books.
 * What has tax has lines; the rest is looked up one by one, so that the planner never reads all lines to answer it.
 */
export const tellsSales = (of: string): string =>
  `(not coalesce(${of}.opening, false) or ${of}.tax_total <> 0 or coalesce((select true from invoices_lines told where told._parent_id = ${of}.id limit 1), false))`

type Wanted = Partial<Period & Whose & Belonging> & { scope: Scope; $: (value: unknown) => string; of: string }

/** Documents of a period and of some people, among those the person may see. `of` is the alias of the table of heads. */
export function documentsWanted({
  scope,
  $,
  of,
  from,
  to,
  customer,
  salesperson,
  department,
  customerCategory,
  region,
  channel,
}: Wanted): string[] {
  const ids = (column: string, given: readonly number[] | undefined): string[] => among(`${of}.${column}`, given, $)
  return [
    ...scopeCondition({ scope, $, of }),
    ...(from ? [`${of}.date >= ${$(from)}::date`] : []),
    ...(to ? [`${of}.date <= ${$(to)}::date`] : []),
    ...ids('customer_id', customer),
    ...ids('salesperson_id', salesperson),
    ...ids('department_id', department),
    ...amongThose({ column: `${of}.customer_id`, table: 'customers', of: 'category_id' }, customerCategory, $),
    ...worded(`${of}.region`, region, $),
    ...worded(`${of}.channel`, channel, $),
  ]
}

type Sold = Goods & { $: (value: unknown) => string; of: string }

/** Lines of some items or of their categories; `of` is the alias of the table of lines. */
export const goodsWanted = ({ item, itemCategory, $, of }: Sold): string[] => [
  ...among(`${of}.item_id`, item, $),
  ...amongThose({ column: `${of}.item_id`, table: 'items', of: 'category_id' }, itemCategory, $),
]
