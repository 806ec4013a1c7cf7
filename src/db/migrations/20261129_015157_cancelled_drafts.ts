import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_stock_receipts_status" ADD VALUE 'cancelled';
  ALTER TYPE "public"."enum_stock_issues_status" ADD VALUE 'cancelled';
  ALTER TYPE "public"."enum_stock_transfers_status" ADD VALUE 'cancelled';
  ALTER TYPE "public"."enum_stock_counts_status" ADD VALUE 'cancelled';
  ALTER TYPE "public"."enum_stock_freezes_status" ADD VALUE 'cancelled';
  ALTER TYPE "public"."enum_cost_corrections_status" ADD VALUE 'cancelled';
  ALTER TYPE "public"."enum_invoices_status" ADD VALUE 'cancelled';
  ALTER TYPE "public"."enum_receipts_status" ADD VALUE 'cancelled';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "stock_receipts" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "stock_receipts" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_stock_receipts_status";
  CREATE TYPE "public"."enum_stock_receipts_status" AS ENUM('draft', 'posted', 'reversed');
  ALTER TABLE "stock_receipts" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_stock_receipts_status";
  ALTER TABLE "stock_receipts" ALTER COLUMN "status" SET DATA TYPE "public"."enum_stock_receipts_status" USING "status"::"public"."enum_stock_receipts_status";
  ALTER TABLE "stock_issues" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "stock_issues" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_stock_issues_status";
  CREATE TYPE "public"."enum_stock_issues_status" AS ENUM('draft', 'posted', 'reversed');
  ALTER TABLE "stock_issues" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_stock_issues_status";
  ALTER TABLE "stock_issues" ALTER COLUMN "status" SET DATA TYPE "public"."enum_stock_issues_status" USING "status"::"public"."enum_stock_issues_status";
  ALTER TABLE "stock_transfers" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "stock_transfers" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_stock_transfers_status";
  CREATE TYPE "public"."enum_stock_transfers_status" AS ENUM('draft', 'inTransit', 'received', 'reversed');
  ALTER TABLE "stock_transfers" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_stock_transfers_status";
  ALTER TABLE "stock_transfers" ALTER COLUMN "status" SET DATA TYPE "public"."enum_stock_transfers_status" USING "status"::"public"."enum_stock_transfers_status";
  ALTER TABLE "stock_counts" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "stock_counts" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_stock_counts_status";
  CREATE TYPE "public"."enum_stock_counts_status" AS ENUM('draft', 'posted', 'reversed');
  ALTER TABLE "stock_counts" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_stock_counts_status";
  ALTER TABLE "stock_counts" ALTER COLUMN "status" SET DATA TYPE "public"."enum_stock_counts_status" USING "status"::"public"."enum_stock_counts_status";
  ALTER TABLE "stock_freezes" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "stock_freezes" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_stock_freezes_status";
  CREATE TYPE "public"."enum_stock_freezes_status" AS ENUM('draft', 'posted', 'reversed');
  ALTER TABLE "stock_freezes" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_stock_freezes_status";
  ALTER TABLE "stock_freezes" ALTER COLUMN "status" SET DATA TYPE "public"."enum_stock_freezes_status" USING "status"::"public"."enum_stock_freezes_status";
  ALTER TABLE "cost_corrections" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "cost_corrections" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_cost_corrections_status";
  CREATE TYPE "public"."enum_cost_corrections_status" AS ENUM('draft', 'posted', 'reversed');
  ALTER TABLE "cost_corrections" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_cost_corrections_status";
  ALTER TABLE "cost_corrections" ALTER COLUMN "status" SET DATA TYPE "public"."enum_cost_corrections_status" USING "status"::"public"."enum_cost_corrections_status";
  ALTER TABLE "invoices" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "invoices" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_invoices_status";
  CREATE TYPE "public"."enum_invoices_status" AS ENUM('draft', 'approved');
  ALTER TABLE "invoices" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_invoices_status";
  ALTER TABLE "invoices" ALTER COLUMN "status" SET DATA TYPE "public"."enum_invoices_status" USING "status"::"public"."enum_invoices_status";
  ALTER TABLE "receipts" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "receipts" ALTER COLUMN "status" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_receipts_status";
  CREATE TYPE "public"."enum_receipts_status" AS ENUM('draft', 'approved', 'reversed');
  ALTER TABLE "receipts" ALTER COLUMN "status" SET DEFAULT 'draft'::"public"."enum_receipts_status";
  ALTER TABLE "receipts" ALTER COLUMN "status" SET DATA TYPE "public"."enum_receipts_status" USING "status"::"public"."enum_receipts_status";`)
}
