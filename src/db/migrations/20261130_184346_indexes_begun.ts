import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "orders_lines_schedule_parent_id_idx";
  DROP INDEX "orders_lines_parent_id_idx";
  DROP INDEX "orders_salesperson_idx";
  DROP INDEX "orders_status_idx";
  DROP INDEX "orders_delivery_status_idx";
  DROP INDEX "orders_billing_status_idx";
  DROP INDEX "orders_payment_status_idx";
  DROP INDEX "stock_balances_item_idx";
  DROP INDEX "stock_balances_updated_at_idx";
  DROP INDEX "stock_entries_item_idx";
  DROP INDEX "invoices_lines_parent_id_idx";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE INDEX "orders_lines_schedule_parent_id_idx" ON "orders_lines_schedule" USING btree ("_parent_id");
  CREATE INDEX "orders_lines_parent_id_idx" ON "orders_lines" USING btree ("_parent_id");
  CREATE INDEX "orders_salesperson_idx" ON "orders" USING btree ("salesperson_id");
  CREATE INDEX "orders_status_idx" ON "orders" USING btree ("status");
  CREATE INDEX "orders_delivery_status_idx" ON "orders" USING btree ("delivery_status");
  CREATE INDEX "orders_billing_status_idx" ON "orders" USING btree ("billing_status");
  CREATE INDEX "orders_payment_status_idx" ON "orders" USING btree ("payment_status");
  CREATE INDEX "stock_balances_item_idx" ON "stock_balances" USING btree ("item_id");
  CREATE INDEX "stock_balances_updated_at_idx" ON "stock_balances" USING btree ("updated_at");
  CREATE INDEX "stock_entries_item_idx" ON "stock_entries" USING btree ("item_id");
  CREATE INDEX "invoices_lines_parent_id_idx" ON "invoices_lines" USING btree ("_parent_id");`)
}
