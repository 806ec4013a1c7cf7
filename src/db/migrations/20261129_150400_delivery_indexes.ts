import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What the rate of deliveries on time is told by stands in indexes (ADR 61): which parts of an order line were supplied when, and when they were wanted. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create index deliveries_lines_supplied on deliveries_lines (order_line) include (_parent_id, qty, _order, id)`)
  await db.execute(sql`create index orders_lines_schedule_dates on orders_lines_schedule (_parent_id) include (date, qty, _order)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop index orders_lines_schedule_dates`)
  await db.execute(sql`drop index deliveries_lines_supplied`)
}
