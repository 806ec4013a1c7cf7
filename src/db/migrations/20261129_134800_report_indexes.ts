import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * What reports add up of lines stands in an index: a line is four hundred bytes wide, of which sums need forty (ADR 61). Lines of a head lie together there, so that
 * they are added up without being sorted. The third holds what the order book goes through, the fourth what the figures of credit are proven by; the last are
 * the few documents that ever alarmed.
 */
const alarmed = ['orders', 'deliveries', 'invoices']
const made = [
  'create index orders_lines_sums on orders_lines (_parent_id) include (item_id, stock_qty, base_net, base_gross)',
  'create index invoices_lines_sums on invoices_lines (_parent_id) include (item_id, stock_qty, base_net, base_tax, cost_value)',
  `create index progress_entries_book on progress_entries (document_id) include (line_id, kind, qty, amount, business_date, at, id)
    where line_slug = 'orders' and kind in ('ordered', 'delivered', 'replaced', 'shortClosed')`,
  'drop index credit_entries_object',
  'create index credit_entries_object on credit_entries (object_kind, object_id) include (bucket, amount)',
  ...alarmed.map((table) => `create index ${table}_alarmed on ${table} (date) where credit_status in ('alarmed', 'released')`),
]
const undone = [
  ...alarmed.map((table) => `drop index ${table}_alarmed`),
  'drop index credit_entries_object',
  'create index credit_entries_object on credit_entries (object_kind, object_id)',
  'drop index progress_entries_book',
  'drop index invoices_lines_sums',
  'drop index orders_lines_sums',
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of made) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const statement of undone) await db.execute(sql.raw(statement))
}
