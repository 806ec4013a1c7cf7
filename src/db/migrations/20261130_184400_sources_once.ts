import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What `stock_entries_line` and `deliveries_lines_supplied` begin with is found by them. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`drop index stock_entries_source`)
  await db.execute(sql`drop index deliveries_lines_order_line_idx`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`create index deliveries_lines_order_line_idx on deliveries_lines (order_line)`)
  await db.execute(sql`create index stock_entries_source on stock_entries (source_slug, source_id)`)
}
