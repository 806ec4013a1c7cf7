import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_deliveries_credit_status" AS ENUM('notChecked', 'passed', 'alarmed', 'released');
  CREATE TYPE "public"."enum_invoices_credit_status" AS ENUM('notChecked', 'passed', 'alarmed', 'released');
  ALTER TABLE "deliveries_lines" ALTER COLUMN "item_id" DROP NOT NULL;
  ALTER TABLE "deliveries" ALTER COLUMN "customer_id" DROP NOT NULL;
  ALTER TABLE "invoices_lines" ALTER COLUMN "item_id" DROP NOT NULL;
  ALTER TABLE "invoices" ALTER COLUMN "customer_id" DROP NOT NULL;
  ALTER TABLE "deliveries" ADD COLUMN "credit_status" "enum_deliveries_credit_status" DEFAULT 'notChecked';
  ALTER TABLE "invoices" ADD COLUMN "credit_status" "enum_invoices_credit_status" DEFAULT 'notChecked';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "deliveries_lines" ALTER COLUMN "item_id" SET NOT NULL;
  ALTER TABLE "deliveries" ALTER COLUMN "customer_id" SET NOT NULL;
  ALTER TABLE "invoices_lines" ALTER COLUMN "item_id" SET NOT NULL;
  ALTER TABLE "invoices" ALTER COLUMN "customer_id" SET NOT NULL;
  ALTER TABLE "deliveries" DROP COLUMN "credit_status";
  ALTER TABLE "invoices" DROP COLUMN "credit_status";
  DROP TYPE "public"."enum_deliveries_credit_status";
  DROP TYPE "public"."enum_invoices_credit_status";`)
}
