import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_customers_language" AS ENUM('zh', 'en');
  CREATE TYPE "public"."enum_samples_features_type" AS ENUM('number', 'text', 'choice');
  CREATE TYPE "public"."enum_samples_status" AS ENUM('draft', 'submitted', 'inPreparation', 'ready', 'sent', 'approvedByCustomer', 'changeRequested', 'rejectedByCustomer', 'converted', 'refused', 'cancelled');
  CREATE TYPE "public"."enum_feedback_rounds_technical_judgement" AS ENUM('ok', 'out');
  CREATE TYPE "public"."enum_feedback_rounds_status" AS ENUM('awaiting', 'approved', 'changeRequested', 'rejected', 'withdrawn');
  CREATE TYPE "public"."enum_sample_work_orders_measurements_judgement" AS ENUM('ok', 'out');
  CREATE TYPE "public"."enum_sample_work_orders_status" AS ENUM('open', 'inWork', 'completed', 'cancelled');
  CREATE TYPE "public"."enum_order_changes_lines_supply" AS ENUM('engineeringStock', 'finishedStock', 'production');
  CREATE TYPE "public"."enum_order_changes_status" AS ENUM('draft', 'inReview', 'approved', 'applied', 'rejected', 'cancelled');
  CREATE TYPE "public"."enum_order_changes_review_status" AS ENUM('none', 'notRequired', 'inReview', 'awaitingRuling', 'passed', 'failed');
  CREATE TYPE "public"."enum_price_adjustments_status" AS ENUM('draft', 'submitted', 'approved', 'effective', 'superseded', 'cancelled');
  CREATE TYPE "public"."enum_price_releases_status" AS ENUM('open', 'released', 'rejected', 'void');
  CREATE TYPE "public"."enum_stock_issues_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_issues_kind" AS ENUM('production', 'scrap', 'sample', 'other');
  CREATE TYPE "public"."enum_stock_transfers_status" AS ENUM('draft', 'inTransit', 'received', 'reversed');
  CREATE TYPE "public"."enum_stock_counts_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_freezes_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_freezes_kind" AS ENUM('freeze', 'unfreeze');
  CREATE TYPE "public"."enum_cost_corrections_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_deliveries_return_status" AS ENUM('none', 'partly', 'full');
  CREATE TYPE "public"."enum_returns_lines_price_source" AS ENUM('auto', 'manual');
  CREATE TYPE "public"."enum_returns_status" AS ENUM('draft', 'approved', 'received', 'inspected', 'cancelled');
  CREATE TYPE "public"."enum_returns_kind" AS ENUM('refund', 'replace', 'priceOnly');
  CREATE TYPE "public"."enum_returns_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_credit_limits_status" AS ENUM('draft', 'submitted', 'approved', 'cancelled');
  CREATE TYPE "public"."enum_credit_limits_object_kind" AS ENUM('customers', 'departments', 'users');
  CREATE TYPE "public"."enum_credit_limits_kind" AS ENUM('permanent', 'temporary');
  CREATE TYPE "public"."enum_credit_releases_status" AS ENUM('open', 'released', 'rejected', 'void');
  CREATE TYPE "public"."enum_credit_releases_document_slug" AS ENUM('orders', 'deliveries', 'invoices');
  CREATE TYPE "public"."enum_credit_grades_status" AS ENUM('proposed', 'approved', 'rejected');
  CREATE TYPE "public"."enum_credit_grades_grade" AS ENUM('AAA', 'AA', 'A', 'B', 'C');
  CREATE TYPE "public"."enum_credit_grades_current_grade" AS ENUM('AAA', 'AA', 'A', 'B', 'C');
  CREATE TYPE "public"."enum_availability_settings_cost_per" AS ENUM('item', 'itemWarehouse');
  CREATE TYPE "public"."enum_credit_settings_limit_below_exposure" AS ENUM('warn', 'refuse');
  ALTER TYPE "public"."enum_payment_terms_kind" ADD VALUE 'prepaid' BEFORE 'instalments';
  CREATE TABLE "samples_features" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"value" varchar,
  	"unit" varchar,
  	"tolerance" numeric(18, 4),
  	"name" varchar,
  	"type" "enum_samples_features_type" DEFAULT 'text',
  	"options" varchar,
  	"required" boolean DEFAULT false
  );
  
  CREATE TABLE "samples" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_samples_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"customer_id" integer NOT NULL,
  	"name" varchar NOT NULL,
  	"category_id" integer,
  	"unit" varchar DEFAULT 'PCS',
  	"bom_reference" varchar,
  	"salesperson_id" integer,
  	"engineer_id" integer,
  	"department_id" integer,
  	"item_id" integer,
  	"formal_item_id" integer,
  	"waiver" varchar,
  	"status_since" timestamp(3) with time zone,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "samples_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "feedback_rounds_technical" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"feature" varchar NOT NULL,
  	"required" varchar,
  	"measured" varchar,
  	"deviation" varchar,
  	"judgement" "enum_feedback_rounds_technical_judgement",
  	"remark" varchar
  );
  
  CREATE TABLE "feedback_rounds" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_feedback_rounds_status" DEFAULT 'awaiting' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"sample_id" integer NOT NULL,
  	"round" numeric(18, 0),
  	"delivery_id" integer,
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"engineer_id" integer,
  	"department_id" integer,
  	"closed_at" timestamp(3) with time zone,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "feedback_rounds_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"pictures_id" integer,
  	"drawings_id" integer
  );
  
  CREATE TABLE "sample_work_orders_operations" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"operator" varchar,
  	"remark" varchar,
  	"planned_start" date,
  	"planned_end" date,
  	"actual_start" date,
  	"actual_end" date
  );
  
  CREATE TABLE "sample_work_orders_materials" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"qty" numeric(18, 4) NOT NULL,
  	"warehouse_id" integer,
  	"batch_no" varchar,
  	"issued" boolean DEFAULT false
  );
  
  CREATE TABLE "sample_work_orders_measurements" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"feature" varchar NOT NULL,
  	"required" varchar,
  	"measured" varchar,
  	"deviation" varchar,
  	"judgement" "enum_sample_work_orders_measurements_judgement",
  	"remark" varchar
  );
  
  CREATE TABLE "sample_work_orders" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_sample_work_orders_status" DEFAULT 'open' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"sample_id" integer,
  	"qty" numeric(18, 4) NOT NULL,
  	"completed" numeric(18, 4) DEFAULT 0,
  	"scrapped" numeric(18, 4) DEFAULT 0,
  	"warehouse_id" integer,
  	"due" date,
  	"item_id" integer,
  	"order_id" integer,
  	"order_line" varchar,
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"started_at" timestamp(3) with time zone,
  	"completed_at" timestamp(3) with time zone,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sample_work_orders_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "orders_lines_reservations" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"warehouse_id" integer,
  	"batch_no" varchar,
  	"qty" numeric(18, 4)
  );
  
  CREATE TABLE "order_changes_lines_schedule" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" date NOT NULL,
  	"qty" numeric(18, 4) NOT NULL,
  	"promised" date
  );
  
  CREATE TABLE "order_changes_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"line" varchar,
  	"item_id" integer,
  	"qty" numeric(18, 4),
  	"unit" varchar,
  	"price" numeric(20, 6),
  	"discount_rate" numeric(18, 4),
  	"tax_rate" numeric(18, 4),
  	"warehouse_id" integer,
  	"description" varchar,
  	"remark" varchar,
  	"supply" "enum_order_changes_lines_supply",
  	"free" boolean DEFAULT false,
  	"remove" boolean DEFAULT false
  );
  
  CREATE TABLE "order_changes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_order_changes_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"order_id" integer NOT NULL,
  	"reason" varchar NOT NULL,
  	"differences" jsonb,
  	"departments" jsonb,
  	"review_status" "enum_order_changes_review_status" DEFAULT 'none',
  	"gross_before" numeric(18, 2),
  	"gross_after" numeric(18, 2),
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "order_changes_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "order_revisions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order_id" integer NOT NULL,
  	"revision" numeric(18, 0) NOT NULL,
  	"change_id" integer,
  	"reason" varchar,
  	"at" timestamp(3) with time zone,
  	"by_id" integer,
  	"content" jsonb,
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"prepared_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "review_delegations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"person_id" integer,
  	"deputy_id" integer NOT NULL,
  	"from" date NOT NULL,
  	"until" date NOT NULL,
  	"reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "price_adjustments_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"customer_id" integer,
  	"customer_category_id" integer,
  	"item_id" integer,
  	"item_category_id" integer,
  	"unit" varchar,
  	"currency" varchar,
  	"min_qty" numeric(18, 4),
  	"old_price" numeric(20, 6),
  	"new_price" numeric(20, 6),
  	"change_rate" numeric(18, 4),
  	"net" boolean DEFAULT false,
  	"priority" numeric(18, 0),
  	"valid_to" date,
  	"remark" varchar
  );
  
  CREATE TABLE "price_adjustments" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_price_adjustments_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"effective_from" date NOT NULL,
  	"currency" varchar DEFAULT 'CNY',
  	"reason" varchar,
  	"decision" varchar,
  	"largest_change" numeric(18, 4),
  	"salesperson_id" integer,
  	"general" boolean DEFAULT false,
  	"department_id" integer,
  	"book_of_id" integer,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "price_adjustments_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "price_releases_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"source_line" varchar,
  	"item_id" integer,
  	"qty" numeric(18, 4),
  	"unit" varchar,
  	"price" numeric(20, 6),
  	"net_unit_price" numeric(20, 6),
  	"min_price" numeric(20, 6),
  	"min_source" varchar
  );
  
  CREATE TABLE "price_releases" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_price_releases_status" DEFAULT 'open' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"document_slug" varchar,
  	"document_id" numeric(18, 0),
  	"document_no" varchar,
  	"document_version" numeric(18, 0),
  	"document_prepared_by_id" integer,
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"reason" varchar,
  	"decision" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "price_releases_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"orders_id" integer,
  	"quotes_id" integer,
  	"deliveries_id" integer,
  	"invoices_id" integer,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
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
  
  CREATE TABLE "cost_corrections_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"receipt_line" varchar,
  	"item_id" integer,
  	"warehouse_id" integer,
  	"batch_no" varchar,
  	"qty" numeric(18, 4),
  	"old_cost" numeric(20, 6),
  	"cost" numeric(20, 6) NOT NULL,
  	"cost_delta" numeric(18, 2),
  	"left_value" numeric(18, 2),
  	"sold_value" numeric(18, 2)
  );
  
  CREATE TABLE "cost_corrections" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_cost_corrections_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"receipt_id" integer NOT NULL,
  	"warehouse_id" integer,
  	"reason" varchar,
  	"cost_shares" jsonb,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "cost_corrections_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "returns_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer,
  	"description" varchar,
  	"qty" numeric(18, 4) NOT NULL,
  	"unit" varchar,
  	"price" numeric(20, 6),
  	"price_source" "enum_returns_lines_price_source" DEFAULT 'auto',
  	"list_price" numeric(20, 6),
  	"discount_rate" numeric(18, 4) DEFAULT 0,
  	"tax_rate" numeric(18, 4),
  	"free" boolean DEFAULT false,
  	"net" numeric(18, 2),
  	"tax" numeric(18, 2),
  	"gross" numeric(18, 2),
  	"net_price" numeric(20, 6),
  	"gross_price" numeric(20, 6),
  	"min_price" numeric(20, 6),
  	"trace" jsonb,
  	"warehouse_id" integer,
  	"batch_no" varchar,
  	"remark" varchar,
  	"stock_qty" numeric(18, 4),
  	"base_net" numeric(20, 6),
  	"base_tax" numeric(20, 6),
  	"base_gross" numeric(20, 6),
  	"delivery_line" varchar,
  	"delivery_id" integer,
  	"order_line" varchar,
  	"order_id" integer,
  	"original_price" numeric(20, 6),
  	"issue_value" numeric(18, 2),
  	"frozen" boolean DEFAULT false,
  	"restock_qty" numeric(18, 4),
  	"rework_qty" numeric(18, 4),
  	"scrap_qty" numeric(18, 4),
  	"restock_to_id" integer,
  	"rework_to_id" integer
  );
  
  CREATE TABLE "returns" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_returns_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"kind" "enum_returns_kind" DEFAULT 'refund' NOT NULL,
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"currency" varchar,
  	"exchange_rate" numeric(20, 6) DEFAULT 1,
  	"tax_mode" "enum_returns_tax_mode",
  	"payment_terms_id" integer,
  	"delivery_address" varchar,
  	"header_discount" numeric(18, 2) DEFAULT 0,
  	"net_total" numeric(18, 2) DEFAULT 0,
  	"tax_total" numeric(18, 2) DEFAULT 0,
  	"gross_total" numeric(18, 2) DEFAULT 0,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "returns_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "credit_limits" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_credit_limits_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"customer_id" integer,
  	"department_id" integer,
  	"salesperson_id" integer,
  	"object_kind" "enum_credit_limits_object_kind",
  	"object_id" numeric(18, 0),
  	"object_name" varchar,
  	"kind" "enum_credit_limits_kind" DEFAULT 'permanent' NOT NULL,
  	"limit" numeric(18, 2) NOT NULL,
  	"limit_before" numeric(18, 2),
  	"exposure" numeric(18, 2),
  	"valid_from" date NOT NULL,
  	"valid_to" date,
  	"reason" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "credit_limits_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "credit_releases" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_credit_releases_status" DEFAULT 'open' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"document_slug" "enum_credit_releases_document_slug",
  	"document_id" numeric(18, 0),
  	"document_no" varchar,
  	"document_version" numeric(18, 0),
  	"document_prepared_by_id" integer,
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"amount" numeric(18, 2),
  	"alarms" jsonb,
  	"expires_at" timestamp(3) with time zone,
  	"reason" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "credit_releases_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"orders_id" integer,
  	"deliveries_id" integer,
  	"invoices_id" integer,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "credit_grades" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_credit_grades_status" DEFAULT 'proposed' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"customer_id" integer NOT NULL,
  	"period_from" date,
  	"period_to" date,
  	"net_sales" numeric(18, 2),
  	"days_late" numeric(18, 4),
  	"return_rate" numeric(18, 4),
  	"credit_days" numeric(18, 4),
  	"points" numeric(18, 4),
  	"grade" "enum_credit_grades_grade",
  	"current_grade" "enum_credit_grades_current_grade",
  	"proposed_limit" numeric(18, 2),
  	"current_limit" numeric(18, 2),
  	"arithmetic" jsonb,
  	"reject_reason" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "credit_grades_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  ALTER TABLE "customers" ADD COLUMN "language" "enum_customers_language";
  ALTER TABLE "items_features" ADD COLUMN "unit" varchar;
  ALTER TABLE "items" ADD COLUMN "lead_time_days" numeric;
  ALTER TABLE "items" ADD COLUMN "bom_reference" varchar;
  ALTER TABLE "items" ADD COLUMN "sample_id" integer;
  ALTER TABLE "item_categories_features" ADD COLUMN "tolerance" numeric(18, 4);
  ALTER TABLE "quotes" ADD COLUMN "revises_id" integer;
  ALTER TABLE "orders_lines" ADD COLUMN "work_order_id" integer;
  ALTER TABLE "orders_lines" ADD COLUMN "closed_qty" numeric(18, 4);
  ALTER TABLE "orders_lines" ADD COLUMN "earlier" jsonb;
  ALTER TABLE "orders" ADD COLUMN "external_no" varchar;
  ALTER TABLE "orders" ADD COLUMN "closed_early" boolean DEFAULT false;
  ALTER TABLE "orders" ADD COLUMN "revision" numeric(18, 0);
  ALTER TABLE "orders" ADD COLUMN "hold_reason" varchar;
  ALTER TABLE "orders" ADD COLUMN "approvals" jsonb;
  ALTER TABLE "orders" ADD COLUMN "sample_waiver" varchar;
  ALTER TABLE "order_reviews" ADD COLUMN "change_id" integer;
  ALTER TABLE "order_reviews" ADD COLUMN "files" jsonb;
  ALTER TABLE "order_reviews" ADD COLUMN "on_behalf_of_id" integer;
  ALTER TABLE "order_reviews" ADD COLUMN "remind_at" timestamp(3) with time zone;
  ALTER TABLE "order_reviews" ADD COLUMN "escalated_at" timestamp(3) with time zone;
  ALTER TABLE "price_policies" ADD COLUMN "adjustment_id" integer;
  ALTER TABLE "stock_balances" ADD COLUMN "expected_transfers" numeric(18, 4) DEFAULT 0 NOT NULL;
  ALTER TABLE "stock_balances" ADD COLUMN "expected_inspection" numeric(18, 4) DEFAULT 0 NOT NULL;
  ALTER TABLE "stock_entries" ADD COLUMN "due_date" date;
  ALTER TABLE "deliveries_lines" ADD COLUMN "over_qty" numeric(18, 4);
  ALTER TABLE "deliveries_lines" ADD COLUMN "replacement_qty" numeric(18, 4);
  ALTER TABLE "deliveries_lines" ADD COLUMN "earlier" jsonb;
  ALTER TABLE "deliveries" ADD COLUMN "due_back" date;
  ALTER TABLE "deliveries" ADD COLUMN "stale" boolean DEFAULT false;
  ALTER TABLE "deliveries" ADD COLUMN "return_status" "enum_deliveries_return_status" DEFAULT 'none';
  ALTER TABLE "invoices_lines" ADD COLUMN "return_line" varchar;
  ALTER TABLE "invoices" ADD COLUMN "price_only" boolean DEFAULT false;
  ALTER TABLE "invoices" ADD COLUMN "instalments" jsonb;
  ALTER TABLE "receipts_allocations" ADD COLUMN "date" date;
  ALTER TABLE "receipts" ADD COLUMN "salesperson_id" integer;
  ALTER TABLE "receipts" ADD COLUMN "department_id" integer;
  ALTER TABLE "receipts" ADD COLUMN "bounced_on" date;
  ALTER TABLE "receipts" ADD COLUMN "bounce_reason" varchar;
  ALTER TABLE "users" ADD COLUMN "daily_digest" boolean DEFAULT false;
  ALTER TABLE "outbox" ADD COLUMN "attachments" jsonb;
  ALTER TABLE "availability_settings" ADD COLUMN "propose_batches" boolean DEFAULT false;
  ALTER TABLE "availability_settings" ADD COLUMN "cost_per" "enum_availability_settings_cost_per" DEFAULT 'item' NOT NULL;
  ALTER TABLE "credit_settings" ADD COLUMN "release_valid_days" numeric(18, 0) DEFAULT 30;
  ALTER TABLE "credit_settings" ADD COLUMN "limit_below_exposure" "enum_credit_settings_limit_below_exposure" DEFAULT 'warn' NOT NULL;
  ALTER TABLE "credit_settings" ADD COLUMN "ageing1" numeric(18, 0) DEFAULT 30;
  ALTER TABLE "credit_settings" ADD COLUMN "ageing2" numeric(18, 0) DEFAULT 60;
  ALTER TABLE "credit_settings" ADD COLUMN "ageing3" numeric(18, 0) DEFAULT 90;
  ALTER TABLE "credit_settings" ADD COLUMN "ageing4" numeric(18, 0) DEFAULT 120;
  ALTER TABLE "credit_settings" ADD COLUMN "dunning_a_a_a" numeric DEFAULT 15;
  ALTER TABLE "credit_settings" ADD COLUMN "dunning_a_a" numeric DEFAULT 10;
  ALTER TABLE "credit_settings" ADD COLUMN "dunning_a" numeric(18, 0) DEFAULT 7;
  ALTER TABLE "credit_settings" ADD COLUMN "dunning_b" numeric(18, 0) DEFAULT 3;
  ALTER TABLE "credit_settings" ADD COLUMN "dunning_c" numeric(18, 0) DEFAULT 0;
  ALTER TABLE "credit_settings" ADD COLUMN "dunning_step" numeric(18, 0) DEFAULT 15;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_target" numeric(18, 2) DEFAULT 1000000;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_volume" numeric(18, 4) DEFAULT 40;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_payment" numeric(18, 4) DEFAULT 40;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_returns" numeric(18, 4) DEFAULT 20;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_delay" numeric(18, 0) DEFAULT 60;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_return_rate" numeric(18, 4) DEFAULT 10;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_months" numeric(18, 0) DEFAULT 3;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_from_a_a_a" numeric DEFAULT 90;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_from_a_a" numeric DEFAULT 80;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_from_a" numeric(18, 4) DEFAULT 70;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_from_b" numeric(18, 4) DEFAULT 60;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_factor_a_a_a" numeric DEFAULT 1.5;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_factor_a_a" numeric DEFAULT 1;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_factor_a" numeric(20, 6) DEFAULT 0.8;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_factor_b" numeric(20, 6) DEFAULT 0.6;
  ALTER TABLE "credit_settings" ADD COLUMN "rating_factor_c" numeric(20, 6) DEFAULT 0;
  ALTER TABLE "order_settings_review_rules" ADD COLUMN "min_amount" numeric(18, 2);
  ALTER TABLE "order_settings_approval_matrix" ADD COLUMN "approvers" numeric(18, 0) DEFAULT 1;
  ALTER TABLE "order_settings" ADD COLUMN "review_reminder_hours" numeric(20, 6) DEFAULT 4;
  ALTER TABLE "order_settings" ADD COLUMN "unlink_advances" boolean DEFAULT false;
  ALTER TABLE "order_settings" ADD COLUMN "unbilled_after_days" numeric DEFAULT 7 NOT NULL;
  ALTER TABLE "samples_features" ADD CONSTRAINT "samples_features_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "samples" ADD CONSTRAINT "samples_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "samples" ADD CONSTRAINT "samples_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "samples" ADD CONSTRAINT "samples_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "samples" ADD CONSTRAINT "samples_category_id_item_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."item_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "samples" ADD CONSTRAINT "samples_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "samples" ADD CONSTRAINT "samples_engineer_id_users_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "samples" ADD CONSTRAINT "samples_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "samples" ADD CONSTRAINT "samples_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "samples" ADD CONSTRAINT "samples_formal_item_id_items_id_fk" FOREIGN KEY ("formal_item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "samples_rels" ADD CONSTRAINT "samples_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "samples_rels" ADD CONSTRAINT "samples_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "samples_rels" ADD CONSTRAINT "samples_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "feedback_rounds_technical" ADD CONSTRAINT "feedback_rounds_technical_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."feedback_rounds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_engineer_id_users_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "feedback_rounds_rels" ADD CONSTRAINT "feedback_rounds_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."feedback_rounds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "feedback_rounds_rels" ADD CONSTRAINT "feedback_rounds_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "feedback_rounds_rels" ADD CONSTRAINT "feedback_rounds_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sample_work_orders_operations" ADD CONSTRAINT "sample_work_orders_operations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."sample_work_orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sample_work_orders_materials" ADD CONSTRAINT "sample_work_orders_materials_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders_materials" ADD CONSTRAINT "sample_work_orders_materials_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders_materials" ADD CONSTRAINT "sample_work_orders_materials_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."sample_work_orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sample_work_orders_measurements" ADD CONSTRAINT "sample_work_orders_measurements_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."sample_work_orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sample_work_orders" ADD CONSTRAINT "sample_work_orders_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders" ADD CONSTRAINT "sample_work_orders_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders" ADD CONSTRAINT "sample_work_orders_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders" ADD CONSTRAINT "sample_work_orders_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders" ADD CONSTRAINT "sample_work_orders_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders" ADD CONSTRAINT "sample_work_orders_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders" ADD CONSTRAINT "sample_work_orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders" ADD CONSTRAINT "sample_work_orders_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders" ADD CONSTRAINT "sample_work_orders_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sample_work_orders_rels" ADD CONSTRAINT "sample_work_orders_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sample_work_orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sample_work_orders_rels" ADD CONSTRAINT "sample_work_orders_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sample_work_orders_rels" ADD CONSTRAINT "sample_work_orders_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders_lines_reservations" ADD CONSTRAINT "orders_lines_reservations_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_lines_reservations" ADD CONSTRAINT "orders_lines_reservations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."orders_lines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_changes_lines_schedule" ADD CONSTRAINT "order_changes_lines_schedule_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."order_changes_lines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_changes_lines" ADD CONSTRAINT "order_changes_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_changes_lines" ADD CONSTRAINT "order_changes_lines_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_changes_lines" ADD CONSTRAINT "order_changes_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."order_changes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_changes" ADD CONSTRAINT "order_changes_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_changes" ADD CONSTRAINT "order_changes_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_changes" ADD CONSTRAINT "order_changes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_changes" ADD CONSTRAINT "order_changes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_changes" ADD CONSTRAINT "order_changes_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_changes" ADD CONSTRAINT "order_changes_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_changes_rels" ADD CONSTRAINT "order_changes_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."order_changes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_changes_rels" ADD CONSTRAINT "order_changes_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_changes_rels" ADD CONSTRAINT "order_changes_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_revisions" ADD CONSTRAINT "order_revisions_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_revisions" ADD CONSTRAINT "order_revisions_change_id_order_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."order_changes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_revisions" ADD CONSTRAINT "order_revisions_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_revisions" ADD CONSTRAINT "order_revisions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_revisions" ADD CONSTRAINT "order_revisions_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_revisions" ADD CONSTRAINT "order_revisions_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_revisions" ADD CONSTRAINT "order_revisions_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "review_delegations" ADD CONSTRAINT "review_delegations_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "review_delegations" ADD CONSTRAINT "review_delegations_deputy_id_users_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments_lines" ADD CONSTRAINT "price_adjustments_lines_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments_lines" ADD CONSTRAINT "price_adjustments_lines_customer_category_id_customer_categories_id_fk" FOREIGN KEY ("customer_category_id") REFERENCES "public"."customer_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments_lines" ADD CONSTRAINT "price_adjustments_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments_lines" ADD CONSTRAINT "price_adjustments_lines_item_category_id_item_categories_id_fk" FOREIGN KEY ("item_category_id") REFERENCES "public"."item_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments_lines" ADD CONSTRAINT "price_adjustments_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."price_adjustments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_adjustments" ADD CONSTRAINT "price_adjustments_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments" ADD CONSTRAINT "price_adjustments_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments" ADD CONSTRAINT "price_adjustments_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments" ADD CONSTRAINT "price_adjustments_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments" ADD CONSTRAINT "price_adjustments_book_of_id_customers_id_fk" FOREIGN KEY ("book_of_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_adjustments_rels" ADD CONSTRAINT "price_adjustments_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."price_adjustments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_adjustments_rels" ADD CONSTRAINT "price_adjustments_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_adjustments_rels" ADD CONSTRAINT "price_adjustments_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_releases_lines" ADD CONSTRAINT "price_releases_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_releases_lines" ADD CONSTRAINT "price_releases_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."price_releases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_releases" ADD CONSTRAINT "price_releases_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_releases" ADD CONSTRAINT "price_releases_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_releases" ADD CONSTRAINT "price_releases_document_prepared_by_id_users_id_fk" FOREIGN KEY ("document_prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_releases" ADD CONSTRAINT "price_releases_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_releases" ADD CONSTRAINT "price_releases_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_releases" ADD CONSTRAINT "price_releases_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_releases_rels" ADD CONSTRAINT "price_releases_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."price_releases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_releases_rels" ADD CONSTRAINT "price_releases_rels_orders_fk" FOREIGN KEY ("orders_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_releases_rels" ADD CONSTRAINT "price_releases_rels_quotes_fk" FOREIGN KEY ("quotes_id") REFERENCES "public"."quotes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_releases_rels" ADD CONSTRAINT "price_releases_rels_deliveries_fk" FOREIGN KEY ("deliveries_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_releases_rels" ADD CONSTRAINT "price_releases_rels_invoices_fk" FOREIGN KEY ("invoices_id") REFERENCES "public"."invoices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_releases_rels" ADD CONSTRAINT "price_releases_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_releases_rels" ADD CONSTRAINT "price_releases_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
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
  ALTER TABLE "cost_corrections_lines" ADD CONSTRAINT "cost_corrections_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cost_corrections_lines" ADD CONSTRAINT "cost_corrections_lines_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cost_corrections_lines" ADD CONSTRAINT "cost_corrections_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."cost_corrections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "cost_corrections" ADD CONSTRAINT "cost_corrections_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cost_corrections" ADD CONSTRAINT "cost_corrections_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cost_corrections" ADD CONSTRAINT "cost_corrections_receipt_id_stock_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."stock_receipts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cost_corrections" ADD CONSTRAINT "cost_corrections_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cost_corrections_rels" ADD CONSTRAINT "cost_corrections_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."cost_corrections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "cost_corrections_rels" ADD CONSTRAINT "cost_corrections_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "cost_corrections_rels" ADD CONSTRAINT "cost_corrections_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_restock_to_id_warehouses_id_fk" FOREIGN KEY ("restock_to_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_rework_to_id_warehouses_id_fk" FOREIGN KEY ("rework_to_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."returns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_payment_terms_id_payment_terms_id_fk" FOREIGN KEY ("payment_terms_id") REFERENCES "public"."payment_terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns_rels" ADD CONSTRAINT "returns_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."returns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "returns_rels" ADD CONSTRAINT "returns_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "returns_rels" ADD CONSTRAINT "returns_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_limits" ADD CONSTRAINT "credit_limits_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_limits" ADD CONSTRAINT "credit_limits_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_limits" ADD CONSTRAINT "credit_limits_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_limits" ADD CONSTRAINT "credit_limits_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_limits" ADD CONSTRAINT "credit_limits_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_limits_rels" ADD CONSTRAINT "credit_limits_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."credit_limits"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_limits_rels" ADD CONSTRAINT "credit_limits_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_limits_rels" ADD CONSTRAINT "credit_limits_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_releases" ADD CONSTRAINT "credit_releases_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_releases" ADD CONSTRAINT "credit_releases_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_releases" ADD CONSTRAINT "credit_releases_document_prepared_by_id_users_id_fk" FOREIGN KEY ("document_prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_releases" ADD CONSTRAINT "credit_releases_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_releases" ADD CONSTRAINT "credit_releases_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_releases" ADD CONSTRAINT "credit_releases_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_releases_rels" ADD CONSTRAINT "credit_releases_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."credit_releases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_releases_rels" ADD CONSTRAINT "credit_releases_rels_orders_fk" FOREIGN KEY ("orders_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_releases_rels" ADD CONSTRAINT "credit_releases_rels_deliveries_fk" FOREIGN KEY ("deliveries_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_releases_rels" ADD CONSTRAINT "credit_releases_rels_invoices_fk" FOREIGN KEY ("invoices_id") REFERENCES "public"."invoices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_releases_rels" ADD CONSTRAINT "credit_releases_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_releases_rels" ADD CONSTRAINT "credit_releases_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_grades" ADD CONSTRAINT "credit_grades_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_grades" ADD CONSTRAINT "credit_grades_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_grades" ADD CONSTRAINT "credit_grades_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_grades_rels" ADD CONSTRAINT "credit_grades_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."credit_grades"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_grades_rels" ADD CONSTRAINT "credit_grades_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "credit_grades_rels" ADD CONSTRAINT "credit_grades_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "samples_features_row_order_idx" ON "samples_features" USING btree ("_order");
  CREATE INDEX "samples_features_parent_id_idx" ON "samples_features" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "samples_no_idx" ON "samples" USING btree ("no");
  CREATE INDEX "samples_date_idx" ON "samples" USING btree ("date");
  CREATE INDEX "samples_status_idx" ON "samples" USING btree ("status");
  CREATE INDEX "samples_prepared_by_idx" ON "samples" USING btree ("prepared_by_id");
  CREATE INDEX "samples_approved_by_idx" ON "samples" USING btree ("approved_by_id");
  CREATE INDEX "samples_customer_idx" ON "samples" USING btree ("customer_id");
  CREATE INDEX "samples_name_idx" ON "samples" USING btree ("name");
  CREATE INDEX "samples_category_idx" ON "samples" USING btree ("category_id");
  CREATE INDEX "samples_salesperson_idx" ON "samples" USING btree ("salesperson_id");
  CREATE INDEX "samples_engineer_idx" ON "samples" USING btree ("engineer_id");
  CREATE INDEX "samples_department_idx" ON "samples" USING btree ("department_id");
  CREATE INDEX "samples_item_idx" ON "samples" USING btree ("item_id");
  CREATE INDEX "samples_formal_item_idx" ON "samples" USING btree ("formal_item_id");
  CREATE INDEX "samples_updated_at_idx" ON "samples" USING btree ("updated_at");
  CREATE INDEX "samples_created_at_idx" ON "samples" USING btree ("created_at");
  CREATE INDEX "samples_rels_order_idx" ON "samples_rels" USING btree ("order");
  CREATE INDEX "samples_rels_parent_idx" ON "samples_rels" USING btree ("parent_id");
  CREATE INDEX "samples_rels_path_idx" ON "samples_rels" USING btree ("path");
  CREATE INDEX "samples_rels_drawings_id_idx" ON "samples_rels" USING btree ("drawings_id");
  CREATE INDEX "samples_rels_pictures_id_idx" ON "samples_rels" USING btree ("pictures_id");
  CREATE INDEX "feedback_rounds_technical_row_order_idx" ON "feedback_rounds_technical" USING btree ("_order");
  CREATE INDEX "feedback_rounds_technical_parent_id_idx" ON "feedback_rounds_technical" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "feedback_rounds_no_idx" ON "feedback_rounds" USING btree ("no");
  CREATE INDEX "feedback_rounds_date_idx" ON "feedback_rounds" USING btree ("date");
  CREATE INDEX "feedback_rounds_status_idx" ON "feedback_rounds" USING btree ("status");
  CREATE INDEX "feedback_rounds_prepared_by_idx" ON "feedback_rounds" USING btree ("prepared_by_id");
  CREATE INDEX "feedback_rounds_approved_by_idx" ON "feedback_rounds" USING btree ("approved_by_id");
  CREATE INDEX "feedback_rounds_sample_idx" ON "feedback_rounds" USING btree ("sample_id");
  CREATE INDEX "feedback_rounds_delivery_idx" ON "feedback_rounds" USING btree ("delivery_id");
  CREATE INDEX "feedback_rounds_customer_idx" ON "feedback_rounds" USING btree ("customer_id");
  CREATE INDEX "feedback_rounds_salesperson_idx" ON "feedback_rounds" USING btree ("salesperson_id");
  CREATE INDEX "feedback_rounds_engineer_idx" ON "feedback_rounds" USING btree ("engineer_id");
  CREATE INDEX "feedback_rounds_department_idx" ON "feedback_rounds" USING btree ("department_id");
  CREATE INDEX "feedback_rounds_updated_at_idx" ON "feedback_rounds" USING btree ("updated_at");
  CREATE INDEX "feedback_rounds_created_at_idx" ON "feedback_rounds" USING btree ("created_at");
  CREATE INDEX "feedback_rounds_rels_order_idx" ON "feedback_rounds_rels" USING btree ("order");
  CREATE INDEX "feedback_rounds_rels_parent_idx" ON "feedback_rounds_rels" USING btree ("parent_id");
  CREATE INDEX "feedback_rounds_rels_path_idx" ON "feedback_rounds_rels" USING btree ("path");
  CREATE INDEX "feedback_rounds_rels_pictures_id_idx" ON "feedback_rounds_rels" USING btree ("pictures_id");
  CREATE INDEX "feedback_rounds_rels_drawings_id_idx" ON "feedback_rounds_rels" USING btree ("drawings_id");
  CREATE INDEX "sample_work_orders_operations_row_order_idx" ON "sample_work_orders_operations" USING btree ("_order");
  CREATE INDEX "sample_work_orders_operations_parent_id_idx" ON "sample_work_orders_operations" USING btree ("_parent_id");
  CREATE INDEX "sample_work_orders_materials_row_order_idx" ON "sample_work_orders_materials" USING btree ("_order");
  CREATE INDEX "sample_work_orders_materials_parent_id_idx" ON "sample_work_orders_materials" USING btree ("_parent_id");
  CREATE INDEX "sample_work_orders_materials_item_idx" ON "sample_work_orders_materials" USING btree ("item_id");
  CREATE INDEX "sample_work_orders_materials_warehouse_idx" ON "sample_work_orders_materials" USING btree ("warehouse_id");
  CREATE INDEX "sample_work_orders_measurements_row_order_idx" ON "sample_work_orders_measurements" USING btree ("_order");
  CREATE INDEX "sample_work_orders_measurements_parent_id_idx" ON "sample_work_orders_measurements" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "sample_work_orders_no_idx" ON "sample_work_orders" USING btree ("no");
  CREATE INDEX "sample_work_orders_date_idx" ON "sample_work_orders" USING btree ("date");
  CREATE INDEX "sample_work_orders_status_idx" ON "sample_work_orders" USING btree ("status");
  CREATE INDEX "sample_work_orders_prepared_by_idx" ON "sample_work_orders" USING btree ("prepared_by_id");
  CREATE INDEX "sample_work_orders_approved_by_idx" ON "sample_work_orders" USING btree ("approved_by_id");
  CREATE INDEX "sample_work_orders_sample_idx" ON "sample_work_orders" USING btree ("sample_id");
  CREATE INDEX "sample_work_orders_warehouse_idx" ON "sample_work_orders" USING btree ("warehouse_id");
  CREATE INDEX "sample_work_orders_item_idx" ON "sample_work_orders" USING btree ("item_id");
  CREATE INDEX "sample_work_orders_order_idx" ON "sample_work_orders" USING btree ("order_id");
  CREATE INDEX "sample_work_orders_customer_idx" ON "sample_work_orders" USING btree ("customer_id");
  CREATE INDEX "sample_work_orders_salesperson_idx" ON "sample_work_orders" USING btree ("salesperson_id");
  CREATE INDEX "sample_work_orders_department_idx" ON "sample_work_orders" USING btree ("department_id");
  CREATE INDEX "sample_work_orders_updated_at_idx" ON "sample_work_orders" USING btree ("updated_at");
  CREATE INDEX "sample_work_orders_created_at_idx" ON "sample_work_orders" USING btree ("created_at");
  CREATE INDEX "sample_work_orders_rels_order_idx" ON "sample_work_orders_rels" USING btree ("order");
  CREATE INDEX "sample_work_orders_rels_parent_idx" ON "sample_work_orders_rels" USING btree ("parent_id");
  CREATE INDEX "sample_work_orders_rels_path_idx" ON "sample_work_orders_rels" USING btree ("path");
  CREATE INDEX "sample_work_orders_rels_drawings_id_idx" ON "sample_work_orders_rels" USING btree ("drawings_id");
  CREATE INDEX "sample_work_orders_rels_pictures_id_idx" ON "sample_work_orders_rels" USING btree ("pictures_id");
  CREATE INDEX "orders_lines_reservations_row_order_idx" ON "orders_lines_reservations" USING btree ("_order");
  CREATE INDEX "orders_lines_reservations_parent_id_idx" ON "orders_lines_reservations" USING btree ("_parent_id");
  CREATE INDEX "orders_lines_reservations_warehouse_idx" ON "orders_lines_reservations" USING btree ("warehouse_id");
  CREATE INDEX "order_changes_lines_schedule_row_order_idx" ON "order_changes_lines_schedule" USING btree ("_order");
  CREATE INDEX "order_changes_lines_schedule_parent_id_idx" ON "order_changes_lines_schedule" USING btree ("_parent_id");
  CREATE INDEX "order_changes_lines_row_order_idx" ON "order_changes_lines" USING btree ("_order");
  CREATE INDEX "order_changes_lines_parent_id_idx" ON "order_changes_lines" USING btree ("_parent_id");
  CREATE INDEX "order_changes_lines_item_idx" ON "order_changes_lines" USING btree ("item_id");
  CREATE INDEX "order_changes_lines_warehouse_idx" ON "order_changes_lines" USING btree ("warehouse_id");
  CREATE UNIQUE INDEX "order_changes_no_idx" ON "order_changes" USING btree ("no");
  CREATE INDEX "order_changes_date_idx" ON "order_changes" USING btree ("date");
  CREATE INDEX "order_changes_status_idx" ON "order_changes" USING btree ("status");
  CREATE INDEX "order_changes_prepared_by_idx" ON "order_changes" USING btree ("prepared_by_id");
  CREATE INDEX "order_changes_approved_by_idx" ON "order_changes" USING btree ("approved_by_id");
  CREATE INDEX "order_changes_order_idx" ON "order_changes" USING btree ("order_id");
  CREATE INDEX "order_changes_customer_idx" ON "order_changes" USING btree ("customer_id");
  CREATE INDEX "order_changes_salesperson_idx" ON "order_changes" USING btree ("salesperson_id");
  CREATE INDEX "order_changes_department_idx" ON "order_changes" USING btree ("department_id");
  CREATE INDEX "order_changes_updated_at_idx" ON "order_changes" USING btree ("updated_at");
  CREATE INDEX "order_changes_created_at_idx" ON "order_changes" USING btree ("created_at");
  CREATE INDEX "order_changes_rels_order_idx" ON "order_changes_rels" USING btree ("order");
  CREATE INDEX "order_changes_rels_parent_idx" ON "order_changes_rels" USING btree ("parent_id");
  CREATE INDEX "order_changes_rels_path_idx" ON "order_changes_rels" USING btree ("path");
  CREATE INDEX "order_changes_rels_drawings_id_idx" ON "order_changes_rels" USING btree ("drawings_id");
  CREATE INDEX "order_changes_rels_pictures_id_idx" ON "order_changes_rels" USING btree ("pictures_id");
  CREATE INDEX "order_revisions_order_idx" ON "order_revisions" USING btree ("order_id");
  CREATE INDEX "order_revisions_change_idx" ON "order_revisions" USING btree ("change_id");
  CREATE INDEX "order_revisions_by_idx" ON "order_revisions" USING btree ("by_id");
  CREATE INDEX "order_revisions_customer_idx" ON "order_revisions" USING btree ("customer_id");
  CREATE INDEX "order_revisions_salesperson_idx" ON "order_revisions" USING btree ("salesperson_id");
  CREATE INDEX "order_revisions_department_idx" ON "order_revisions" USING btree ("department_id");
  CREATE INDEX "order_revisions_prepared_by_idx" ON "order_revisions" USING btree ("prepared_by_id");
  CREATE INDEX "order_revisions_updated_at_idx" ON "order_revisions" USING btree ("updated_at");
  CREATE INDEX "order_revisions_created_at_idx" ON "order_revisions" USING btree ("created_at");
  CREATE INDEX "review_delegations_person_idx" ON "review_delegations" USING btree ("person_id");
  CREATE INDEX "review_delegations_deputy_idx" ON "review_delegations" USING btree ("deputy_id");
  CREATE INDEX "review_delegations_updated_at_idx" ON "review_delegations" USING btree ("updated_at");
  CREATE INDEX "review_delegations_created_at_idx" ON "review_delegations" USING btree ("created_at");
  CREATE INDEX "price_adjustments_lines_row_order_idx" ON "price_adjustments_lines" USING btree ("_order");
  CREATE INDEX "price_adjustments_lines_parent_id_idx" ON "price_adjustments_lines" USING btree ("_parent_id");
  CREATE INDEX "price_adjustments_lines_customer_idx" ON "price_adjustments_lines" USING btree ("customer_id");
  CREATE INDEX "price_adjustments_lines_customer_category_idx" ON "price_adjustments_lines" USING btree ("customer_category_id");
  CREATE INDEX "price_adjustments_lines_item_idx" ON "price_adjustments_lines" USING btree ("item_id");
  CREATE INDEX "price_adjustments_lines_item_category_idx" ON "price_adjustments_lines" USING btree ("item_category_id");
  CREATE UNIQUE INDEX "price_adjustments_no_idx" ON "price_adjustments" USING btree ("no");
  CREATE INDEX "price_adjustments_date_idx" ON "price_adjustments" USING btree ("date");
  CREATE INDEX "price_adjustments_status_idx" ON "price_adjustments" USING btree ("status");
  CREATE INDEX "price_adjustments_prepared_by_idx" ON "price_adjustments" USING btree ("prepared_by_id");
  CREATE INDEX "price_adjustments_approved_by_idx" ON "price_adjustments" USING btree ("approved_by_id");
  CREATE INDEX "price_adjustments_effective_from_idx" ON "price_adjustments" USING btree ("effective_from");
  CREATE INDEX "price_adjustments_salesperson_idx" ON "price_adjustments" USING btree ("salesperson_id");
  CREATE INDEX "price_adjustments_general_idx" ON "price_adjustments" USING btree ("general");
  CREATE INDEX "price_adjustments_department_idx" ON "price_adjustments" USING btree ("department_id");
  CREATE INDEX "price_adjustments_book_of_idx" ON "price_adjustments" USING btree ("book_of_id");
  CREATE INDEX "price_adjustments_updated_at_idx" ON "price_adjustments" USING btree ("updated_at");
  CREATE INDEX "price_adjustments_created_at_idx" ON "price_adjustments" USING btree ("created_at");
  CREATE INDEX "price_adjustments_rels_order_idx" ON "price_adjustments_rels" USING btree ("order");
  CREATE INDEX "price_adjustments_rels_parent_idx" ON "price_adjustments_rels" USING btree ("parent_id");
  CREATE INDEX "price_adjustments_rels_path_idx" ON "price_adjustments_rels" USING btree ("path");
  CREATE INDEX "price_adjustments_rels_drawings_id_idx" ON "price_adjustments_rels" USING btree ("drawings_id");
  CREATE INDEX "price_adjustments_rels_pictures_id_idx" ON "price_adjustments_rels" USING btree ("pictures_id");
  CREATE INDEX "price_releases_lines_row_order_idx" ON "price_releases_lines" USING btree ("_order");
  CREATE INDEX "price_releases_lines_parent_id_idx" ON "price_releases_lines" USING btree ("_parent_id");
  CREATE INDEX "price_releases_lines_source_line_idx" ON "price_releases_lines" USING btree ("source_line");
  CREATE INDEX "price_releases_lines_item_idx" ON "price_releases_lines" USING btree ("item_id");
  CREATE UNIQUE INDEX "price_releases_no_idx" ON "price_releases" USING btree ("no");
  CREATE INDEX "price_releases_date_idx" ON "price_releases" USING btree ("date");
  CREATE INDEX "price_releases_status_idx" ON "price_releases" USING btree ("status");
  CREATE INDEX "price_releases_prepared_by_idx" ON "price_releases" USING btree ("prepared_by_id");
  CREATE INDEX "price_releases_approved_by_idx" ON "price_releases" USING btree ("approved_by_id");
  CREATE INDEX "price_releases_document_slug_idx" ON "price_releases" USING btree ("document_slug");
  CREATE INDEX "price_releases_document_id_idx" ON "price_releases" USING btree ("document_id");
  CREATE INDEX "price_releases_document_no_idx" ON "price_releases" USING btree ("document_no");
  CREATE INDEX "price_releases_document_prepared_by_idx" ON "price_releases" USING btree ("document_prepared_by_id");
  CREATE INDEX "price_releases_customer_idx" ON "price_releases" USING btree ("customer_id");
  CREATE INDEX "price_releases_salesperson_idx" ON "price_releases" USING btree ("salesperson_id");
  CREATE INDEX "price_releases_department_idx" ON "price_releases" USING btree ("department_id");
  CREATE INDEX "price_releases_updated_at_idx" ON "price_releases" USING btree ("updated_at");
  CREATE INDEX "price_releases_created_at_idx" ON "price_releases" USING btree ("created_at");
  CREATE INDEX "price_releases_rels_order_idx" ON "price_releases_rels" USING btree ("order");
  CREATE INDEX "price_releases_rels_parent_idx" ON "price_releases_rels" USING btree ("parent_id");
  CREATE INDEX "price_releases_rels_path_idx" ON "price_releases_rels" USING btree ("path");
  CREATE INDEX "price_releases_rels_orders_id_idx" ON "price_releases_rels" USING btree ("orders_id");
  CREATE INDEX "price_releases_rels_quotes_id_idx" ON "price_releases_rels" USING btree ("quotes_id");
  CREATE INDEX "price_releases_rels_deliveries_id_idx" ON "price_releases_rels" USING btree ("deliveries_id");
  CREATE INDEX "price_releases_rels_invoices_id_idx" ON "price_releases_rels" USING btree ("invoices_id");
  CREATE INDEX "price_releases_rels_drawings_id_idx" ON "price_releases_rels" USING btree ("drawings_id");
  CREATE INDEX "price_releases_rels_pictures_id_idx" ON "price_releases_rels" USING btree ("pictures_id");
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
  CREATE INDEX "stock_freezes_rels_pictures_id_idx" ON "stock_freezes_rels" USING btree ("pictures_id");
  CREATE INDEX "cost_corrections_lines_row_order_idx" ON "cost_corrections_lines" USING btree ("_order");
  CREATE INDEX "cost_corrections_lines_parent_id_idx" ON "cost_corrections_lines" USING btree ("_parent_id");
  CREATE INDEX "cost_corrections_lines_item_idx" ON "cost_corrections_lines" USING btree ("item_id");
  CREATE INDEX "cost_corrections_lines_warehouse_idx" ON "cost_corrections_lines" USING btree ("warehouse_id");
  CREATE UNIQUE INDEX "cost_corrections_no_idx" ON "cost_corrections" USING btree ("no");
  CREATE INDEX "cost_corrections_date_idx" ON "cost_corrections" USING btree ("date");
  CREATE INDEX "cost_corrections_status_idx" ON "cost_corrections" USING btree ("status");
  CREATE INDEX "cost_corrections_prepared_by_idx" ON "cost_corrections" USING btree ("prepared_by_id");
  CREATE INDEX "cost_corrections_approved_by_idx" ON "cost_corrections" USING btree ("approved_by_id");
  CREATE INDEX "cost_corrections_receipt_idx" ON "cost_corrections" USING btree ("receipt_id");
  CREATE INDEX "cost_corrections_warehouse_idx" ON "cost_corrections" USING btree ("warehouse_id");
  CREATE INDEX "cost_corrections_updated_at_idx" ON "cost_corrections" USING btree ("updated_at");
  CREATE INDEX "cost_corrections_created_at_idx" ON "cost_corrections" USING btree ("created_at");
  CREATE INDEX "cost_corrections_rels_order_idx" ON "cost_corrections_rels" USING btree ("order");
  CREATE INDEX "cost_corrections_rels_parent_idx" ON "cost_corrections_rels" USING btree ("parent_id");
  CREATE INDEX "cost_corrections_rels_path_idx" ON "cost_corrections_rels" USING btree ("path");
  CREATE INDEX "cost_corrections_rels_drawings_id_idx" ON "cost_corrections_rels" USING btree ("drawings_id");
  CREATE INDEX "cost_corrections_rels_pictures_id_idx" ON "cost_corrections_rels" USING btree ("pictures_id");
  CREATE INDEX "returns_lines_row_order_idx" ON "returns_lines" USING btree ("_order");
  CREATE INDEX "returns_lines_parent_id_idx" ON "returns_lines" USING btree ("_parent_id");
  CREATE INDEX "returns_lines_item_idx" ON "returns_lines" USING btree ("item_id");
  CREATE INDEX "returns_lines_warehouse_idx" ON "returns_lines" USING btree ("warehouse_id");
  CREATE INDEX "returns_lines_delivery_idx" ON "returns_lines" USING btree ("delivery_id");
  CREATE INDEX "returns_lines_order_idx" ON "returns_lines" USING btree ("order_id");
  CREATE INDEX "returns_lines_restock_to_idx" ON "returns_lines" USING btree ("restock_to_id");
  CREATE INDEX "returns_lines_rework_to_idx" ON "returns_lines" USING btree ("rework_to_id");
  CREATE UNIQUE INDEX "returns_no_idx" ON "returns" USING btree ("no");
  CREATE INDEX "returns_date_idx" ON "returns" USING btree ("date");
  CREATE INDEX "returns_status_idx" ON "returns" USING btree ("status");
  CREATE INDEX "returns_prepared_by_idx" ON "returns" USING btree ("prepared_by_id");
  CREATE INDEX "returns_approved_by_idx" ON "returns" USING btree ("approved_by_id");
  CREATE INDEX "returns_customer_idx" ON "returns" USING btree ("customer_id");
  CREATE INDEX "returns_salesperson_idx" ON "returns" USING btree ("salesperson_id");
  CREATE INDEX "returns_department_idx" ON "returns" USING btree ("department_id");
  CREATE INDEX "returns_payment_terms_idx" ON "returns" USING btree ("payment_terms_id");
  CREATE INDEX "returns_updated_at_idx" ON "returns" USING btree ("updated_at");
  CREATE INDEX "returns_created_at_idx" ON "returns" USING btree ("created_at");
  CREATE INDEX "returns_rels_order_idx" ON "returns_rels" USING btree ("order");
  CREATE INDEX "returns_rels_parent_idx" ON "returns_rels" USING btree ("parent_id");
  CREATE INDEX "returns_rels_path_idx" ON "returns_rels" USING btree ("path");
  CREATE INDEX "returns_rels_drawings_id_idx" ON "returns_rels" USING btree ("drawings_id");
  CREATE INDEX "returns_rels_pictures_id_idx" ON "returns_rels" USING btree ("pictures_id");
  CREATE UNIQUE INDEX "credit_limits_no_idx" ON "credit_limits" USING btree ("no");
  CREATE INDEX "credit_limits_date_idx" ON "credit_limits" USING btree ("date");
  CREATE INDEX "credit_limits_status_idx" ON "credit_limits" USING btree ("status");
  CREATE INDEX "credit_limits_prepared_by_idx" ON "credit_limits" USING btree ("prepared_by_id");
  CREATE INDEX "credit_limits_approved_by_idx" ON "credit_limits" USING btree ("approved_by_id");
  CREATE INDEX "credit_limits_customer_idx" ON "credit_limits" USING btree ("customer_id");
  CREATE INDEX "credit_limits_department_idx" ON "credit_limits" USING btree ("department_id");
  CREATE INDEX "credit_limits_salesperson_idx" ON "credit_limits" USING btree ("salesperson_id");
  CREATE INDEX "credit_limits_object_kind_idx" ON "credit_limits" USING btree ("object_kind");
  CREATE INDEX "credit_limits_object_id_idx" ON "credit_limits" USING btree ("object_id");
  CREATE INDEX "credit_limits_valid_from_idx" ON "credit_limits" USING btree ("valid_from");
  CREATE INDEX "credit_limits_valid_to_idx" ON "credit_limits" USING btree ("valid_to");
  CREATE INDEX "credit_limits_updated_at_idx" ON "credit_limits" USING btree ("updated_at");
  CREATE INDEX "credit_limits_created_at_idx" ON "credit_limits" USING btree ("created_at");
  CREATE INDEX "credit_limits_rels_order_idx" ON "credit_limits_rels" USING btree ("order");
  CREATE INDEX "credit_limits_rels_parent_idx" ON "credit_limits_rels" USING btree ("parent_id");
  CREATE INDEX "credit_limits_rels_path_idx" ON "credit_limits_rels" USING btree ("path");
  CREATE INDEX "credit_limits_rels_drawings_id_idx" ON "credit_limits_rels" USING btree ("drawings_id");
  CREATE INDEX "credit_limits_rels_pictures_id_idx" ON "credit_limits_rels" USING btree ("pictures_id");
  CREATE UNIQUE INDEX "credit_releases_no_idx" ON "credit_releases" USING btree ("no");
  CREATE INDEX "credit_releases_date_idx" ON "credit_releases" USING btree ("date");
  CREATE INDEX "credit_releases_status_idx" ON "credit_releases" USING btree ("status");
  CREATE INDEX "credit_releases_prepared_by_idx" ON "credit_releases" USING btree ("prepared_by_id");
  CREATE INDEX "credit_releases_approved_by_idx" ON "credit_releases" USING btree ("approved_by_id");
  CREATE INDEX "credit_releases_document_slug_idx" ON "credit_releases" USING btree ("document_slug");
  CREATE INDEX "credit_releases_document_id_idx" ON "credit_releases" USING btree ("document_id");
  CREATE INDEX "credit_releases_document_no_idx" ON "credit_releases" USING btree ("document_no");
  CREATE INDEX "credit_releases_document_prepared_by_idx" ON "credit_releases" USING btree ("document_prepared_by_id");
  CREATE INDEX "credit_releases_customer_idx" ON "credit_releases" USING btree ("customer_id");
  CREATE INDEX "credit_releases_salesperson_idx" ON "credit_releases" USING btree ("salesperson_id");
  CREATE INDEX "credit_releases_department_idx" ON "credit_releases" USING btree ("department_id");
  CREATE INDEX "credit_releases_updated_at_idx" ON "credit_releases" USING btree ("updated_at");
  CREATE INDEX "credit_releases_created_at_idx" ON "credit_releases" USING btree ("created_at");
  CREATE INDEX "credit_releases_rels_order_idx" ON "credit_releases_rels" USING btree ("order");
  CREATE INDEX "credit_releases_rels_parent_idx" ON "credit_releases_rels" USING btree ("parent_id");
  CREATE INDEX "credit_releases_rels_path_idx" ON "credit_releases_rels" USING btree ("path");
  CREATE INDEX "credit_releases_rels_orders_id_idx" ON "credit_releases_rels" USING btree ("orders_id");
  CREATE INDEX "credit_releases_rels_deliveries_id_idx" ON "credit_releases_rels" USING btree ("deliveries_id");
  CREATE INDEX "credit_releases_rels_invoices_id_idx" ON "credit_releases_rels" USING btree ("invoices_id");
  CREATE INDEX "credit_releases_rels_drawings_id_idx" ON "credit_releases_rels" USING btree ("drawings_id");
  CREATE INDEX "credit_releases_rels_pictures_id_idx" ON "credit_releases_rels" USING btree ("pictures_id");
  CREATE UNIQUE INDEX "credit_grades_no_idx" ON "credit_grades" USING btree ("no");
  CREATE INDEX "credit_grades_date_idx" ON "credit_grades" USING btree ("date");
  CREATE INDEX "credit_grades_status_idx" ON "credit_grades" USING btree ("status");
  CREATE INDEX "credit_grades_prepared_by_idx" ON "credit_grades" USING btree ("prepared_by_id");
  CREATE INDEX "credit_grades_approved_by_idx" ON "credit_grades" USING btree ("approved_by_id");
  CREATE INDEX "credit_grades_customer_idx" ON "credit_grades" USING btree ("customer_id");
  CREATE INDEX "credit_grades_period_to_idx" ON "credit_grades" USING btree ("period_to");
  CREATE INDEX "credit_grades_updated_at_idx" ON "credit_grades" USING btree ("updated_at");
  CREATE INDEX "credit_grades_created_at_idx" ON "credit_grades" USING btree ("created_at");
  CREATE INDEX "credit_grades_rels_order_idx" ON "credit_grades_rels" USING btree ("order");
  CREATE INDEX "credit_grades_rels_parent_idx" ON "credit_grades_rels" USING btree ("parent_id");
  CREATE INDEX "credit_grades_rels_path_idx" ON "credit_grades_rels" USING btree ("path");
  CREATE INDEX "credit_grades_rels_drawings_id_idx" ON "credit_grades_rels" USING btree ("drawings_id");
  CREATE INDEX "credit_grades_rels_pictures_id_idx" ON "credit_grades_rels" USING btree ("pictures_id");
  ALTER TABLE "items" ADD CONSTRAINT "items_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_revises_id_quotes_id_fk" FOREIGN KEY ("revises_id") REFERENCES "public"."quotes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_lines" ADD CONSTRAINT "orders_lines_work_order_id_sample_work_orders_id_fk" FOREIGN KEY ("work_order_id") REFERENCES "public"."sample_work_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_change_id_order_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."order_changes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_on_behalf_of_id_users_id_fk" FOREIGN KEY ("on_behalf_of_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_adjustment_id_price_adjustments_id_fk" FOREIGN KEY ("adjustment_id") REFERENCES "public"."price_adjustments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts" ADD CONSTRAINT "receipts_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts" ADD CONSTRAINT "receipts_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "items_sample_idx" ON "items" USING btree ("sample_id");
  CREATE INDEX "quotes_revises_idx" ON "quotes" USING btree ("revises_id");
  CREATE INDEX "orders_lines_work_order_idx" ON "orders_lines" USING btree ("work_order_id");
  CREATE INDEX "orders_external_no_idx" ON "orders" USING btree ("external_no");
  CREATE INDEX "order_reviews_change_idx" ON "order_reviews" USING btree ("change_id");
  CREATE INDEX "order_reviews_on_behalf_of_idx" ON "order_reviews" USING btree ("on_behalf_of_id");
  CREATE INDEX "order_reviews_remind_at_idx" ON "order_reviews" USING btree ("remind_at");
  CREATE INDEX "price_policies_adjustment_idx" ON "price_policies" USING btree ("adjustment_id");
  CREATE INDEX "deliveries_return_status_idx" ON "deliveries" USING btree ("return_status");
  CREATE INDEX "receipts_salesperson_idx" ON "receipts" USING btree ("salesperson_id");
  CREATE INDEX "receipts_department_idx" ON "receipts" USING btree ("department_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "samples_features" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "samples" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "samples_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "feedback_rounds_technical" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "feedback_rounds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "feedback_rounds_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sample_work_orders_operations" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sample_work_orders_materials" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sample_work_orders_measurements" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sample_work_orders" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sample_work_orders_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "orders_lines_reservations" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_changes_lines_schedule" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_changes_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_changes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_changes_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_revisions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "review_delegations" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "price_adjustments_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "price_adjustments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "price_adjustments_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "price_releases_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "price_releases" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "price_releases_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_issues_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_issues" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_issues_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_transfers_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_transfers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_transfers_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_counts_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_counts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_counts_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_freezes_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_freezes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "stock_freezes_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "cost_corrections_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "cost_corrections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "cost_corrections_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "returns_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "returns" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "returns_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "credit_limits" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "credit_limits_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "credit_releases" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "credit_releases_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "credit_grades" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "credit_grades_rels" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "samples_features" CASCADE;
  DROP TABLE "samples" CASCADE;
  DROP TABLE "samples_rels" CASCADE;
  DROP TABLE "feedback_rounds_technical" CASCADE;
  DROP TABLE "feedback_rounds" CASCADE;
  DROP TABLE "feedback_rounds_rels" CASCADE;
  DROP TABLE "sample_work_orders_operations" CASCADE;
  DROP TABLE "sample_work_orders_materials" CASCADE;
  DROP TABLE "sample_work_orders_measurements" CASCADE;
  DROP TABLE "sample_work_orders" CASCADE;
  DROP TABLE "sample_work_orders_rels" CASCADE;
  DROP TABLE "orders_lines_reservations" CASCADE;
  DROP TABLE "order_changes_lines_schedule" CASCADE;
  DROP TABLE "order_changes_lines" CASCADE;
  DROP TABLE "order_changes" CASCADE;
  DROP TABLE "order_changes_rels" CASCADE;
  DROP TABLE "order_revisions" CASCADE;
  DROP TABLE "review_delegations" CASCADE;
  DROP TABLE "price_adjustments_lines" CASCADE;
  DROP TABLE "price_adjustments" CASCADE;
  DROP TABLE "price_adjustments_rels" CASCADE;
  DROP TABLE "price_releases_lines" CASCADE;
  DROP TABLE "price_releases" CASCADE;
  DROP TABLE "price_releases_rels" CASCADE;
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
  DROP TABLE "cost_corrections_lines" CASCADE;
  DROP TABLE "cost_corrections" CASCADE;
  DROP TABLE "cost_corrections_rels" CASCADE;
  DROP TABLE "returns_lines" CASCADE;
  DROP TABLE "returns" CASCADE;
  DROP TABLE "returns_rels" CASCADE;
  DROP TABLE "credit_limits" CASCADE;
  DROP TABLE "credit_limits_rels" CASCADE;
  DROP TABLE "credit_releases" CASCADE;
  DROP TABLE "credit_releases_rels" CASCADE;
  DROP TABLE "credit_grades" CASCADE;
  DROP TABLE "credit_grades_rels" CASCADE;
  ALTER TABLE "items" DROP CONSTRAINT "items_sample_id_samples_id_fk";
  
  ALTER TABLE "quotes" DROP CONSTRAINT "quotes_revises_id_quotes_id_fk";
  
  ALTER TABLE "orders_lines" DROP CONSTRAINT "orders_lines_work_order_id_sample_work_orders_id_fk";
  
  ALTER TABLE "order_reviews" DROP CONSTRAINT "order_reviews_change_id_order_changes_id_fk";
  
  ALTER TABLE "order_reviews" DROP CONSTRAINT "order_reviews_on_behalf_of_id_users_id_fk";
  
  ALTER TABLE "price_policies" DROP CONSTRAINT "price_policies_adjustment_id_price_adjustments_id_fk";
  
  ALTER TABLE "receipts" DROP CONSTRAINT "receipts_salesperson_id_users_id_fk";
  
  ALTER TABLE "receipts" DROP CONSTRAINT "receipts_department_id_departments_id_fk";
  
  ALTER TABLE "payment_terms" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "payment_terms" ALTER COLUMN "kind" SET DEFAULT 'daysAfterInvoice'::text;
  DROP TYPE "public"."enum_payment_terms_kind";
  CREATE TYPE "public"."enum_payment_terms_kind" AS ENUM('daysAfterInvoice', 'endOfMonth', 'endOfNextMonth', 'instalments');
  ALTER TABLE "payment_terms" ALTER COLUMN "kind" SET DEFAULT 'daysAfterInvoice'::"public"."enum_payment_terms_kind";
  ALTER TABLE "payment_terms" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_payment_terms_kind" USING "kind"::"public"."enum_payment_terms_kind";
  DROP INDEX "items_sample_idx";
  DROP INDEX "quotes_revises_idx";
  DROP INDEX "orders_lines_work_order_idx";
  DROP INDEX "orders_external_no_idx";
  DROP INDEX "order_reviews_change_idx";
  DROP INDEX "order_reviews_on_behalf_of_idx";
  DROP INDEX "order_reviews_remind_at_idx";
  DROP INDEX "price_policies_adjustment_idx";
  DROP INDEX "deliveries_return_status_idx";
  DROP INDEX "receipts_salesperson_idx";
  DROP INDEX "receipts_department_idx";
  ALTER TABLE "customers" DROP COLUMN "language";
  ALTER TABLE "items_features" DROP COLUMN "unit";
  ALTER TABLE "items" DROP COLUMN "lead_time_days";
  ALTER TABLE "items" DROP COLUMN "bom_reference";
  ALTER TABLE "items" DROP COLUMN "sample_id";
  ALTER TABLE "item_categories_features" DROP COLUMN "tolerance";
  ALTER TABLE "quotes" DROP COLUMN "revises_id";
  ALTER TABLE "orders_lines" DROP COLUMN "work_order_id";
  ALTER TABLE "orders_lines" DROP COLUMN "closed_qty";
  ALTER TABLE "orders_lines" DROP COLUMN "earlier";
  ALTER TABLE "orders" DROP COLUMN "external_no";
  ALTER TABLE "orders" DROP COLUMN "closed_early";
  ALTER TABLE "orders" DROP COLUMN "revision";
  ALTER TABLE "orders" DROP COLUMN "hold_reason";
  ALTER TABLE "orders" DROP COLUMN "approvals";
  ALTER TABLE "orders" DROP COLUMN "sample_waiver";
  ALTER TABLE "order_reviews" DROP COLUMN "change_id";
  ALTER TABLE "order_reviews" DROP COLUMN "files";
  ALTER TABLE "order_reviews" DROP COLUMN "on_behalf_of_id";
  ALTER TABLE "order_reviews" DROP COLUMN "remind_at";
  ALTER TABLE "order_reviews" DROP COLUMN "escalated_at";
  ALTER TABLE "price_policies" DROP COLUMN "adjustment_id";
  ALTER TABLE "stock_balances" DROP COLUMN "expected_transfers";
  ALTER TABLE "stock_balances" DROP COLUMN "expected_inspection";
  ALTER TABLE "stock_entries" DROP COLUMN "due_date";
  ALTER TABLE "deliveries_lines" DROP COLUMN "over_qty";
  ALTER TABLE "deliveries_lines" DROP COLUMN "replacement_qty";
  ALTER TABLE "deliveries_lines" DROP COLUMN "earlier";
  ALTER TABLE "deliveries" DROP COLUMN "due_back";
  ALTER TABLE "deliveries" DROP COLUMN "stale";
  ALTER TABLE "deliveries" DROP COLUMN "return_status";
  ALTER TABLE "invoices_lines" DROP COLUMN "return_line";
  ALTER TABLE "invoices" DROP COLUMN "price_only";
  ALTER TABLE "invoices" DROP COLUMN "instalments";
  ALTER TABLE "receipts_allocations" DROP COLUMN "date";
  ALTER TABLE "receipts" DROP COLUMN "salesperson_id";
  ALTER TABLE "receipts" DROP COLUMN "department_id";
  ALTER TABLE "receipts" DROP COLUMN "bounced_on";
  ALTER TABLE "receipts" DROP COLUMN "bounce_reason";
  ALTER TABLE "users" DROP COLUMN "daily_digest";
  ALTER TABLE "outbox" DROP COLUMN "attachments";
  ALTER TABLE "availability_settings" DROP COLUMN "propose_batches";
  ALTER TABLE "availability_settings" DROP COLUMN "cost_per";
  ALTER TABLE "credit_settings" DROP COLUMN "release_valid_days";
  ALTER TABLE "credit_settings" DROP COLUMN "limit_below_exposure";
  ALTER TABLE "credit_settings" DROP COLUMN "ageing1";
  ALTER TABLE "credit_settings" DROP COLUMN "ageing2";
  ALTER TABLE "credit_settings" DROP COLUMN "ageing3";
  ALTER TABLE "credit_settings" DROP COLUMN "ageing4";
  ALTER TABLE "credit_settings" DROP COLUMN "dunning_a_a_a";
  ALTER TABLE "credit_settings" DROP COLUMN "dunning_a_a";
  ALTER TABLE "credit_settings" DROP COLUMN "dunning_a";
  ALTER TABLE "credit_settings" DROP COLUMN "dunning_b";
  ALTER TABLE "credit_settings" DROP COLUMN "dunning_c";
  ALTER TABLE "credit_settings" DROP COLUMN "dunning_step";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_target";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_volume";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_payment";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_returns";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_delay";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_return_rate";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_months";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_from_a_a_a";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_from_a_a";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_from_a";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_from_b";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_factor_a_a_a";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_factor_a_a";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_factor_a";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_factor_b";
  ALTER TABLE "credit_settings" DROP COLUMN "rating_factor_c";
  ALTER TABLE "order_settings_review_rules" DROP COLUMN "min_amount";
  ALTER TABLE "order_settings_approval_matrix" DROP COLUMN "approvers";
  ALTER TABLE "order_settings" DROP COLUMN "review_reminder_hours";
  ALTER TABLE "order_settings" DROP COLUMN "unlink_advances";
  ALTER TABLE "order_settings" DROP COLUMN "unbilled_after_days";
  DROP TYPE "public"."enum_customers_language";
  DROP TYPE "public"."enum_samples_features_type";
  DROP TYPE "public"."enum_samples_status";
  DROP TYPE "public"."enum_feedback_rounds_technical_judgement";
  DROP TYPE "public"."enum_feedback_rounds_status";
  DROP TYPE "public"."enum_sample_work_orders_measurements_judgement";
  DROP TYPE "public"."enum_sample_work_orders_status";
  DROP TYPE "public"."enum_order_changes_lines_supply";
  DROP TYPE "public"."enum_order_changes_status";
  DROP TYPE "public"."enum_order_changes_review_status";
  DROP TYPE "public"."enum_price_adjustments_status";
  DROP TYPE "public"."enum_price_releases_status";
  DROP TYPE "public"."enum_stock_issues_status";
  DROP TYPE "public"."enum_stock_issues_kind";
  DROP TYPE "public"."enum_stock_transfers_status";
  DROP TYPE "public"."enum_stock_counts_status";
  DROP TYPE "public"."enum_stock_freezes_status";
  DROP TYPE "public"."enum_stock_freezes_kind";
  DROP TYPE "public"."enum_cost_corrections_status";
  DROP TYPE "public"."enum_deliveries_return_status";
  DROP TYPE "public"."enum_returns_lines_price_source";
  DROP TYPE "public"."enum_returns_status";
  DROP TYPE "public"."enum_returns_kind";
  DROP TYPE "public"."enum_returns_tax_mode";
  DROP TYPE "public"."enum_credit_limits_status";
  DROP TYPE "public"."enum_credit_limits_object_kind";
  DROP TYPE "public"."enum_credit_limits_kind";
  DROP TYPE "public"."enum_credit_releases_status";
  DROP TYPE "public"."enum_credit_releases_document_slug";
  DROP TYPE "public"."enum_credit_grades_status";
  DROP TYPE "public"."enum_credit_grades_grade";
  DROP TYPE "public"."enum_credit_grades_current_grade";
  DROP TYPE "public"."enum_availability_settings_cost_per";
  DROP TYPE "public"."enum_credit_settings_limit_below_exposure";`)
}
