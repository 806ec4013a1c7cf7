import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "customers_invoice_titles" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"tax_no" varchar,
  	"address" varchar,
  	"phone" varchar,
  	"bank" varchar,
  	"bank_account" varchar,
  	"main" boolean DEFAULT false
  );
  
  ALTER TABLE "customers" ADD COLUMN "inherits" jsonb;
  ALTER TABLE "customers" ADD COLUMN "invoice_address" varchar;
  ALTER TABLE "customers" ADD COLUMN "invoice_phone" varchar;
  ALTER TABLE "customers" ADD COLUMN "merged_into_id" integer;
  ALTER TABLE "customer_categories" ADD COLUMN "defaults_currency" varchar;
  ALTER TABLE "customer_categories" ADD COLUMN "defaults_tax_category_id" integer;
  ALTER TABLE "quotes" ADD COLUMN "invoice_address" varchar;
  ALTER TABLE "quotes" ADD COLUMN "invoice_phone" varchar;
  ALTER TABLE "orders" ADD COLUMN "invoice_address" varchar;
  ALTER TABLE "orders" ADD COLUMN "invoice_phone" varchar;
  ALTER TABLE "deliveries" ADD COLUMN "invoice_address" varchar;
  ALTER TABLE "deliveries" ADD COLUMN "invoice_phone" varchar;
  ALTER TABLE "returns" ADD COLUMN "invoice_address" varchar;
  ALTER TABLE "returns" ADD COLUMN "invoice_phone" varchar;
  ALTER TABLE "invoices" ADD COLUMN "invoice_address" varchar;
  ALTER TABLE "invoices" ADD COLUMN "invoice_phone" varchar;
  ALTER TABLE "invoices" ADD COLUMN "chosen_title" varchar;
  ALTER TABLE "users" ADD COLUMN "merge_customers" boolean DEFAULT false;
  ALTER TABLE "customers_invoice_titles" ADD CONSTRAINT "customers_invoice_titles_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "customers_invoice_titles_row_order_idx" ON "customers_invoice_titles" USING btree ("_order");
  CREATE INDEX "customers_invoice_titles_parent_id_idx" ON "customers_invoice_titles" USING btree ("_parent_id");
  ALTER TABLE "customers" ADD CONSTRAINT "customers_merged_into_id_customers_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customer_categories" ADD CONSTRAINT "customer_categories_defaults_tax_category_id_tax_categories_id_fk" FOREIGN KEY ("defaults_tax_category_id") REFERENCES "public"."tax_categories"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "customers_merged_into_idx" ON "customers" USING btree ("merged_into_id");
  CREATE INDEX "customer_categories_defaults_defaults_tax_category_idx" ON "customer_categories" USING btree ("defaults_tax_category_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "customers_invoice_titles" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "customers_invoice_titles" CASCADE;
  ALTER TABLE "customers" DROP CONSTRAINT "customers_merged_into_id_customers_id_fk";
  
  ALTER TABLE "customer_categories" DROP CONSTRAINT "customer_categories_defaults_tax_category_id_tax_categories_id_fk";
  
  DROP INDEX "customers_merged_into_idx";
  DROP INDEX "customer_categories_defaults_defaults_tax_category_idx";
  ALTER TABLE "customers" DROP COLUMN "inherits";
  ALTER TABLE "customers" DROP COLUMN "invoice_address";
  ALTER TABLE "customers" DROP COLUMN "invoice_phone";
  ALTER TABLE "customers" DROP COLUMN "merged_into_id";
  ALTER TABLE "customer_categories" DROP COLUMN "defaults_currency";
  ALTER TABLE "customer_categories" DROP COLUMN "defaults_tax_category_id";
  ALTER TABLE "quotes" DROP COLUMN "invoice_address";
  ALTER TABLE "quotes" DROP COLUMN "invoice_phone";
  ALTER TABLE "orders" DROP COLUMN "invoice_address";
  ALTER TABLE "orders" DROP COLUMN "invoice_phone";
  ALTER TABLE "deliveries" DROP COLUMN "invoice_address";
  ALTER TABLE "deliveries" DROP COLUMN "invoice_phone";
  ALTER TABLE "returns" DROP COLUMN "invoice_address";
  ALTER TABLE "returns" DROP COLUMN "invoice_phone";
  ALTER TABLE "invoices" DROP COLUMN "invoice_address";
  ALTER TABLE "invoices" DROP COLUMN "invoice_phone";
  ALTER TABLE "invoices" DROP COLUMN "chosen_title";
  ALTER TABLE "users" DROP COLUMN "merge_customers";`)
}
