import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "customers" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "customer_categories" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "items" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "item_categories" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "drawings" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "pictures" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "review_delegations" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "sales_targets" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "exchange_rates" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "tax_categories" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "warehouses" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "payment_terms" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "departments" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "users" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "report_views" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "company" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "pricing_settings" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "availability_settings" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "credit_settings" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "order_settings" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "sample_settings" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "notification_settings" ADD COLUMN "version" numeric(18, 0) DEFAULT 1;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "customers" DROP COLUMN "version";
  ALTER TABLE "customer_categories" DROP COLUMN "version";
  ALTER TABLE "items" DROP COLUMN "version";
  ALTER TABLE "item_categories" DROP COLUMN "version";
  ALTER TABLE "drawings" DROP COLUMN "version";
  ALTER TABLE "pictures" DROP COLUMN "version";
  ALTER TABLE "review_delegations" DROP COLUMN "version";
  ALTER TABLE "sales_targets" DROP COLUMN "version";
  ALTER TABLE "exchange_rates" DROP COLUMN "version";
  ALTER TABLE "tax_categories" DROP COLUMN "version";
  ALTER TABLE "warehouses" DROP COLUMN "version";
  ALTER TABLE "payment_terms" DROP COLUMN "version";
  ALTER TABLE "departments" DROP COLUMN "version";
  ALTER TABLE "users" DROP COLUMN "version";
  ALTER TABLE "report_views" DROP COLUMN "version";
  ALTER TABLE "company" DROP COLUMN "version";
  ALTER TABLE "pricing_settings" DROP COLUMN "version";
  ALTER TABLE "availability_settings" DROP COLUMN "version";
  ALTER TABLE "credit_settings" DROP COLUMN "version";
  ALTER TABLE "order_settings" DROP COLUMN "version";
  ALTER TABLE "sample_settings" DROP COLUMN "version";
  ALTER TABLE "notification_settings" DROP COLUMN "version";`)
}
