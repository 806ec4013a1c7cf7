import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "exchange_rates" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"currency" varchar NOT NULL,
  	"date" date NOT NULL,
  	"rate" numeric(20, 6) NOT NULL,
  	"remark" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "tax_categories" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"exempt" boolean DEFAULT false,
  	"rate" numeric(18, 4),
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "quotes" ALTER COLUMN "exchange_rate" DROP DEFAULT;
  ALTER TABLE "orders" ALTER COLUMN "exchange_rate" DROP DEFAULT;
  ALTER TABLE "deliveries" ALTER COLUMN "exchange_rate" DROP DEFAULT;
  ALTER TABLE "returns" ALTER COLUMN "exchange_rate" DROP DEFAULT;
  ALTER TABLE "invoices" ALTER COLUMN "exchange_rate" DROP DEFAULT;
  ALTER TABLE "customers" ADD COLUMN "tax_category_id" integer;
  ALTER TABLE "items" ADD COLUMN "tax_category_id" integer;
  ALTER TABLE "quotes" ADD COLUMN "bill_to_id" integer;
  ALTER TABLE "quotes" ADD COLUMN "rate_typed" boolean DEFAULT false;
  ALTER TABLE "quotes" ADD COLUMN "invoice_title" varchar;
  ALTER TABLE "quotes" ADD COLUMN "tax_no" varchar;
  ALTER TABLE "quotes" ADD COLUMN "bank" varchar;
  ALTER TABLE "quotes" ADD COLUMN "bank_account" varchar;
  ALTER TABLE "orders" ADD COLUMN "bill_to_id" integer;
  ALTER TABLE "orders" ADD COLUMN "rate_typed" boolean DEFAULT false;
  ALTER TABLE "orders" ADD COLUMN "invoice_title" varchar;
  ALTER TABLE "orders" ADD COLUMN "tax_no" varchar;
  ALTER TABLE "orders" ADD COLUMN "bank" varchar;
  ALTER TABLE "orders" ADD COLUMN "bank_account" varchar;
  ALTER TABLE "deliveries" ADD COLUMN "bill_to_id" integer;
  ALTER TABLE "deliveries" ADD COLUMN "rate_typed" boolean DEFAULT false;
  ALTER TABLE "deliveries" ADD COLUMN "invoice_title" varchar;
  ALTER TABLE "deliveries" ADD COLUMN "tax_no" varchar;
  ALTER TABLE "deliveries" ADD COLUMN "bank" varchar;
  ALTER TABLE "deliveries" ADD COLUMN "bank_account" varchar;
  ALTER TABLE "returns" ADD COLUMN "bill_to_id" integer;
  ALTER TABLE "returns" ADD COLUMN "rate_typed" boolean DEFAULT false;
  ALTER TABLE "returns" ADD COLUMN "invoice_title" varchar;
  ALTER TABLE "returns" ADD COLUMN "tax_no" varchar;
  ALTER TABLE "returns" ADD COLUMN "bank" varchar;
  ALTER TABLE "returns" ADD COLUMN "bank_account" varchar;
  ALTER TABLE "invoices" ADD COLUMN "bill_to_id" integer;
  ALTER TABLE "invoices" ADD COLUMN "rate_typed" boolean DEFAULT false;
  ALTER TABLE "invoices" ADD COLUMN "invoice_title" varchar;
  ALTER TABLE "invoices" ADD COLUMN "tax_no" varchar;
  ALTER TABLE "invoices" ADD COLUMN "bank" varchar;
  ALTER TABLE "invoices" ADD COLUMN "bank_account" varchar;
  ALTER TABLE "receipts" ADD COLUMN "bill_to_id" integer;
  CREATE INDEX "exchange_rates_currency_idx" ON "exchange_rates" USING btree ("currency");
  CREATE INDEX "exchange_rates_date_idx" ON "exchange_rates" USING btree ("date");
  CREATE INDEX "exchange_rates_updated_at_idx" ON "exchange_rates" USING btree ("updated_at");
  CREATE INDEX "exchange_rates_created_at_idx" ON "exchange_rates" USING btree ("created_at");
  CREATE UNIQUE INDEX "currency_date_idx" ON "exchange_rates" USING btree ("currency","date");
  CREATE UNIQUE INDEX "tax_categories_code_idx" ON "tax_categories" USING btree ("code");
  CREATE INDEX "tax_categories_name_idx" ON "tax_categories" USING btree ("name");
  CREATE INDEX "tax_categories_updated_at_idx" ON "tax_categories" USING btree ("updated_at");
  CREATE INDEX "tax_categories_created_at_idx" ON "tax_categories" USING btree ("created_at");
  ALTER TABLE "customers" ADD CONSTRAINT "customers_tax_category_id_tax_categories_id_fk" FOREIGN KEY ("tax_category_id") REFERENCES "public"."tax_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "items" ADD CONSTRAINT "items_tax_category_id_tax_categories_id_fk" FOREIGN KEY ("tax_category_id") REFERENCES "public"."tax_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_bill_to_id_customers_id_fk" FOREIGN KEY ("bill_to_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_bill_to_id_customers_id_fk" FOREIGN KEY ("bill_to_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_bill_to_id_customers_id_fk" FOREIGN KEY ("bill_to_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_bill_to_id_customers_id_fk" FOREIGN KEY ("bill_to_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_bill_to_id_customers_id_fk" FOREIGN KEY ("bill_to_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts" ADD CONSTRAINT "receipts_bill_to_id_customers_id_fk" FOREIGN KEY ("bill_to_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "customers_tax_category_idx" ON "customers" USING btree ("tax_category_id");
  CREATE INDEX "items_tax_category_idx" ON "items" USING btree ("tax_category_id");
  CREATE INDEX "quotes_bill_to_idx" ON "quotes" USING btree ("bill_to_id");
  CREATE INDEX "orders_bill_to_idx" ON "orders" USING btree ("bill_to_id");
  CREATE INDEX "deliveries_bill_to_idx" ON "deliveries" USING btree ("bill_to_id");
  CREATE INDEX "returns_bill_to_idx" ON "returns" USING btree ("bill_to_id");
  CREATE INDEX "invoices_bill_to_idx" ON "invoices" USING btree ("bill_to_id");
  CREATE INDEX "receipts_bill_to_idx" ON "receipts" USING btree ("bill_to_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "exchange_rates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "tax_categories" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "exchange_rates" CASCADE;
  DROP TABLE "tax_categories" CASCADE;
  ALTER TABLE "customers" DROP CONSTRAINT "customers_tax_category_id_tax_categories_id_fk";
  
  ALTER TABLE "items" DROP CONSTRAINT "items_tax_category_id_tax_categories_id_fk";
  
  ALTER TABLE "quotes" DROP CONSTRAINT "quotes_bill_to_id_customers_id_fk";
  
  ALTER TABLE "orders" DROP CONSTRAINT "orders_bill_to_id_customers_id_fk";
  
  ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_bill_to_id_customers_id_fk";
  
  ALTER TABLE "returns" DROP CONSTRAINT "returns_bill_to_id_customers_id_fk";
  
  ALTER TABLE "invoices" DROP CONSTRAINT "invoices_bill_to_id_customers_id_fk";
  
  ALTER TABLE "receipts" DROP CONSTRAINT "receipts_bill_to_id_customers_id_fk";
  
  DROP INDEX "customers_tax_category_idx";
  DROP INDEX "items_tax_category_idx";
  DROP INDEX "quotes_bill_to_idx";
  DROP INDEX "orders_bill_to_idx";
  DROP INDEX "deliveries_bill_to_idx";
  DROP INDEX "returns_bill_to_idx";
  DROP INDEX "invoices_bill_to_idx";
  DROP INDEX "receipts_bill_to_idx";
  ALTER TABLE "quotes" ALTER COLUMN "exchange_rate" SET DEFAULT 1;
  ALTER TABLE "orders" ALTER COLUMN "exchange_rate" SET DEFAULT 1;
  ALTER TABLE "deliveries" ALTER COLUMN "exchange_rate" SET DEFAULT 1;
  ALTER TABLE "returns" ALTER COLUMN "exchange_rate" SET DEFAULT 1;
  ALTER TABLE "invoices" ALTER COLUMN "exchange_rate" SET DEFAULT 1;
  ALTER TABLE "customers" DROP COLUMN "tax_category_id";
  ALTER TABLE "items" DROP COLUMN "tax_category_id";
  ALTER TABLE "quotes" DROP COLUMN "bill_to_id";
  ALTER TABLE "quotes" DROP COLUMN "rate_typed";
  ALTER TABLE "quotes" DROP COLUMN "invoice_title";
  ALTER TABLE "quotes" DROP COLUMN "tax_no";
  ALTER TABLE "quotes" DROP COLUMN "bank";
  ALTER TABLE "quotes" DROP COLUMN "bank_account";
  ALTER TABLE "orders" DROP COLUMN "bill_to_id";
  ALTER TABLE "orders" DROP COLUMN "rate_typed";
  ALTER TABLE "orders" DROP COLUMN "invoice_title";
  ALTER TABLE "orders" DROP COLUMN "tax_no";
  ALTER TABLE "orders" DROP COLUMN "bank";
  ALTER TABLE "orders" DROP COLUMN "bank_account";
  ALTER TABLE "deliveries" DROP COLUMN "bill_to_id";
  ALTER TABLE "deliveries" DROP COLUMN "rate_typed";
  ALTER TABLE "deliveries" DROP COLUMN "invoice_title";
  ALTER TABLE "deliveries" DROP COLUMN "tax_no";
  ALTER TABLE "deliveries" DROP COLUMN "bank";
  ALTER TABLE "deliveries" DROP COLUMN "bank_account";
  ALTER TABLE "returns" DROP COLUMN "bill_to_id";
  ALTER TABLE "returns" DROP COLUMN "rate_typed";
  ALTER TABLE "returns" DROP COLUMN "invoice_title";
  ALTER TABLE "returns" DROP COLUMN "tax_no";
  ALTER TABLE "returns" DROP COLUMN "bank";
  ALTER TABLE "returns" DROP COLUMN "bank_account";
  ALTER TABLE "invoices" DROP COLUMN "bill_to_id";
  ALTER TABLE "invoices" DROP COLUMN "rate_typed";
  ALTER TABLE "invoices" DROP COLUMN "invoice_title";
  ALTER TABLE "invoices" DROP COLUMN "tax_no";
  ALTER TABLE "invoices" DROP COLUMN "bank";
  ALTER TABLE "invoices" DROP COLUMN "bank_account";
  ALTER TABLE "receipts" DROP COLUMN "bill_to_id";`)
}
