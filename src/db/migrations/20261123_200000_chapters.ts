import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_stock_issues_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_issues_kind" AS ENUM('production', 'scrap', 'sample', 'other');
  CREATE TYPE "public"."enum_stock_transfers_status" AS ENUM('draft', 'inTransit', 'received', 'reversed');
  CREATE TYPE "public"."enum_stock_counts_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_freezes_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_freezes_kind" AS ENUM('freeze', 'unfreeze');
  CREATE TYPE "public"."enum_availability_settings_cost_per" AS ENUM('item', 'itemWarehouse');
  CREATE TABLE "stock_issues_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"qty" numeric(18, 4) NOT NULL,
  	"unit" varchar,
  	"stock_qty" numeric(18, 4),
  	"batch_no" varchar,
  	"remark" varchar
  );
  
  CREATE TABLE "stock_issues" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_stock_issues_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"kind" "enum_stock_issues_kind" DEFAULT 'other' NOT NULL,
  	"warehouse_id" integer NOT NULL,
  	"reason" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stock_issues_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "stock_transfers_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"qty" numeric(18, 4) NOT NULL,
  	"unit" varchar,
  	"stock_qty" numeric(18, 4),
  	"batch_no" varchar,
  	"remark" varchar,
  	"received_qty" numeric(18, 4),
  	"received_value" numeric(18, 2)
  );
  
  CREATE TABLE "stock_transfers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_stock_transfers_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"from_id" integer NOT NULL,
  	"to_id" integer NOT NULL,
  	"expected_date" date,
  	"reason" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stock_transfers_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "stock_counts_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"batch_no" varchar,
  	"book_qty" numeric(18, 4),
  	"counted_qty" numeric(18, 4) NOT NULL,
  	"difference" numeric(18, 4),
  	"cost" numeric(20, 6),
  	"remark" varchar
  );
  
  CREATE TABLE "stock_counts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_stock_counts_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"warehouse_id" integer NOT NULL,
  	"reason" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stock_counts_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "stock_freezes_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"qty" numeric(18, 4) NOT NULL,
  	"unit" varchar,
  	"stock_qty" numeric(18, 4),
  	"batch_no" varchar,
  	"remark" varchar
  );
  
  CREATE TABLE "stock_freezes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_stock_freezes_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"kind" "enum_stock_freezes_kind" DEFAULT 'freeze' NOT NULL,
  	"warehouse_id" integer NOT NULL,
  	"reason" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stock_freezes_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  ALTER TABLE "stock_balances" ADD COLUMN "expected_transfers" numeric(18, 4) DEFAULT 0 NOT NULL;
  ALTER TABLE "stock_balances" ADD COLUMN "expected_inspection" numeric(18, 4) DEFAULT 0 NOT NULL;
  ALTER TABLE "stock_entries" ADD COLUMN "due_date" date;
  ALTER TABLE "invoices_lines" ADD COLUMN "return_line" varchar;
  ALTER TABLE "invoices" ADD COLUMN "price_only" boolean DEFAULT false;
  ALTER TABLE "invoices" ADD COLUMN "instalments" jsonb;
  ALTER TABLE "receipts_allocations" ADD COLUMN "date" date;
  ALTER TABLE "receipts" ADD COLUMN "bounced_on" date;
  ALTER TABLE "receipts" ADD COLUMN "bounce_reason" varchar;
  ALTER TABLE "availability_settings" ADD COLUMN "propose_batches" boolean DEFAULT false;
  ALTER TABLE "availability_settings" ADD COLUMN "cost_per" "enum_availability_settings_cost_per" DEFAULT 'item' NOT NULL;
  ALTER TABLE "stock_issues_lines" ADD CONSTRAINT "stock_issues_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_issues_lines" ADD CONSTRAINT "stock_issues_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."stock_issues"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_issues" ADD CONSTRAINT "stock_issues_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_issues" ADD CONSTRAINT "stock_issues_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_issues" ADD CONSTRAINT "stock_issues_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_issues_rels" ADD CONSTRAINT "stock_issues_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."stock_issues"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_issues_rels" ADD CONSTRAINT "stock_issues_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_issues_rels" ADD CONSTRAINT "stock_issues_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_transfers_lines" ADD CONSTRAINT "stock_transfers_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_transfers_lines" ADD CONSTRAINT "stock_transfers_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."stock_transfers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_from_id_warehouses_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_to_id_warehouses_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_transfers_rels" ADD CONSTRAINT "stock_transfers_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."stock_transfers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_transfers_rels" ADD CONSTRAINT "stock_transfers_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_transfers_rels" ADD CONSTRAINT "stock_transfers_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_counts_lines" ADD CONSTRAINT "stock_counts_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_counts_lines" ADD CONSTRAINT "stock_counts_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."stock_counts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_counts" ADD CONSTRAINT "stock_counts_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_counts" ADD CONSTRAINT "stock_counts_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_counts" ADD CONSTRAINT "stock_counts_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_counts_rels" ADD CONSTRAINT "stock_counts_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."stock_counts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_counts_rels" ADD CONSTRAINT "stock_counts_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_counts_rels" ADD CONSTRAINT "stock_counts_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_freezes_lines" ADD CONSTRAINT "stock_freezes_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_freezes_lines" ADD CONSTRAINT "stock_freezes_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."stock_freezes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_freezes" ADD CONSTRAINT "stock_freezes_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_freezes" ADD CONSTRAINT "stock_freezes_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_freezes" ADD CONSTRAINT "stock_freezes_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_freezes_rels" ADD CONSTRAINT "stock_freezes_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."stock_freezes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_freezes_rels" ADD CONSTRAINT "stock_freezes_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_freezes_rels" ADD CONSTRAINT "stock_freezes_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "stock_issues_lines_row_order_idx" ON "stock_issues_lines" USING btree ("_order");
  CREATE INDEX "stock_issues_lines_parent_id_idx" ON "stock_issues_lines" USING btree ("_parent_id");
  CREATE INDEX "stock_issues_lines_item_idx" ON "stock_issues_lines" USING btree ("item_id");
  CREATE UNIQUE INDEX "stock_issues_no_idx" ON "stock_issues" USING btree ("no");
  CREATE INDEX "stock_issues_date_idx" ON "stock_issues" USING btree ("date");
  CREATE INDEX "stock_issues_status_idx" ON "stock_issues" USING btree ("status");
  CREATE INDEX "stock_issues_prepared_by_idx" ON "stock_issues" USING btree ("prepared_by_id");
  CREATE INDEX "stock_issues_approved_by_idx" ON "stock_issues" USING btree ("approved_by_id");
  CREATE INDEX "stock_issues_warehouse_idx" ON "stock_issues" USING btree ("warehouse_id");
  CREATE INDEX "stock_issues_updated_at_idx" ON "stock_issues" USING btree ("updated_at");
  CREATE INDEX "stock_issues_created_at_idx" ON "stock_issues" USING btree ("created_at");
  CREATE INDEX "stock_issues_rels_order_idx" ON "stock_issues_rels" USING btree ("order");
  CREATE INDEX "stock_issues_rels_parent_idx" ON "stock_issues_rels" USING btree ("parent_id");
  CREATE INDEX "stock_issues_rels_path_idx" ON "stock_issues_rels" USING btree ("path");
  CREATE INDEX "stock_issues_rels_drawings_id_idx" ON "stock_issues_rels" USING btree ("drawings_id");
  CREATE INDEX "stock_issues_rels_pictures_id_idx" ON "stock_issues_rels" USING btree ("pictures_id");
  CREATE INDEX "stock_transfers_lines_row_order_idx" ON "stock_transfers_lines" USING btree ("_order");
  CREATE INDEX "stock_transfers_lines_parent_id_idx" ON "stock_transfers_lines" USING btree ("_parent_id");
  CREATE INDEX "stock_transfers_lines_item_idx" ON "stock_transfers_lines" USING btree ("item_id");
  CREATE UNIQUE INDEX "stock_transfers_no_idx" ON "stock_transfers" USING btree ("no");
  CREATE INDEX "stock_transfers_date_idx" ON "stock_transfers" USING btree ("date");
  CREATE INDEX "stock_transfers_status_idx" ON "stock_transfers" USING btree ("status");
  CREATE INDEX "stock_transfers_prepared_by_idx" ON "stock_transfers" USING btree ("prepared_by_id");
  CREATE INDEX "stock_transfers_approved_by_idx" ON "stock_transfers" USING btree ("approved_by_id");
  CREATE INDEX "stock_transfers_from_idx" ON "stock_transfers" USING btree ("from_id");
  CREATE INDEX "stock_transfers_to_idx" ON "stock_transfers" USING btree ("to_id");
  CREATE INDEX "stock_transfers_updated_at_idx" ON "stock_transfers" USING btree ("updated_at");
  CREATE INDEX "stock_transfers_created_at_idx" ON "stock_transfers" USING btree ("created_at");
  CREATE INDEX "stock_transfers_rels_order_idx" ON "stock_transfers_rels" USING btree ("order");
  CREATE INDEX "stock_transfers_rels_parent_idx" ON "stock_transfers_rels" USING btree ("parent_id");
  CREATE INDEX "stock_transfers_rels_path_idx" ON "stock_transfers_rels" USING btree ("path");
  CREATE INDEX "stock_transfers_rels_drawings_id_idx" ON "stock_transfers_rels" USING btree ("drawings_id");
  CREATE INDEX "stock_transfers_rels_pictures_id_idx" ON "stock_transfers_rels" USING btree ("pictures_id");
  CREATE INDEX "stock_counts_lines_row_order_idx" ON "stock_counts_lines" USING btree ("_order");
  CREATE INDEX "stock_counts_lines_parent_id_idx" ON "stock_counts_lines" USING btree ("_parent_id");
  CREATE INDEX "stock_counts_lines_item_idx" ON "stock_counts_lines" USING btree ("item_id");
  CREATE UNIQUE INDEX "stock_counts_no_idx" ON "stock_counts" USING btree ("no");
  CREATE INDEX "stock_counts_date_idx" ON "stock_counts" USING btree ("date");
  CREATE INDEX "stock_counts_status_idx" ON "stock_counts" USING btree ("status");
  CREATE INDEX "stock_counts_prepared_by_idx" ON "stock_counts" USING btree ("prepared_by_id");
  CREATE INDEX "stock_counts_approved_by_idx" ON "stock_counts" USING btree ("approved_by_id");
  CREATE INDEX "stock_counts_warehouse_idx" ON "stock_counts" USING btree ("warehouse_id");
  CREATE INDEX "stock_counts_updated_at_idx" ON "stock_counts" USING btree ("updated_at");
  CREATE INDEX "stock_counts_created_at_idx" ON "stock_counts" USING btree ("created_at");
  CREATE INDEX "stock_counts_rels_order_idx" ON "stock_counts_rels" USING btree ("order");
  CREATE INDEX "stock_counts_rels_parent_idx" ON "stock_counts_rels" USING btree ("parent_id");
  CREATE INDEX "stock_counts_rels_path_idx" ON "stock_counts_rels" USING btree ("path");
  CREATE INDEX "stock_counts_rels_drawings_id_idx" ON "stock_counts_rels" USING btree ("drawings_id");
  CREATE INDEX "stock_counts_rels_pictures_id_idx" ON "stock_counts_rels" USING btree ("pictures_id");
  CREATE INDEX "stock_freezes_lines_row_order_idx" ON "stock_freezes_lines" USING btree ("_order");
  CREATE INDEX "stock_freezes_lines_parent_id_idx" ON "stock_freezes_lines" USING btree ("_parent_id");
  CREATE INDEX "stock_freezes_lines_item_idx" ON "stock_freezes_lines" USING btree ("item_id");
  CREATE UNIQUE INDEX "stock_freezes_no_idx" ON "stock_freezes" USING btree ("no");
  CREATE INDEX "stock_freezes_date_idx" ON "stock_freezes" USING btree ("date");
  CREATE INDEX "stock_freezes_status_idx" ON "stock_freezes" USING btree ("status");
  CREATE INDEX "stock_freezes_prepared_by_idx" ON "stock_freezes" USING btree ("prepared_by_id");
  CREATE INDEX "stock_freezes_approved_by_idx" ON "stock_freezes" USING btree ("approved_by_id");
  CREATE INDEX "stock_freezes_warehouse_idx" ON "stock_freezes" USING btree ("warehouse_id");
  CREATE INDEX "stock_freezes_updated_at_idx" ON "stock_freezes" USING btree ("updated_at");
  CREATE INDEX "stock_freezes_created_at_idx" ON "stock_freezes" USING btree ("created_at");
  CREATE INDEX "stock_freezes_rels_order_idx" ON "stock_freezes_rels" USING btree ("order");
  CREATE INDEX "stock_freezes_rels_parent_idx" ON "stock_freezes_rels" USING btree ("parent_id");
  CREATE INDEX "stock_freezes_rels_path_idx" ON "stock_freezes_rels" USING btree ("path");
  CREATE INDEX "stock_freezes_rels_drawings_id_idx" ON "stock_freezes_rels" USING btree ("drawings_id");
  CREATE INDEX "stock_freezes_rels_pictures_id_idx" ON "stock_freezes_rels" USING btree ("pictures_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "stock_issues_lines" CASCADE;
  DROP TABLE "stock_issues" CASCADE;
  DROP TABLE "stock_issues_rels" CASCADE;
  DROP TABLE "stock_transfers_lines" CASCADE;
  DROP TABLE "stock_transfers" CASCADE;
  DROP TABLE "stock_transfers_rels" CASCADE;
  DROP TABLE "stock_counts_lines" CASCADE;
  DROP TABLE "stock_counts" CASCADE;
  DROP TABLE "stock_counts_rels" CASCADE;
  DROP TABLE "stock_freezes_lines" CASCADE;
  DROP TABLE "stock_freezes" CASCADE;
  DROP TABLE "stock_freezes_rels" CASCADE;
  ALTER TABLE "stock_balances" DROP COLUMN "expected_transfers";
  ALTER TABLE "stock_balances" DROP COLUMN "expected_inspection";
  ALTER TABLE "stock_entries" DROP COLUMN "due_date";
  ALTER TABLE "invoices_lines" DROP COLUMN "return_line";
  ALTER TABLE "invoices" DROP COLUMN "price_only";
  ALTER TABLE "invoices" DROP COLUMN "instalments";
  ALTER TABLE "receipts_allocations" DROP COLUMN "date";
  ALTER TABLE "receipts" DROP COLUMN "bounced_on";
  ALTER TABLE "receipts" DROP COLUMN "bounce_reason";
  ALTER TABLE "availability_settings" DROP COLUMN "propose_batches";
  ALTER TABLE "availability_settings" DROP COLUMN "cost_per";
  DROP TYPE "public"."enum_stock_issues_status";
  DROP TYPE "public"."enum_stock_issues_kind";
  DROP TYPE "public"."enum_stock_transfers_status";
  DROP TYPE "public"."enum_stock_counts_status";
  DROP TYPE "public"."enum_stock_freezes_status";
  DROP TYPE "public"."enum_stock_freezes_kind";
  DROP TYPE "public"."enum_availability_settings_cost_per";`)
}
