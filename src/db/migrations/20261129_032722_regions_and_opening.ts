import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "customers" ADD COLUMN "country" varchar;
  ALTER TABLE "customers" ADD COLUMN "province" varchar;
  ALTER TABLE "customers" ADD COLUMN "city" varchar;
  ALTER TABLE "customers" ADD COLUMN "region" varchar;
  ALTER TABLE "customers" ADD COLUMN "channel" varchar;
  ALTER TABLE "quotes" ADD COLUMN "region" varchar;
  ALTER TABLE "quotes" ADD COLUMN "channel" varchar;
  ALTER TABLE "orders_lines" ADD COLUMN "delivered_before" numeric(18, 4);
  ALTER TABLE "orders_lines" ADD COLUMN "invoiced_before" numeric(18, 4);
  ALTER TABLE "orders" ADD COLUMN "region" varchar;
  ALTER TABLE "orders" ADD COLUMN "channel" varchar;
  ALTER TABLE "deliveries" ADD COLUMN "region" varchar;
  ALTER TABLE "deliveries" ADD COLUMN "channel" varchar;
  ALTER TABLE "returns" ADD COLUMN "region" varchar;
  ALTER TABLE "returns" ADD COLUMN "channel" varchar;
  ALTER TABLE "invoices" ADD COLUMN "region" varchar;
  ALTER TABLE "invoices" ADD COLUMN "channel" varchar;
  ALTER TABLE "invoices" ADD COLUMN "settled_before" numeric(18, 2);
  CREATE INDEX "customers_province_idx" ON "customers" USING btree ("province");
  CREATE INDEX "customers_region_idx" ON "customers" USING btree ("region");
  CREATE INDEX "customers_channel_idx" ON "customers" USING btree ("channel");
  CREATE INDEX "quotes_region_idx" ON "quotes" USING btree ("region");
  CREATE INDEX "quotes_channel_idx" ON "quotes" USING btree ("channel");
  CREATE INDEX "orders_region_idx" ON "orders" USING btree ("region");
  CREATE INDEX "orders_channel_idx" ON "orders" USING btree ("channel");
  CREATE INDEX "deliveries_region_idx" ON "deliveries" USING btree ("region");
  CREATE INDEX "deliveries_channel_idx" ON "deliveries" USING btree ("channel");
  CREATE INDEX "returns_region_idx" ON "returns" USING btree ("region");
  CREATE INDEX "returns_channel_idx" ON "returns" USING btree ("channel");
  CREATE INDEX "invoices_region_idx" ON "invoices" USING btree ("region");
  CREATE INDEX "invoices_channel_idx" ON "invoices" USING btree ("channel");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "customers_province_idx";
  DROP INDEX "customers_region_idx";
  DROP INDEX "customers_channel_idx";
  DROP INDEX "quotes_region_idx";
  DROP INDEX "quotes_channel_idx";
  DROP INDEX "orders_region_idx";
  DROP INDEX "orders_channel_idx";
  DROP INDEX "deliveries_region_idx";
  DROP INDEX "deliveries_channel_idx";
  DROP INDEX "returns_region_idx";
  DROP INDEX "returns_channel_idx";
  DROP INDEX "invoices_region_idx";
  DROP INDEX "invoices_channel_idx";
  ALTER TABLE "customers" DROP COLUMN "country";
  ALTER TABLE "customers" DROP COLUMN "province";
  ALTER TABLE "customers" DROP COLUMN "city";
  ALTER TABLE "customers" DROP COLUMN "region";
  ALTER TABLE "customers" DROP COLUMN "channel";
  ALTER TABLE "quotes" DROP COLUMN "region";
  ALTER TABLE "quotes" DROP COLUMN "channel";
  ALTER TABLE "orders_lines" DROP COLUMN "delivered_before";
  ALTER TABLE "orders_lines" DROP COLUMN "invoiced_before";
  ALTER TABLE "orders" DROP COLUMN "region";
  ALTER TABLE "orders" DROP COLUMN "channel";
  ALTER TABLE "deliveries" DROP COLUMN "region";
  ALTER TABLE "deliveries" DROP COLUMN "channel";
  ALTER TABLE "returns" DROP COLUMN "region";
  ALTER TABLE "returns" DROP COLUMN "channel";
  ALTER TABLE "invoices" DROP COLUMN "region";
  ALTER TABLE "invoices" DROP COLUMN "channel";
  ALTER TABLE "invoices" DROP COLUMN "settled_before";`)
}
