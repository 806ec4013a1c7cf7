type RawTable = { columns: Record<string, { name: string }>; indexes?: Record<string, { name: string; on: string | string[] }> }
type Collection = { slug: string; flattenedFields: ReadonlyArray<{ name: string; custom?: Record<string, unknown> }> }
type RawTables = {
  adapter: { payload: { config: { collections: readonly Collection[] } }; rawTables: Record<string, RawTable> }
  schema: unknown
}

/** Rows of lists, of choices and of relations are read by the record they belong to, never by their place or by the list alone. */
const placeOf: Readonly<Record<string, string>> = { _order: '_parentID', order: 'parent', path: 'parent' }

/** What an index made in a migration begins with needs none of its own: which says it, by table and column. */
const begunBy: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  orders: {
    status: 'orders_status_newest',
    billingStatus: 'orders_billing_newest',
    deliveryStatus: 'orders_delivery_newest',
    paymentStatus: 'orders_payment_newest',
    salesperson: 'orders_salesperson_newest',
  },
  orders_lines: { _parentID: 'orders_lines_sums' },
  orders_lines_schedule: { _parentID: 'orders_lines_schedule_dates' },
  invoices_lines: { _parentID: 'invoices_lines_sums' },
  stock_entries: { item: 'stock_entries_key' },
  stock_balances: { item: 'stock_balances_key' },
}

/** Goods move all day: a balance is changed in its place as long as no index says when that was, which nothing asks. */
const changedInPlace: readonly string[] = ['stock_balances']

/**
 * beforeSchemaInit: leaves out indexes of the platform that nothing is read by and every row pays for: the place of a row within its record,
 * and what an index of ours begins with (`begunBy`, or `custom.indexedBy` of the field names it).
 */
export function leanIndexes<Args extends RawTables>({ adapter, schema }: Args): Args['schema'] {
  const { payload, rawTables } = adapter
  for (const [table, { indexes = {} }] of Object.entries(rawTables))
    for (const [key, { on }] of Object.entries(indexes)) {
      const column = [on].flat().join()
      if (begunBy[table]?.[column] || (column === 'updatedAt' && changedInPlace.includes(table))) delete indexes[key]
    }
  for (const { columns, indexes = {} } of Object.values(rawTables))
    for (const [key, { on }] of Object.entries(indexes)) {
      const place = [on].flat().join()
      const owner = placeOf[place]
      // a relation that is called `order` has a column `order_id`
      if (owner !== undefined && owner in columns && columns[place]?.name === place) delete indexes[key]
    }
  for (const { slug, flattenedFields } of payload.config.collections)
    for (const { name, custom } of flattenedFields) {
      const indexes = rawTables[slug.replaceAll('-', '_')]?.indexes ?? {}
      if (custom?.['indexedBy'] !== undefined)
        for (const [key, { on }] of Object.entries(indexes)) if ([on].flat().join() === name) delete indexes[key]
    }
  return schema
}
