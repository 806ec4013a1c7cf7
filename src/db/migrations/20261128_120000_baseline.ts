import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_customers_status" AS ENUM('active', 'frozen', 'disabled');
  CREATE TYPE "public"."enum_customers_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_customers_language" AS ENUM('zh', 'en');
  CREATE TYPE "public"."enum_customers_credit_grade" AS ENUM('AAA', 'AA', 'A', 'B', 'C');
  CREATE TYPE "public"."enum_customers_credit_hold" AS ENUM('none', 'stop', 'noCheck');
  CREATE TYPE "public"."enum_customer_categories_defaults_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_items_kind" AS ENUM('goods', 'sample');
  CREATE TYPE "public"."enum_items_availability_mode" AS ENUM('inherit', 'control', 'check', 'off');
  CREATE TYPE "public"."enum_item_categories_features_type" AS ENUM('number', 'text', 'choice');
  CREATE TYPE "public"."enum_item_categories_availability_mode" AS ENUM('inherit', 'control', 'check', 'off');
  CREATE TYPE "public"."enum_samples_features_type" AS ENUM('number', 'text', 'choice');
  CREATE TYPE "public"."enum_samples_status" AS ENUM('draft', 'submitted', 'inPreparation', 'ready', 'sent', 'approvedByCustomer', 'changeRequested', 'rejectedByCustomer', 'converted', 'refused', 'cancelled');
  CREATE TYPE "public"."enum_feedback_rounds_technical_judgement" AS ENUM('ok', 'out');
  CREATE TYPE "public"."enum_feedback_rounds_status" AS ENUM('awaiting', 'approved', 'changeRequested', 'rejected', 'withdrawn');
  CREATE TYPE "public"."enum_sample_work_orders_measurements_judgement" AS ENUM('ok', 'out');
  CREATE TYPE "public"."enum_sample_work_orders_status" AS ENUM('open', 'inWork', 'completed', 'cancelled');
  CREATE TYPE "public"."enum_quotes_lines_price_source" AS ENUM('auto', 'manual');
  CREATE TYPE "public"."enum_quotes_status" AS ENUM('draft', 'submitted', 'approved', 'sent', 'confirmed', 'partlyOrdered', 'ordered', 'lost', 'expired', 'superseded', 'cancelled');
  CREATE TYPE "public"."enum_quotes_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_orders_lines_price_source" AS ENUM('auto', 'manual');
  CREATE TYPE "public"."enum_orders_lines_supply" AS ENUM('engineeringStock', 'finishedStock', 'production');
  CREATE TYPE "public"."enum_orders_status" AS ENUM('draft', 'inReview', 'awaitingRuling', 'reviewFailed', 'reviewed', 'approved', 'closed', 'cancelled');
  CREATE TYPE "public"."enum_orders_kind" AS ENUM('standard', 'sample', 'trial');
  CREATE TYPE "public"."enum_orders_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_orders_review_status" AS ENUM('none', 'notRequired', 'inReview', 'awaitingRuling', 'passed', 'failed');
  CREATE TYPE "public"."enum_orders_credit_status" AS ENUM('notChecked', 'passed', 'alarmed', 'released');
  CREATE TYPE "public"."enum_orders_delivery_status" AS ENUM('none', 'partly', 'full');
  CREATE TYPE "public"."enum_orders_billing_status" AS ENUM('none', 'partly', 'full');
  CREATE TYPE "public"."enum_orders_payment_status" AS ENUM('none', 'partly', 'full');
  CREATE TYPE "public"."enum_order_changes_lines_supply" AS ENUM('engineeringStock', 'finishedStock', 'production');
  CREATE TYPE "public"."enum_order_changes_status" AS ENUM('draft', 'inReview', 'approved', 'applied', 'rejected', 'cancelled');
  CREATE TYPE "public"."enum_order_changes_review_status" AS ENUM('none', 'notRequired', 'inReview', 'awaitingRuling', 'passed', 'failed');
  CREATE TYPE "public"."enum_order_reviews_department" AS ENUM('sales', 'pmc', 'rd', 'engineering');
  CREATE TYPE "public"."enum_order_reviews_status" AS ENUM('open', 'answered', 'void', 'closed');
  CREATE TYPE "public"."enum_order_reviews_opinion" AS ENUM('agree', 'agreeWithCondition', 'disagree');
  CREATE TYPE "public"."enum_price_adjustments_status" AS ENUM('draft', 'submitted', 'approved', 'effective', 'superseded', 'cancelled');
  CREATE TYPE "public"."enum_price_releases_status" AS ENUM('open', 'released', 'rejected', 'void');
  CREATE TYPE "public"."enum_stock_receipts_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_receipts_kind" AS ENUM('purchase', 'production', 'other');
  CREATE TYPE "public"."enum_stock_issues_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_issues_kind" AS ENUM('production', 'scrap', 'sample', 'other');
  CREATE TYPE "public"."enum_stock_transfers_status" AS ENUM('draft', 'inTransit', 'received', 'reversed');
  CREATE TYPE "public"."enum_stock_counts_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_freezes_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_stock_freezes_kind" AS ENUM('freeze', 'unfreeze');
  CREATE TYPE "public"."enum_cost_corrections_status" AS ENUM('draft', 'posted', 'reversed');
  CREATE TYPE "public"."enum_warehouses_kind" AS ENUM('goods', 'sample', 'return', 'quarantine');
  CREATE TYPE "public"."enum_deliveries_lines_price_source" AS ENUM('auto', 'manual');
  CREATE TYPE "public"."enum_deliveries_status" AS ENUM('draft', 'approved', 'issued', 'cancelled');
  CREATE TYPE "public"."enum_deliveries_kind" AS ENUM('standard', 'sample');
  CREATE TYPE "public"."enum_deliveries_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_deliveries_credit_status" AS ENUM('notChecked', 'passed', 'alarmed', 'released');
  CREATE TYPE "public"."enum_deliveries_billing_status" AS ENUM('none', 'partly', 'full');
  CREATE TYPE "public"."enum_deliveries_return_status" AS ENUM('none', 'partly', 'full');
  CREATE TYPE "public"."enum_returns_lines_price_source" AS ENUM('auto', 'manual');
  CREATE TYPE "public"."enum_returns_status" AS ENUM('draft', 'approved', 'received', 'inspected', 'cancelled');
  CREATE TYPE "public"."enum_returns_kind" AS ENUM('refund', 'replace', 'priceOnly');
  CREATE TYPE "public"."enum_returns_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_invoices_lines_price_source" AS ENUM('auto', 'manual');
  CREATE TYPE "public"."enum_invoices_status" AS ENUM('draft', 'approved');
  CREATE TYPE "public"."enum_invoices_kind" AS ENUM('invoice', 'creditNote');
  CREATE TYPE "public"."enum_invoices_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_invoices_credit_status" AS ENUM('notChecked', 'passed', 'alarmed', 'released');
  CREATE TYPE "public"."enum_invoices_settlement" AS ENUM('none', 'partly', 'full');
  CREATE TYPE "public"."enum_receipts_status" AS ENUM('draft', 'approved', 'reversed');
  CREATE TYPE "public"."enum_receipts_method" AS ENUM('transfer', 'cash', 'cheque', 'draft', 'other');
  CREATE TYPE "public"."enum_receipts_allocation" AS ENUM('none', 'partly', 'full');
  CREATE TYPE "public"."enum_payment_terms_kind" AS ENUM('daysAfterInvoice', 'endOfMonth', 'endOfNextMonth', 'prepaid', 'instalments');
  CREATE TYPE "public"."enum_credit_limits_status" AS ENUM('draft', 'submitted', 'approved', 'cancelled');
  CREATE TYPE "public"."enum_credit_limits_object_kind" AS ENUM('customers', 'departments', 'users');
  CREATE TYPE "public"."enum_credit_limits_kind" AS ENUM('permanent', 'temporary');
  CREATE TYPE "public"."enum_credit_releases_status" AS ENUM('open', 'released', 'rejected', 'void');
  CREATE TYPE "public"."enum_credit_releases_document_slug" AS ENUM('orders', 'deliveries', 'invoices');
  CREATE TYPE "public"."enum_credit_grades_status" AS ENUM('proposed', 'approved', 'rejected');
  CREATE TYPE "public"."enum_credit_grades_grade" AS ENUM('AAA', 'AA', 'A', 'B', 'C');
  CREATE TYPE "public"."enum_credit_grades_current_grade" AS ENUM('AAA', 'AA', 'A', 'B', 'C');
  CREATE TYPE "public"."enum_departments_credit_grade" AS ENUM('AAA', 'AA', 'A', 'B', 'C');
  CREATE TYPE "public"."enum_departments_credit_hold" AS ENUM('none', 'stop', 'noCheck');
  CREATE TYPE "public"."enum_users_roles" AS ENUM('sales', 'salesManager', 'pmc', 'rd', 'engineering', 'warehouse', 'finance', 'generalManager', 'auditor', 'admin');
  CREATE TYPE "public"."enum_users_language" AS ENUM('zh', 'en');
  CREATE TYPE "public"."enum_users_data_scope" AS ENUM('own', 'department', 'all');
  CREATE TYPE "public"."enum_users_credit_grade" AS ENUM('AAA', 'AA', 'A', 'B', 'C');
  CREATE TYPE "public"."enum_users_credit_hold" AS ENUM('none', 'stop', 'noCheck');
  CREATE TYPE "public"."enum_outbox_status" AS ENUM('queued', 'sent', 'failed');
  CREATE TYPE "public"."enum_company_calendar_work_days" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum_pricing_settings_methods" AS ENUM('policy', 'latestPrice', 'latestCostPlus', 'list');
  CREATE TYPE "public"."enum_pricing_settings_max_discounts_role" AS ENUM('sales', 'salesManager', 'generalManager');
  CREATE TYPE "public"."enum_pricing_settings_latest_price_source" AS ENUM('quote', 'order', 'delivery', 'invoice');
  CREATE TYPE "public"."enum_pricing_settings_minimum_price_mode" AS ENUM('off', 'warn', 'release', 'forbid');
  CREATE TYPE "public"."enum_pricing_settings_minimum_price_moment" AS ENUM('save', 'approve');
  CREATE TYPE "public"."enum_pricing_settings_cost_basis" AS ENUM('average', 'latest');
  CREATE TYPE "public"."enum_availability_settings_mode" AS ENUM('control', 'check', 'off');
  CREATE TYPE "public"."enum_availability_settings_moment" AS ENUM('save', 'approve');
  CREATE TYPE "public"."enum_availability_settings_cost_per" AS ENUM('item', 'itemWarehouse');
  CREATE TYPE "public"."enum_credit_settings_moment" AS ENUM('save', 'approve');
  CREATE TYPE "public"."enum_credit_settings_action" AS ENUM('warn', 'release', 'forbid');
  CREATE TYPE "public"."enum_credit_settings_limit_below_exposure" AS ENUM('warn', 'refuse');
  CREATE TYPE "public"."enum_order_settings_review_rules_order_kinds" AS ENUM('standard', 'sample', 'trial');
  CREATE TYPE "public"."enum_order_settings_review_rules_change_flags" AS ENUM('part', 'structure', 'appearance', 'process', 'newMaterial', 'newSupplier');
  CREATE TYPE "public"."enum_order_settings_review_rules_department" AS ENUM('sales', 'pmc', 'rd', 'engineering');
  CREATE TYPE "public"."enum_order_settings_approval_matrix_role" AS ENUM('sales', 'salesManager', 'pmc', 'rd', 'engineering', 'warehouse', 'finance', 'generalManager', 'auditor', 'admin');
  CREATE TABLE "customers_contacts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"position" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"main" boolean DEFAULT false
  );
  
  CREATE TABLE "customers_addresses" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"address" varchar NOT NULL,
  	"contact" varchar,
  	"phone" varchar,
  	"main" boolean DEFAULT false
  );
  
  CREATE TABLE "customers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"short_name" varchar,
  	"category_id" integer,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"bill_to_id" integer,
  	"status" "enum_customers_status" DEFAULT 'active' NOT NULL,
  	"currency" varchar,
  	"tax_mode" "enum_customers_tax_mode",
  	"payment_terms_id" integer,
  	"language" "enum_customers_language",
  	"price_level" varchar,
  	"invoice_title" varchar,
  	"tax_no" varchar,
  	"bank" varchar,
  	"bank_account" varchar,
  	"credit_control" boolean,
  	"credit_limit" numeric(18, 2),
  	"credit_control_period" boolean DEFAULT false,
  	"credit_days" numeric(18, 0),
  	"credit_grade" "enum_customers_credit_grade",
  	"credit_hold" "enum_customers_credit_hold" DEFAULT 'none',
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "customer_categories" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"parent_id" integer,
  	"defaults_payment_terms_id" integer,
  	"defaults_price_level" varchar,
  	"defaults_credit_limit" numeric(18, 2),
  	"defaults_credit_days" numeric(18, 0),
  	"defaults_tax_mode" "enum_customer_categories_defaults_tax_mode",
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "items_units" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"unit" varchar NOT NULL,
  	"factor" numeric(20, 6) NOT NULL
  );
  
  CREATE TABLE "items_features" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"value" varchar,
  	"unit" varchar
  );
  
  CREATE TABLE "items" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"specification" varchar,
  	"kind" "enum_items_kind" DEFAULT 'goods' NOT NULL,
  	"category_id" integer,
  	"unit" varchar DEFAULT 'PCS' NOT NULL,
  	"tax_rate" numeric(18, 4) DEFAULT 13,
  	"list_price" numeric(20, 6),
  	"retail_price" numeric(20, 6),
  	"min_price" numeric(20, 6),
  	"min_margin_rate" numeric(18, 4),
  	"markup_rate" numeric(18, 4),
  	"batch_controlled" boolean DEFAULT false,
  	"availability_mode" "enum_items_availability_mode" DEFAULT 'inherit',
  	"over_delivery_rate" numeric(18, 4) DEFAULT 0,
  	"lead_time_days" numeric,
  	"bom_reference" varchar,
  	"sample_id" integer,
  	"active" boolean DEFAULT true,
  	"remark" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "items_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "item_categories_features" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"name" varchar,
  	"type" "enum_item_categories_features_type" DEFAULT 'text' NOT NULL,
  	"unit" varchar,
  	"tolerance" numeric(18, 4),
  	"options" varchar,
  	"required" boolean DEFAULT false
  );
  
  CREATE TABLE "item_categories" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"parent_id" integer,
  	"min_margin_rate" numeric(18, 4),
  	"markup_rate" numeric(18, 4),
  	"max_discount_rate" numeric(18, 4),
  	"availability_mode" "enum_item_categories_availability_mode" DEFAULT 'inherit',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "drawings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"drawing_no" varchar,
  	"revision" varchar,
  	"format" varchar,
  	"detail" varchar,
  	"remark" varchar,
  	"customer_id" integer,
  	"uploaded_by_id" integer,
  	"used" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  CREATE TABLE "pictures" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"remark" varchar,
  	"customer_id" integer,
  	"uploaded_by_id" integer,
  	"used" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_thumbnail_url" varchar,
  	"sizes_thumbnail_width" numeric,
  	"sizes_thumbnail_height" numeric,
  	"sizes_thumbnail_mime_type" varchar,
  	"sizes_thumbnail_filesize" numeric,
  	"sizes_thumbnail_filename" varchar,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar,
  	"sizes_large_url" varchar,
  	"sizes_large_width" numeric,
  	"sizes_large_height" numeric,
  	"sizes_large_mime_type" varchar,
  	"sizes_large_filesize" numeric,
  	"sizes_large_filename" varchar
  );
  
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
  
  CREATE TABLE "quotes_lines_breaks" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"qty" numeric(18, 4) NOT NULL,
  	"price" numeric(20, 6) NOT NULL
  );
  
  CREATE TABLE "quotes_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"description" varchar,
  	"qty" numeric(18, 4) NOT NULL,
  	"unit" varchar,
  	"price" numeric(20, 6),
  	"price_source" "enum_quotes_lines_price_source" DEFAULT 'auto',
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
  	"base_gross" numeric(20, 6)
  );
  
  CREATE TABLE "quotes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_quotes_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"customer_id" integer NOT NULL,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"currency" varchar,
  	"exchange_rate" numeric(20, 6) DEFAULT 1,
  	"tax_mode" "enum_quotes_tax_mode",
  	"payment_terms_id" integer,
  	"delivery_address" varchar,
  	"header_discount" numeric(18, 2) DEFAULT 0,
  	"net_total" numeric(18, 2) DEFAULT 0,
  	"tax_total" numeric(18, 2) DEFAULT 0,
  	"gross_total" numeric(18, 2) DEFAULT 0,
  	"valid_until" date,
  	"current" boolean DEFAULT true,
  	"revises_id" integer,
  	"revision" numeric(18, 0) DEFAULT 0,
  	"status_before_order" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"confirmed_at" timestamp(3) with time zone,
  	"confirmed_by" varchar,
  	"lost_reason" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "quotes_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "orders_lines_schedule" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" date NOT NULL,
  	"qty" numeric(18, 4) NOT NULL,
  	"promised" date
  );
  
  CREATE TABLE "orders_lines_reservations" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"warehouse_id" integer,
  	"batch_no" varchar,
  	"qty" numeric(18, 4)
  );
  
  CREATE TABLE "orders_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"description" varchar,
  	"qty" numeric(18, 4) NOT NULL,
  	"unit" varchar,
  	"price" numeric(20, 6),
  	"price_source" "enum_orders_lines_price_source" DEFAULT 'auto',
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
  	"quote_line" varchar,
  	"quote_id" integer,
  	"promised" date,
  	"supply" "enum_orders_lines_supply",
  	"work_order_id" integer,
  	"changes" jsonb,
  	"closed_qty" numeric(18, 4),
  	"earlier" jsonb
  );
  
  CREATE TABLE "orders" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_orders_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"kind" "enum_orders_kind" DEFAULT 'standard' NOT NULL,
  	"customer_id" integer NOT NULL,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"currency" varchar,
  	"exchange_rate" numeric(20, 6) DEFAULT 1,
  	"tax_mode" "enum_orders_tax_mode",
  	"payment_terms_id" integer,
  	"delivery_address" varchar,
  	"header_discount" numeric(18, 2) DEFAULT 0,
  	"net_total" numeric(18, 2) DEFAULT 0,
  	"tax_total" numeric(18, 2) DEFAULT 0,
  	"gross_total" numeric(18, 2) DEFAULT 0,
  	"external_no" varchar,
  	"review_status" "enum_orders_review_status" DEFAULT 'none',
  	"review_version" numeric(18, 0) DEFAULT 1,
  	"credit_status" "enum_orders_credit_status" DEFAULT 'notChecked',
  	"hold" boolean DEFAULT false,
  	"closed_early" boolean DEFAULT false,
  	"revision" numeric(18, 0),
  	"hold_reason" varchar,
  	"delivery_status" "enum_orders_delivery_status" DEFAULT 'none',
  	"billing_status" "enum_orders_billing_status" DEFAULT 'none',
  	"payment_status" "enum_orders_payment_status" DEFAULT 'none',
  	"remark" varchar,
  	"checks" jsonb,
  	"approvals" jsonb,
  	"sample_waiver" varchar,
  	"ruling" jsonb,
  	"freight" numeric(18, 4),
  	"opening" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "orders_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
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
  
  CREATE TABLE "order_reviews" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order_id" integer NOT NULL,
  	"change_id" integer,
  	"department" "enum_order_reviews_department" NOT NULL,
  	"status" "enum_order_reviews_status" DEFAULT 'open' NOT NULL,
  	"opinion" "enum_order_reviews_opinion",
  	"remark" varchar,
  	"files" jsonb,
  	"on_behalf_of_id" integer,
  	"remind_at" timestamp(3) with time zone,
  	"escalated_at" timestamp(3) with time zone,
  	"proposals" jsonb,
  	"reviewer_id" integer,
  	"answered_at" timestamp(3) with time zone,
  	"due_at" timestamp(3) with time zone,
  	"reminded_at" timestamp(3) with time zone,
  	"review_version" numeric(18, 0) DEFAULT 1,
  	"condition_accepted" boolean DEFAULT false,
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"order_department_id" integer,
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
  
  CREATE TABLE "price_policies" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"customer_id" integer,
  	"customer_category_id" integer,
  	"item_id" integer,
  	"item_category_id" integer,
  	"unit" varchar,
  	"currency" varchar DEFAULT 'CNY' NOT NULL,
  	"min_qty" numeric(18, 4),
  	"price" numeric(20, 6),
  	"discount_rate" numeric(18, 4),
  	"net" boolean DEFAULT false,
  	"priority" numeric(18, 0) DEFAULT 0,
  	"valid_from" date,
  	"valid_to" date,
  	"version" numeric(18, 0) DEFAULT 1,
  	"adjustment_id" integer,
  	"remark" varchar,
  	"policy_key" varchar,
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
  
  CREATE TABLE "stock_receipts_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"qty" numeric(18, 4) NOT NULL,
  	"unit" varchar,
  	"stock_qty" numeric(18, 4),
  	"cost" numeric(20, 6),
  	"batch_no" varchar,
  	"remark" varchar
  );
  
  CREATE TABLE "stock_receipts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_stock_receipts_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"kind" "enum_stock_receipts_kind" DEFAULT 'purchase' NOT NULL,
  	"warehouse_id" integer NOT NULL,
  	"remark" varchar,
  	"checks" jsonb,
  	"opening" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stock_receipts_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
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
  
  CREATE TABLE "stock_balances" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"warehouse_id" integer,
  	"batch_no" varchar DEFAULT '' NOT NULL,
  	"on_hand" numeric(18, 4) DEFAULT 0 NOT NULL,
  	"frozen" numeric(18, 4) DEFAULT 0 NOT NULL,
  	"reserved" numeric(18, 4) DEFAULT 0 NOT NULL,
  	"expected_in" numeric(18, 4) DEFAULT 0 NOT NULL,
  	"expected_transfers" numeric(18, 4) DEFAULT 0 NOT NULL,
  	"expected_inspection" numeric(18, 4) DEFAULT 0 NOT NULL,
  	"available" numeric(18, 4) DEFAULT 0 NOT NULL,
  	"value" numeric(18, 2) DEFAULT 0 NOT NULL,
  	"controlled" boolean DEFAULT false NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stock_entries" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"business_date" date NOT NULL,
  	"due_date" date,
  	"account" varchar NOT NULL,
  	"item_id" integer NOT NULL,
  	"warehouse_id" integer,
  	"batch_no" varchar DEFAULT '' NOT NULL,
  	"qty" numeric(18, 4) NOT NULL,
  	"value" numeric(18, 2) DEFAULT 0 NOT NULL,
  	"unit_cost" numeric(20, 6),
  	"source_slug" varchar NOT NULL,
  	"source_id" numeric(18, 0) NOT NULL,
  	"source_line" varchar DEFAULT '',
  	"source_version" numeric(18, 0) NOT NULL,
  	"cause_slug" varchar NOT NULL,
  	"cause_id" numeric(18, 0) NOT NULL,
  	"reverses" numeric(18, 0),
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "warehouses" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_warehouses_kind" DEFAULT 'goods' NOT NULL,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "deliveries_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer,
  	"description" varchar,
  	"qty" numeric(18, 4) NOT NULL,
  	"unit" varchar,
  	"price" numeric(20, 6),
  	"price_source" "enum_deliveries_lines_price_source" DEFAULT 'auto',
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
  	"over_qty" numeric(18, 4),
  	"replacement_qty" numeric(18, 4),
  	"earlier" jsonb,
  	"order_line" varchar,
  	"order_id" integer
  );
  
  CREATE TABLE "deliveries" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_deliveries_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"kind" "enum_deliveries_kind" DEFAULT 'standard' NOT NULL,
  	"loan" boolean DEFAULT false,
  	"due_back" date,
  	"stale" boolean DEFAULT false,
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"currency" varchar,
  	"exchange_rate" numeric(20, 6) DEFAULT 1,
  	"tax_mode" "enum_deliveries_tax_mode",
  	"payment_terms_id" integer,
  	"delivery_address" varchar,
  	"header_discount" numeric(18, 2) DEFAULT 0,
  	"net_total" numeric(18, 2) DEFAULT 0,
  	"tax_total" numeric(18, 2) DEFAULT 0,
  	"gross_total" numeric(18, 2) DEFAULT 0,
  	"credit_status" "enum_deliveries_credit_status" DEFAULT 'notChecked',
  	"billing_status" "enum_deliveries_billing_status" DEFAULT 'none',
  	"return_status" "enum_deliveries_return_status" DEFAULT 'none',
  	"remark" varchar,
  	"checks" jsonb,
  	"opening" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "deliveries_rels" (
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
  
  CREATE TABLE "invoices_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer,
  	"description" varchar,
  	"qty" numeric(18, 4) NOT NULL,
  	"unit" varchar,
  	"price" numeric(20, 6),
  	"price_source" "enum_invoices_lines_price_source" DEFAULT 'auto',
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
  	"invoice_line" varchar,
  	"return_line" varchar,
  	"cost_value" numeric(18, 4)
  );
  
  CREATE TABLE "invoices" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_invoices_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"kind" "enum_invoices_kind" DEFAULT 'invoice' NOT NULL,
  	"price_only" boolean DEFAULT false,
  	"customer_id" integer,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"currency" varchar,
  	"exchange_rate" numeric(20, 6) DEFAULT 1,
  	"tax_mode" "enum_invoices_tax_mode",
  	"payment_terms_id" integer,
  	"delivery_address" varchar,
  	"header_discount" numeric(18, 2) DEFAULT 0,
  	"net_total" numeric(18, 2) DEFAULT 0,
  	"tax_total" numeric(18, 2) DEFAULT 0,
  	"gross_total" numeric(18, 2) DEFAULT 0,
  	"due_date" date,
  	"instalments" jsonb,
  	"credit_status" "enum_invoices_credit_status" DEFAULT 'notChecked',
  	"open_amount" numeric(18, 2),
  	"settlement" "enum_invoices_settlement" DEFAULT 'none',
  	"remark" varchar,
  	"checks" jsonb,
  	"freight" numeric(18, 4),
  	"advances" jsonb,
  	"opening" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "invoices_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "receipts_allocations" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"invoice_id" integer NOT NULL,
  	"amount" numeric(18, 2) NOT NULL,
  	"date" date
  );
  
  CREATE TABLE "receipts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_receipts_status" DEFAULT 'draft' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"customer_id" integer NOT NULL,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"amount" numeric(18, 2) NOT NULL,
  	"method" "enum_receipts_method" DEFAULT 'transfer',
  	"on_order_id" integer,
  	"open_amount" numeric(18, 2),
  	"allocation" "enum_receipts_allocation" DEFAULT 'none',
  	"bounced_on" date,
  	"bounce_reason" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "receipts_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "payment_terms_instalments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"percent" numeric(18, 4),
  	"days" numeric(18, 0) DEFAULT 0
  );
  
  CREATE TABLE "payment_terms" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_payment_terms_kind" DEFAULT 'daysAfterInvoice' NOT NULL,
  	"days" numeric(18, 0) DEFAULT 0,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
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
  
  CREATE TABLE "departments" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"head_id" integer,
  	"credit_control" boolean,
  	"credit_limit" numeric(18, 2),
  	"credit_control_period" boolean DEFAULT false,
  	"credit_days" numeric(18, 0),
  	"credit_grade" "enum_departments_credit_grade",
  	"credit_hold" "enum_departments_credit_hold" DEFAULT 'none',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_users_roles",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"department_id" integer,
  	"language" "enum_users_language" DEFAULT 'zh',
  	"email_notifications" boolean DEFAULT true,
  	"daily_digest" boolean DEFAULT false,
  	"data_scope" "enum_users_data_scope",
  	"see_cost" boolean DEFAULT false,
  	"see_minimum_price" boolean DEFAULT false,
  	"see_credit_limit" boolean DEFAULT false,
  	"edit_price" boolean DEFAULT false,
  	"sell_below_minimum" boolean DEFAULT false,
  	"release_quota" numeric(18, 2),
  	"credit_control" boolean,
  	"credit_limit" numeric(18, 2),
  	"credit_control_period" boolean DEFAULT false,
  	"credit_days" numeric(18, 0),
  	"credit_grade" "enum_users_credit_grade",
  	"credit_hold" "enum_users_credit_hold" DEFAULT 'none',
  	"disabled" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"enable_a_p_i_key" boolean,
  	"api_key" varchar,
  	"api_key_index" varchar,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "users_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "users_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"warehouses_id" integer
  );
  
  CREATE TABLE "notifications" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"user_id" integer NOT NULL,
  	"kind" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"text" varchar,
  	"related" jsonb,
  	"read" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "audit_log" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"user_id" integer,
  	"user_name" varchar,
  	"slug" varchar NOT NULL,
  	"document_id" varchar,
  	"no" varchar,
  	"verb" varchar NOT NULL,
  	"version" numeric(18, 0),
  	"changes" jsonb,
  	"reason" varchar,
  	"client" varchar
  );
  
  CREATE TABLE "outbox" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"to" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"text" varchar,
  	"html" varchar,
  	"attachments" jsonb,
  	"language" varchar,
  	"status" "enum_outbox_status" DEFAULT 'queued' NOT NULL,
  	"attempts" numeric(18, 0) DEFAULT 0,
  	"last_error" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"related_slug" varchar,
  	"related_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "company_calendar_work_days" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_company_calendar_work_days",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "company_calendar_holidays" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" varchar NOT NULL,
  	"name" varchar,
  	"working" boolean DEFAULT false
  );
  
  CREATE TABLE "company" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar DEFAULT '跟单 Gendan' NOT NULL,
  	"base_currency" varchar DEFAULT 'CNY' NOT NULL,
  	"address" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"tax_no" varchar,
  	"bank" varchar,
  	"bank_account" varchar,
  	"calendar_from" varchar DEFAULT '08:00',
  	"calendar_to" varchar DEFAULT '17:00',
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "pricing_settings_methods" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_pricing_settings_methods",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "pricing_settings_max_discounts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"role" "enum_pricing_settings_max_discounts_role" NOT NULL,
  	"item_category_id" integer,
  	"max_discount_rate" numeric(18, 4) NOT NULL
  );
  
  CREATE TABLE "pricing_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"latest_price_source" "enum_pricing_settings_latest_price_source" DEFAULT 'order' NOT NULL,
  	"latest_price_by_customer" boolean DEFAULT true,
  	"minimum_price_mode" "enum_pricing_settings_minimum_price_mode" DEFAULT 'forbid' NOT NULL,
  	"minimum_price_moment" "enum_pricing_settings_minimum_price_moment" DEFAULT 'save' NOT NULL,
  	"cost_basis" "enum_pricing_settings_cost_basis" DEFAULT 'average' NOT NULL,
  	"grade_discounts_aaa" numeric(18, 4) DEFAULT 0,
  	"grade_discounts_aa" numeric(18, 4) DEFAULT 0,
  	"grade_discounts_a" numeric(18, 4) DEFAULT 0,
  	"grade_discounts_b" numeric(18, 4) DEFAULT 0,
  	"grade_discounts_c" numeric(18, 4) DEFAULT 0,
  	"adjustment_threshold" numeric(18, 4) DEFAULT 10,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "availability_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"mode" "enum_availability_settings_mode" DEFAULT 'control' NOT NULL,
  	"moment" "enum_availability_settings_moment" DEFAULT 'save' NOT NULL,
  	"check_order" boolean DEFAULT true,
  	"check_delivery" boolean DEFAULT true,
  	"check_transfer" boolean DEFAULT true,
  	"expected_work_orders" boolean DEFAULT false,
  	"expected_transfers" boolean DEFAULT false,
  	"expected_inspection" boolean DEFAULT false,
  	"dated" boolean DEFAULT false,
  	"propose_batches" boolean DEFAULT false,
  	"cost_per" "enum_availability_settings_cost_per" DEFAULT 'item' NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "credit_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"moment" "enum_credit_settings_moment" DEFAULT 'save' NOT NULL,
  	"action" "enum_credit_settings_action" DEFAULT 'release' NOT NULL,
  	"check_order" boolean DEFAULT true,
  	"check_delivery" boolean DEFAULT true,
  	"check_invoice" boolean DEFAULT true,
  	"bucket_orders" boolean DEFAULT true,
  	"bucket_deliveries" boolean DEFAULT true,
  	"bucket_unaudited_invoices" boolean DEFAULT true,
  	"bucket_receivable" boolean DEFAULT true,
  	"watch_ratio" numeric(18, 4) DEFAULT 90,
  	"overdue_threshold" numeric(18, 2) DEFAULT 10,
  	"overdue_margin" numeric(18, 0) DEFAULT 0,
  	"release_valid_days" numeric(18, 0) DEFAULT 30,
  	"limit_below_exposure" "enum_credit_settings_limit_below_exposure" DEFAULT 'warn' NOT NULL,
  	"ageing1" numeric(18, 0) DEFAULT 30,
  	"ageing2" numeric(18, 0) DEFAULT 60,
  	"ageing3" numeric(18, 0) DEFAULT 90,
  	"ageing4" numeric(18, 0) DEFAULT 120,
  	"dunning_a_a_a" numeric DEFAULT 15,
  	"dunning_a_a" numeric DEFAULT 10,
  	"dunning_a" numeric(18, 0) DEFAULT 7,
  	"dunning_b" numeric(18, 0) DEFAULT 3,
  	"dunning_c" numeric(18, 0) DEFAULT 0,
  	"dunning_step" numeric(18, 0) DEFAULT 15,
  	"rating_target" numeric(18, 2) DEFAULT 1000000,
  	"rating_volume" numeric(18, 4) DEFAULT 40,
  	"rating_payment" numeric(18, 4) DEFAULT 40,
  	"rating_returns" numeric(18, 4) DEFAULT 20,
  	"rating_delay" numeric(18, 0) DEFAULT 60,
  	"rating_return_rate" numeric(18, 4) DEFAULT 10,
  	"rating_months" numeric(18, 0) DEFAULT 3,
  	"rating_from_a_a_a" numeric DEFAULT 90,
  	"rating_from_a_a" numeric DEFAULT 80,
  	"rating_from_a" numeric(18, 4) DEFAULT 70,
  	"rating_from_b" numeric(18, 4) DEFAULT 60,
  	"rating_factor_a_a_a" numeric DEFAULT 1.5,
  	"rating_factor_a_a" numeric DEFAULT 1,
  	"rating_factor_a" numeric(20, 6) DEFAULT 0.8,
  	"rating_factor_b" numeric(20, 6) DEFAULT 0.6,
  	"rating_factor_c" numeric(20, 6) DEFAULT 0,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "order_settings_review_rules_order_kinds" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_order_settings_review_rules_order_kinds",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "order_settings_review_rules_change_flags" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_order_settings_review_rules_change_flags",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "order_settings_review_rules" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"department" "enum_order_settings_review_rules_department" NOT NULL,
  	"min_amount" numeric(18, 2)
  );
  
  CREATE TABLE "order_settings_approval_matrix" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"role" "enum_order_settings_approval_matrix_role" NOT NULL,
  	"up_to" numeric(18, 2),
  	"approvers" numeric(18, 0) DEFAULT 1
  );
  
  CREATE TABLE "order_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"review_required" boolean DEFAULT true,
  	"review_hours" numeric(20, 6) DEFAULT 24 NOT NULL,
  	"review_reminder_hours" numeric(20, 6) DEFAULT 4,
  	"four_eyes" boolean DEFAULT true,
  	"self_review" boolean DEFAULT false,
  	"direct_deliveries" boolean DEFAULT false,
  	"issue_on_approve" boolean DEFAULT true,
  	"order_expired_quotes" boolean DEFAULT false,
  	"unlink_advances" boolean DEFAULT false,
  	"unbilled_after_days" numeric DEFAULT 7 NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "sample_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"approval_picture_required" boolean DEFAULT true,
  	"drawing_required" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "notification_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"in_app" boolean DEFAULT true,
  	"email" boolean DEFAULT true,
  	"due_days" numeric(18, 0) DEFAULT 3 NOT NULL,
  	"review_reminder_hours" numeric(20, 6) DEFAULT 4 NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "customers_contacts" ADD CONSTRAINT "customers_contacts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "customers_addresses" ADD CONSTRAINT "customers_addresses_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "customers" ADD CONSTRAINT "customers_category_id_customer_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."customer_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customers" ADD CONSTRAINT "customers_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customers" ADD CONSTRAINT "customers_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customers" ADD CONSTRAINT "customers_bill_to_id_customers_id_fk" FOREIGN KEY ("bill_to_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customers" ADD CONSTRAINT "customers_payment_terms_id_payment_terms_id_fk" FOREIGN KEY ("payment_terms_id") REFERENCES "public"."payment_terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customer_categories" ADD CONSTRAINT "customer_categories_parent_id_customer_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."customer_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customer_categories" ADD CONSTRAINT "customer_categories_defaults_payment_terms_id_payment_terms_id_fk" FOREIGN KEY ("defaults_payment_terms_id") REFERENCES "public"."payment_terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "items_units" ADD CONSTRAINT "items_units_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "items_features" ADD CONSTRAINT "items_features_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "items" ADD CONSTRAINT "items_category_id_item_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."item_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "items" ADD CONSTRAINT "items_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "items_rels" ADD CONSTRAINT "items_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "items_rels" ADD CONSTRAINT "items_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "items_rels" ADD CONSTRAINT "items_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "item_categories_features" ADD CONSTRAINT "item_categories_features_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."item_categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "item_categories" ADD CONSTRAINT "item_categories_parent_id_item_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."item_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "drawings" ADD CONSTRAINT "drawings_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "drawings" ADD CONSTRAINT "drawings_uploaded_by_id_users_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pictures" ADD CONSTRAINT "pictures_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pictures" ADD CONSTRAINT "pictures_uploaded_by_id_users_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
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
  ALTER TABLE "quotes_lines_breaks" ADD CONSTRAINT "quotes_lines_breaks_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."quotes_lines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quotes_lines" ADD CONSTRAINT "quotes_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes_lines" ADD CONSTRAINT "quotes_lines_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes_lines" ADD CONSTRAINT "quotes_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."quotes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_payment_terms_id_payment_terms_id_fk" FOREIGN KEY ("payment_terms_id") REFERENCES "public"."payment_terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_revises_id_quotes_id_fk" FOREIGN KEY ("revises_id") REFERENCES "public"."quotes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotes_rels" ADD CONSTRAINT "quotes_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."quotes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quotes_rels" ADD CONSTRAINT "quotes_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quotes_rels" ADD CONSTRAINT "quotes_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders_lines_schedule" ADD CONSTRAINT "orders_lines_schedule_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."orders_lines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders_lines_reservations" ADD CONSTRAINT "orders_lines_reservations_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_lines_reservations" ADD CONSTRAINT "orders_lines_reservations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."orders_lines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders_lines" ADD CONSTRAINT "orders_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_lines" ADD CONSTRAINT "orders_lines_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_lines" ADD CONSTRAINT "orders_lines_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_lines" ADD CONSTRAINT "orders_lines_work_order_id_sample_work_orders_id_fk" FOREIGN KEY ("work_order_id") REFERENCES "public"."sample_work_orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_lines" ADD CONSTRAINT "orders_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_payment_terms_id_payment_terms_id_fk" FOREIGN KEY ("payment_terms_id") REFERENCES "public"."payment_terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_rels" ADD CONSTRAINT "orders_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders_rels" ADD CONSTRAINT "orders_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders_rels" ADD CONSTRAINT "orders_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
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
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_change_id_order_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."order_changes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_on_behalf_of_id_users_id_fk" FOREIGN KEY ("on_behalf_of_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_order_department_id_departments_id_fk" FOREIGN KEY ("order_department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "review_delegations" ADD CONSTRAINT "review_delegations_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "review_delegations" ADD CONSTRAINT "review_delegations_deputy_id_users_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_customer_category_id_customer_categories_id_fk" FOREIGN KEY ("customer_category_id") REFERENCES "public"."customer_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_item_category_id_item_categories_id_fk" FOREIGN KEY ("item_category_id") REFERENCES "public"."item_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_adjustment_id_price_adjustments_id_fk" FOREIGN KEY ("adjustment_id") REFERENCES "public"."price_adjustments"("id") ON DELETE set null ON UPDATE no action;
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
  ALTER TABLE "stock_receipts_lines" ADD CONSTRAINT "stock_receipts_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_receipts_lines" ADD CONSTRAINT "stock_receipts_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."stock_receipts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_receipts" ADD CONSTRAINT "stock_receipts_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_receipts" ADD CONSTRAINT "stock_receipts_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_receipts" ADD CONSTRAINT "stock_receipts_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_receipts_rels" ADD CONSTRAINT "stock_receipts_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."stock_receipts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_receipts_rels" ADD CONSTRAINT "stock_receipts_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "stock_receipts_rels" ADD CONSTRAINT "stock_receipts_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
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
  ALTER TABLE "stock_balances" ADD CONSTRAINT "stock_balances_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_balances" ADD CONSTRAINT "stock_balances_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_entries" ADD CONSTRAINT "stock_entries_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_entries" ADD CONSTRAINT "stock_entries_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries_lines" ADD CONSTRAINT "deliveries_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries_lines" ADD CONSTRAINT "deliveries_lines_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries_lines" ADD CONSTRAINT "deliveries_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries_lines" ADD CONSTRAINT "deliveries_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_payment_terms_id_payment_terms_id_fk" FOREIGN KEY ("payment_terms_id") REFERENCES "public"."payment_terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deliveries_rels" ADD CONSTRAINT "deliveries_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "deliveries_rels" ADD CONSTRAINT "deliveries_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "deliveries_rels" ADD CONSTRAINT "deliveries_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
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
  ALTER TABLE "invoices_lines" ADD CONSTRAINT "invoices_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices_lines" ADD CONSTRAINT "invoices_lines_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices_lines" ADD CONSTRAINT "invoices_lines_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices_lines" ADD CONSTRAINT "invoices_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices_lines" ADD CONSTRAINT "invoices_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."invoices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_payment_terms_id_payment_terms_id_fk" FOREIGN KEY ("payment_terms_id") REFERENCES "public"."payment_terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices_rels" ADD CONSTRAINT "invoices_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."invoices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "invoices_rels" ADD CONSTRAINT "invoices_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "invoices_rels" ADD CONSTRAINT "invoices_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "receipts_allocations" ADD CONSTRAINT "receipts_allocations_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts_allocations" ADD CONSTRAINT "receipts_allocations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."receipts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "receipts" ADD CONSTRAINT "receipts_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts" ADD CONSTRAINT "receipts_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts" ADD CONSTRAINT "receipts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts" ADD CONSTRAINT "receipts_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts" ADD CONSTRAINT "receipts_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts" ADD CONSTRAINT "receipts_on_order_id_orders_id_fk" FOREIGN KEY ("on_order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "receipts_rels" ADD CONSTRAINT "receipts_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."receipts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "receipts_rels" ADD CONSTRAINT "receipts_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "receipts_rels" ADD CONSTRAINT "receipts_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payment_terms_instalments" ADD CONSTRAINT "payment_terms_instalments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payment_terms"("id") ON DELETE cascade ON UPDATE no action;
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
  ALTER TABLE "departments" ADD CONSTRAINT "departments_head_id_users_id_fk" FOREIGN KEY ("head_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_texts" ADD CONSTRAINT "users_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_warehouses_fk" FOREIGN KEY ("warehouses_id") REFERENCES "public"."warehouses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "company_calendar_work_days" ADD CONSTRAINT "company_calendar_work_days_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "company_calendar_holidays" ADD CONSTRAINT "company_calendar_holidays_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pricing_settings_methods" ADD CONSTRAINT "pricing_settings_methods_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pricing_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pricing_settings_max_discounts" ADD CONSTRAINT "pricing_settings_max_discounts_item_category_id_item_categories_id_fk" FOREIGN KEY ("item_category_id") REFERENCES "public"."item_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pricing_settings_max_discounts" ADD CONSTRAINT "pricing_settings_max_discounts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pricing_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_settings_review_rules_order_kinds" ADD CONSTRAINT "order_settings_review_rules_order_kinds_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."order_settings_review_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_settings_review_rules_change_flags" ADD CONSTRAINT "order_settings_review_rules_change_flags_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."order_settings_review_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_settings_review_rules" ADD CONSTRAINT "order_settings_review_rules_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."order_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_settings_approval_matrix" ADD CONSTRAINT "order_settings_approval_matrix_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."order_settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "customers_contacts_row_order_idx" ON "customers_contacts" USING btree ("_order");
  CREATE INDEX "customers_contacts_parent_id_idx" ON "customers_contacts" USING btree ("_parent_id");
  CREATE INDEX "customers_addresses_row_order_idx" ON "customers_addresses" USING btree ("_order");
  CREATE INDEX "customers_addresses_parent_id_idx" ON "customers_addresses" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "customers_code_idx" ON "customers" USING btree ("code");
  CREATE INDEX "customers_name_idx" ON "customers" USING btree ("name");
  CREATE INDEX "customers_category_idx" ON "customers" USING btree ("category_id");
  CREATE INDEX "customers_salesperson_idx" ON "customers" USING btree ("salesperson_id");
  CREATE INDEX "customers_department_idx" ON "customers" USING btree ("department_id");
  CREATE INDEX "customers_bill_to_idx" ON "customers" USING btree ("bill_to_id");
  CREATE INDEX "customers_status_idx" ON "customers" USING btree ("status");
  CREATE INDEX "customers_payment_terms_idx" ON "customers" USING btree ("payment_terms_id");
  CREATE INDEX "customers_updated_at_idx" ON "customers" USING btree ("updated_at");
  CREATE INDEX "customers_created_at_idx" ON "customers" USING btree ("created_at");
  CREATE UNIQUE INDEX "customer_categories_code_idx" ON "customer_categories" USING btree ("code");
  CREATE INDEX "customer_categories_name_idx" ON "customer_categories" USING btree ("name");
  CREATE INDEX "customer_categories_parent_idx" ON "customer_categories" USING btree ("parent_id");
  CREATE INDEX "customer_categories_defaults_defaults_payment_terms_idx" ON "customer_categories" USING btree ("defaults_payment_terms_id");
  CREATE INDEX "customer_categories_updated_at_idx" ON "customer_categories" USING btree ("updated_at");
  CREATE INDEX "customer_categories_created_at_idx" ON "customer_categories" USING btree ("created_at");
  CREATE INDEX "items_units_row_order_idx" ON "items_units" USING btree ("_order");
  CREATE INDEX "items_units_parent_id_idx" ON "items_units" USING btree ("_parent_id");
  CREATE INDEX "items_features_row_order_idx" ON "items_features" USING btree ("_order");
  CREATE INDEX "items_features_parent_id_idx" ON "items_features" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "items_code_idx" ON "items" USING btree ("code");
  CREATE INDEX "items_name_idx" ON "items" USING btree ("name");
  CREATE INDEX "items_kind_idx" ON "items" USING btree ("kind");
  CREATE INDEX "items_category_idx" ON "items" USING btree ("category_id");
  CREATE INDEX "items_sample_idx" ON "items" USING btree ("sample_id");
  CREATE INDEX "items_updated_at_idx" ON "items" USING btree ("updated_at");
  CREATE INDEX "items_created_at_idx" ON "items" USING btree ("created_at");
  CREATE INDEX "items_rels_order_idx" ON "items_rels" USING btree ("order");
  CREATE INDEX "items_rels_parent_idx" ON "items_rels" USING btree ("parent_id");
  CREATE INDEX "items_rels_path_idx" ON "items_rels" USING btree ("path");
  CREATE INDEX "items_rels_drawings_id_idx" ON "items_rels" USING btree ("drawings_id");
  CREATE INDEX "items_rels_pictures_id_idx" ON "items_rels" USING btree ("pictures_id");
  CREATE INDEX "item_categories_features_row_order_idx" ON "item_categories_features" USING btree ("_order");
  CREATE INDEX "item_categories_features_parent_id_idx" ON "item_categories_features" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "item_categories_code_idx" ON "item_categories" USING btree ("code");
  CREATE INDEX "item_categories_name_idx" ON "item_categories" USING btree ("name");
  CREATE INDEX "item_categories_parent_idx" ON "item_categories" USING btree ("parent_id");
  CREATE INDEX "item_categories_updated_at_idx" ON "item_categories" USING btree ("updated_at");
  CREATE INDEX "item_categories_created_at_idx" ON "item_categories" USING btree ("created_at");
  CREATE INDEX "drawings_drawing_no_idx" ON "drawings" USING btree ("drawing_no");
  CREATE INDEX "drawings_format_idx" ON "drawings" USING btree ("format");
  CREATE INDEX "drawings_customer_idx" ON "drawings" USING btree ("customer_id");
  CREATE INDEX "drawings_uploaded_by_idx" ON "drawings" USING btree ("uploaded_by_id");
  CREATE INDEX "drawings_used_idx" ON "drawings" USING btree ("used");
  CREATE INDEX "drawings_updated_at_idx" ON "drawings" USING btree ("updated_at");
  CREATE INDEX "drawings_created_at_idx" ON "drawings" USING btree ("created_at");
  CREATE UNIQUE INDEX "drawings_filename_idx" ON "drawings" USING btree ("filename");
  CREATE INDEX "pictures_customer_idx" ON "pictures" USING btree ("customer_id");
  CREATE INDEX "pictures_uploaded_by_idx" ON "pictures" USING btree ("uploaded_by_id");
  CREATE INDEX "pictures_used_idx" ON "pictures" USING btree ("used");
  CREATE INDEX "pictures_updated_at_idx" ON "pictures" USING btree ("updated_at");
  CREATE INDEX "pictures_created_at_idx" ON "pictures" USING btree ("created_at");
  CREATE UNIQUE INDEX "pictures_filename_idx" ON "pictures" USING btree ("filename");
  CREATE INDEX "pictures_sizes_thumbnail_sizes_thumbnail_filename_idx" ON "pictures" USING btree ("sizes_thumbnail_filename");
  CREATE INDEX "pictures_sizes_card_sizes_card_filename_idx" ON "pictures" USING btree ("sizes_card_filename");
  CREATE INDEX "pictures_sizes_large_sizes_large_filename_idx" ON "pictures" USING btree ("sizes_large_filename");
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
  CREATE INDEX "quotes_lines_breaks_row_order_idx" ON "quotes_lines_breaks" USING btree ("_order");
  CREATE INDEX "quotes_lines_breaks_parent_id_idx" ON "quotes_lines_breaks" USING btree ("_parent_id");
  CREATE INDEX "quotes_lines_row_order_idx" ON "quotes_lines" USING btree ("_order");
  CREATE INDEX "quotes_lines_parent_id_idx" ON "quotes_lines" USING btree ("_parent_id");
  CREATE INDEX "quotes_lines_item_idx" ON "quotes_lines" USING btree ("item_id");
  CREATE INDEX "quotes_lines_warehouse_idx" ON "quotes_lines" USING btree ("warehouse_id");
  CREATE UNIQUE INDEX "quotes_no_idx" ON "quotes" USING btree ("no");
  CREATE INDEX "quotes_date_idx" ON "quotes" USING btree ("date");
  CREATE INDEX "quotes_status_idx" ON "quotes" USING btree ("status");
  CREATE INDEX "quotes_prepared_by_idx" ON "quotes" USING btree ("prepared_by_id");
  CREATE INDEX "quotes_approved_by_idx" ON "quotes" USING btree ("approved_by_id");
  CREATE INDEX "quotes_customer_idx" ON "quotes" USING btree ("customer_id");
  CREATE INDEX "quotes_salesperson_idx" ON "quotes" USING btree ("salesperson_id");
  CREATE INDEX "quotes_department_idx" ON "quotes" USING btree ("department_id");
  CREATE INDEX "quotes_payment_terms_idx" ON "quotes" USING btree ("payment_terms_id");
  CREATE INDEX "quotes_revises_idx" ON "quotes" USING btree ("revises_id");
  CREATE INDEX "quotes_updated_at_idx" ON "quotes" USING btree ("updated_at");
  CREATE INDEX "quotes_created_at_idx" ON "quotes" USING btree ("created_at");
  CREATE INDEX "quotes_rels_order_idx" ON "quotes_rels" USING btree ("order");
  CREATE INDEX "quotes_rels_parent_idx" ON "quotes_rels" USING btree ("parent_id");
  CREATE INDEX "quotes_rels_path_idx" ON "quotes_rels" USING btree ("path");
  CREATE INDEX "quotes_rels_drawings_id_idx" ON "quotes_rels" USING btree ("drawings_id");
  CREATE INDEX "quotes_rels_pictures_id_idx" ON "quotes_rels" USING btree ("pictures_id");
  CREATE INDEX "orders_lines_schedule_row_order_idx" ON "orders_lines_schedule" USING btree ("_order");
  CREATE INDEX "orders_lines_schedule_parent_id_idx" ON "orders_lines_schedule" USING btree ("_parent_id");
  CREATE INDEX "orders_lines_reservations_row_order_idx" ON "orders_lines_reservations" USING btree ("_order");
  CREATE INDEX "orders_lines_reservations_parent_id_idx" ON "orders_lines_reservations" USING btree ("_parent_id");
  CREATE INDEX "orders_lines_reservations_warehouse_idx" ON "orders_lines_reservations" USING btree ("warehouse_id");
  CREATE INDEX "orders_lines_row_order_idx" ON "orders_lines" USING btree ("_order");
  CREATE INDEX "orders_lines_parent_id_idx" ON "orders_lines" USING btree ("_parent_id");
  CREATE INDEX "orders_lines_item_idx" ON "orders_lines" USING btree ("item_id");
  CREATE INDEX "orders_lines_warehouse_idx" ON "orders_lines" USING btree ("warehouse_id");
  CREATE INDEX "orders_lines_quote_idx" ON "orders_lines" USING btree ("quote_id");
  CREATE INDEX "orders_lines_work_order_idx" ON "orders_lines" USING btree ("work_order_id");
  CREATE UNIQUE INDEX "orders_no_idx" ON "orders" USING btree ("no");
  CREATE INDEX "orders_date_idx" ON "orders" USING btree ("date");
  CREATE INDEX "orders_status_idx" ON "orders" USING btree ("status");
  CREATE INDEX "orders_prepared_by_idx" ON "orders" USING btree ("prepared_by_id");
  CREATE INDEX "orders_approved_by_idx" ON "orders" USING btree ("approved_by_id");
  CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("customer_id");
  CREATE INDEX "orders_salesperson_idx" ON "orders" USING btree ("salesperson_id");
  CREATE INDEX "orders_department_idx" ON "orders" USING btree ("department_id");
  CREATE INDEX "orders_payment_terms_idx" ON "orders" USING btree ("payment_terms_id");
  CREATE INDEX "orders_external_no_idx" ON "orders" USING btree ("external_no");
  CREATE INDEX "orders_delivery_status_idx" ON "orders" USING btree ("delivery_status");
  CREATE INDEX "orders_billing_status_idx" ON "orders" USING btree ("billing_status");
  CREATE INDEX "orders_payment_status_idx" ON "orders" USING btree ("payment_status");
  CREATE INDEX "orders_updated_at_idx" ON "orders" USING btree ("updated_at");
  CREATE INDEX "orders_created_at_idx" ON "orders" USING btree ("created_at");
  CREATE INDEX "orders_rels_order_idx" ON "orders_rels" USING btree ("order");
  CREATE INDEX "orders_rels_parent_idx" ON "orders_rels" USING btree ("parent_id");
  CREATE INDEX "orders_rels_path_idx" ON "orders_rels" USING btree ("path");
  CREATE INDEX "orders_rels_drawings_id_idx" ON "orders_rels" USING btree ("drawings_id");
  CREATE INDEX "orders_rels_pictures_id_idx" ON "orders_rels" USING btree ("pictures_id");
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
  CREATE INDEX "order_reviews_order_idx" ON "order_reviews" USING btree ("order_id");
  CREATE INDEX "order_reviews_change_idx" ON "order_reviews" USING btree ("change_id");
  CREATE INDEX "order_reviews_department_idx" ON "order_reviews" USING btree ("department");
  CREATE INDEX "order_reviews_status_idx" ON "order_reviews" USING btree ("status");
  CREATE INDEX "order_reviews_on_behalf_of_idx" ON "order_reviews" USING btree ("on_behalf_of_id");
  CREATE INDEX "order_reviews_remind_at_idx" ON "order_reviews" USING btree ("remind_at");
  CREATE INDEX "order_reviews_reviewer_idx" ON "order_reviews" USING btree ("reviewer_id");
  CREATE INDEX "order_reviews_due_at_idx" ON "order_reviews" USING btree ("due_at");
  CREATE INDEX "order_reviews_customer_idx" ON "order_reviews" USING btree ("customer_id");
  CREATE INDEX "order_reviews_salesperson_idx" ON "order_reviews" USING btree ("salesperson_id");
  CREATE INDEX "order_reviews_order_department_idx" ON "order_reviews" USING btree ("order_department_id");
  CREATE INDEX "order_reviews_prepared_by_idx" ON "order_reviews" USING btree ("prepared_by_id");
  CREATE INDEX "order_reviews_updated_at_idx" ON "order_reviews" USING btree ("updated_at");
  CREATE INDEX "order_reviews_created_at_idx" ON "order_reviews" USING btree ("created_at");
  CREATE INDEX "review_delegations_person_idx" ON "review_delegations" USING btree ("person_id");
  CREATE INDEX "review_delegations_deputy_idx" ON "review_delegations" USING btree ("deputy_id");
  CREATE INDEX "review_delegations_updated_at_idx" ON "review_delegations" USING btree ("updated_at");
  CREATE INDEX "review_delegations_created_at_idx" ON "review_delegations" USING btree ("created_at");
  CREATE INDEX "price_policies_customer_idx" ON "price_policies" USING btree ("customer_id");
  CREATE INDEX "price_policies_customer_category_idx" ON "price_policies" USING btree ("customer_category_id");
  CREATE INDEX "price_policies_item_idx" ON "price_policies" USING btree ("item_id");
  CREATE INDEX "price_policies_item_category_idx" ON "price_policies" USING btree ("item_category_id");
  CREATE INDEX "price_policies_valid_from_idx" ON "price_policies" USING btree ("valid_from");
  CREATE INDEX "price_policies_adjustment_idx" ON "price_policies" USING btree ("adjustment_id");
  CREATE UNIQUE INDEX "price_policies_policy_key_idx" ON "price_policies" USING btree ("policy_key");
  CREATE INDEX "price_policies_updated_at_idx" ON "price_policies" USING btree ("updated_at");
  CREATE INDEX "price_policies_created_at_idx" ON "price_policies" USING btree ("created_at");
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
  CREATE INDEX "stock_receipts_lines_row_order_idx" ON "stock_receipts_lines" USING btree ("_order");
  CREATE INDEX "stock_receipts_lines_parent_id_idx" ON "stock_receipts_lines" USING btree ("_parent_id");
  CREATE INDEX "stock_receipts_lines_item_idx" ON "stock_receipts_lines" USING btree ("item_id");
  CREATE UNIQUE INDEX "stock_receipts_no_idx" ON "stock_receipts" USING btree ("no");
  CREATE INDEX "stock_receipts_date_idx" ON "stock_receipts" USING btree ("date");
  CREATE INDEX "stock_receipts_status_idx" ON "stock_receipts" USING btree ("status");
  CREATE INDEX "stock_receipts_prepared_by_idx" ON "stock_receipts" USING btree ("prepared_by_id");
  CREATE INDEX "stock_receipts_approved_by_idx" ON "stock_receipts" USING btree ("approved_by_id");
  CREATE INDEX "stock_receipts_warehouse_idx" ON "stock_receipts" USING btree ("warehouse_id");
  CREATE INDEX "stock_receipts_updated_at_idx" ON "stock_receipts" USING btree ("updated_at");
  CREATE INDEX "stock_receipts_created_at_idx" ON "stock_receipts" USING btree ("created_at");
  CREATE INDEX "stock_receipts_rels_order_idx" ON "stock_receipts_rels" USING btree ("order");
  CREATE INDEX "stock_receipts_rels_parent_idx" ON "stock_receipts_rels" USING btree ("parent_id");
  CREATE INDEX "stock_receipts_rels_path_idx" ON "stock_receipts_rels" USING btree ("path");
  CREATE INDEX "stock_receipts_rels_drawings_id_idx" ON "stock_receipts_rels" USING btree ("drawings_id");
  CREATE INDEX "stock_receipts_rels_pictures_id_idx" ON "stock_receipts_rels" USING btree ("pictures_id");
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
  CREATE INDEX "stock_balances_item_idx" ON "stock_balances" USING btree ("item_id");
  CREATE INDEX "stock_balances_warehouse_idx" ON "stock_balances" USING btree ("warehouse_id");
  CREATE INDEX "stock_balances_updated_at_idx" ON "stock_balances" USING btree ("updated_at");
  CREATE INDEX "stock_balances_created_at_idx" ON "stock_balances" USING btree ("created_at");
  CREATE INDEX "stock_entries_business_date_idx" ON "stock_entries" USING btree ("business_date");
  CREATE INDEX "stock_entries_item_idx" ON "stock_entries" USING btree ("item_id");
  CREATE INDEX "stock_entries_warehouse_idx" ON "stock_entries" USING btree ("warehouse_id");
  CREATE INDEX "stock_entries_updated_at_idx" ON "stock_entries" USING btree ("updated_at");
  CREATE INDEX "stock_entries_created_at_idx" ON "stock_entries" USING btree ("created_at");
  CREATE UNIQUE INDEX "warehouses_code_idx" ON "warehouses" USING btree ("code");
  CREATE INDEX "warehouses_name_idx" ON "warehouses" USING btree ("name");
  CREATE INDEX "warehouses_updated_at_idx" ON "warehouses" USING btree ("updated_at");
  CREATE INDEX "warehouses_created_at_idx" ON "warehouses" USING btree ("created_at");
  CREATE INDEX "deliveries_lines_row_order_idx" ON "deliveries_lines" USING btree ("_order");
  CREATE INDEX "deliveries_lines_parent_id_idx" ON "deliveries_lines" USING btree ("_parent_id");
  CREATE INDEX "deliveries_lines_item_idx" ON "deliveries_lines" USING btree ("item_id");
  CREATE INDEX "deliveries_lines_warehouse_idx" ON "deliveries_lines" USING btree ("warehouse_id");
  CREATE INDEX "deliveries_lines_order_idx" ON "deliveries_lines" USING btree ("order_id");
  CREATE UNIQUE INDEX "deliveries_no_idx" ON "deliveries" USING btree ("no");
  CREATE INDEX "deliveries_date_idx" ON "deliveries" USING btree ("date");
  CREATE INDEX "deliveries_status_idx" ON "deliveries" USING btree ("status");
  CREATE INDEX "deliveries_prepared_by_idx" ON "deliveries" USING btree ("prepared_by_id");
  CREATE INDEX "deliveries_approved_by_idx" ON "deliveries" USING btree ("approved_by_id");
  CREATE INDEX "deliveries_customer_idx" ON "deliveries" USING btree ("customer_id");
  CREATE INDEX "deliveries_salesperson_idx" ON "deliveries" USING btree ("salesperson_id");
  CREATE INDEX "deliveries_department_idx" ON "deliveries" USING btree ("department_id");
  CREATE INDEX "deliveries_payment_terms_idx" ON "deliveries" USING btree ("payment_terms_id");
  CREATE INDEX "deliveries_billing_status_idx" ON "deliveries" USING btree ("billing_status");
  CREATE INDEX "deliveries_return_status_idx" ON "deliveries" USING btree ("return_status");
  CREATE INDEX "deliveries_updated_at_idx" ON "deliveries" USING btree ("updated_at");
  CREATE INDEX "deliveries_created_at_idx" ON "deliveries" USING btree ("created_at");
  CREATE INDEX "deliveries_rels_order_idx" ON "deliveries_rels" USING btree ("order");
  CREATE INDEX "deliveries_rels_parent_idx" ON "deliveries_rels" USING btree ("parent_id");
  CREATE INDEX "deliveries_rels_path_idx" ON "deliveries_rels" USING btree ("path");
  CREATE INDEX "deliveries_rels_drawings_id_idx" ON "deliveries_rels" USING btree ("drawings_id");
  CREATE INDEX "deliveries_rels_pictures_id_idx" ON "deliveries_rels" USING btree ("pictures_id");
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
  CREATE INDEX "invoices_lines_row_order_idx" ON "invoices_lines" USING btree ("_order");
  CREATE INDEX "invoices_lines_parent_id_idx" ON "invoices_lines" USING btree ("_parent_id");
  CREATE INDEX "invoices_lines_item_idx" ON "invoices_lines" USING btree ("item_id");
  CREATE INDEX "invoices_lines_warehouse_idx" ON "invoices_lines" USING btree ("warehouse_id");
  CREATE INDEX "invoices_lines_delivery_idx" ON "invoices_lines" USING btree ("delivery_id");
  CREATE INDEX "invoices_lines_order_idx" ON "invoices_lines" USING btree ("order_id");
  CREATE UNIQUE INDEX "invoices_no_idx" ON "invoices" USING btree ("no");
  CREATE INDEX "invoices_date_idx" ON "invoices" USING btree ("date");
  CREATE INDEX "invoices_status_idx" ON "invoices" USING btree ("status");
  CREATE INDEX "invoices_prepared_by_idx" ON "invoices" USING btree ("prepared_by_id");
  CREATE INDEX "invoices_approved_by_idx" ON "invoices" USING btree ("approved_by_id");
  CREATE INDEX "invoices_customer_idx" ON "invoices" USING btree ("customer_id");
  CREATE INDEX "invoices_salesperson_idx" ON "invoices" USING btree ("salesperson_id");
  CREATE INDEX "invoices_department_idx" ON "invoices" USING btree ("department_id");
  CREATE INDEX "invoices_payment_terms_idx" ON "invoices" USING btree ("payment_terms_id");
  CREATE INDEX "invoices_due_date_idx" ON "invoices" USING btree ("due_date");
  CREATE INDEX "invoices_settlement_idx" ON "invoices" USING btree ("settlement");
  CREATE INDEX "invoices_updated_at_idx" ON "invoices" USING btree ("updated_at");
  CREATE INDEX "invoices_created_at_idx" ON "invoices" USING btree ("created_at");
  CREATE INDEX "invoices_rels_order_idx" ON "invoices_rels" USING btree ("order");
  CREATE INDEX "invoices_rels_parent_idx" ON "invoices_rels" USING btree ("parent_id");
  CREATE INDEX "invoices_rels_path_idx" ON "invoices_rels" USING btree ("path");
  CREATE INDEX "invoices_rels_drawings_id_idx" ON "invoices_rels" USING btree ("drawings_id");
  CREATE INDEX "invoices_rels_pictures_id_idx" ON "invoices_rels" USING btree ("pictures_id");
  CREATE INDEX "receipts_allocations_row_order_idx" ON "receipts_allocations" USING btree ("_order");
  CREATE INDEX "receipts_allocations_parent_id_idx" ON "receipts_allocations" USING btree ("_parent_id");
  CREATE INDEX "receipts_allocations_invoice_idx" ON "receipts_allocations" USING btree ("invoice_id");
  CREATE UNIQUE INDEX "receipts_no_idx" ON "receipts" USING btree ("no");
  CREATE INDEX "receipts_date_idx" ON "receipts" USING btree ("date");
  CREATE INDEX "receipts_status_idx" ON "receipts" USING btree ("status");
  CREATE INDEX "receipts_prepared_by_idx" ON "receipts" USING btree ("prepared_by_id");
  CREATE INDEX "receipts_approved_by_idx" ON "receipts" USING btree ("approved_by_id");
  CREATE INDEX "receipts_customer_idx" ON "receipts" USING btree ("customer_id");
  CREATE INDEX "receipts_salesperson_idx" ON "receipts" USING btree ("salesperson_id");
  CREATE INDEX "receipts_department_idx" ON "receipts" USING btree ("department_id");
  CREATE INDEX "receipts_on_order_idx" ON "receipts" USING btree ("on_order_id");
  CREATE INDEX "receipts_allocation_idx" ON "receipts" USING btree ("allocation");
  CREATE INDEX "receipts_updated_at_idx" ON "receipts" USING btree ("updated_at");
  CREATE INDEX "receipts_created_at_idx" ON "receipts" USING btree ("created_at");
  CREATE INDEX "receipts_rels_order_idx" ON "receipts_rels" USING btree ("order");
  CREATE INDEX "receipts_rels_parent_idx" ON "receipts_rels" USING btree ("parent_id");
  CREATE INDEX "receipts_rels_path_idx" ON "receipts_rels" USING btree ("path");
  CREATE INDEX "receipts_rels_drawings_id_idx" ON "receipts_rels" USING btree ("drawings_id");
  CREATE INDEX "receipts_rels_pictures_id_idx" ON "receipts_rels" USING btree ("pictures_id");
  CREATE INDEX "payment_terms_instalments_row_order_idx" ON "payment_terms_instalments" USING btree ("_order");
  CREATE INDEX "payment_terms_instalments_parent_id_idx" ON "payment_terms_instalments" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "payment_terms_code_idx" ON "payment_terms" USING btree ("code");
  CREATE INDEX "payment_terms_name_idx" ON "payment_terms" USING btree ("name");
  CREATE INDEX "payment_terms_updated_at_idx" ON "payment_terms" USING btree ("updated_at");
  CREATE INDEX "payment_terms_created_at_idx" ON "payment_terms" USING btree ("created_at");
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
  CREATE UNIQUE INDEX "departments_code_idx" ON "departments" USING btree ("code");
  CREATE INDEX "departments_name_idx" ON "departments" USING btree ("name");
  CREATE INDEX "departments_head_idx" ON "departments" USING btree ("head_id");
  CREATE INDEX "departments_updated_at_idx" ON "departments" USING btree ("updated_at");
  CREATE INDEX "departments_created_at_idx" ON "departments" USING btree ("created_at");
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_sessions_row_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_name_idx" ON "users" USING btree ("name");
  CREATE INDEX "users_department_idx" ON "users" USING btree ("department_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "users_texts_order_parent" ON "users_texts" USING btree ("order","parent_id");
  CREATE INDEX "users_rels_order_idx" ON "users_rels" USING btree ("order");
  CREATE INDEX "users_rels_parent_idx" ON "users_rels" USING btree ("parent_id");
  CREATE INDEX "users_rels_path_idx" ON "users_rels" USING btree ("path");
  CREATE INDEX "users_rels_warehouses_id_idx" ON "users_rels" USING btree ("warehouses_id");
  CREATE INDEX "notifications_user_idx" ON "notifications" USING btree ("user_id");
  CREATE INDEX "notifications_kind_idx" ON "notifications" USING btree ("kind");
  CREATE INDEX "notifications_read_idx" ON "notifications" USING btree ("read");
  CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("updated_at");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");
  CREATE INDEX "audit_log_user_idx" ON "audit_log" USING btree ("user_id");
  CREATE INDEX "audit_log_slug_idx" ON "audit_log" USING btree ("slug");
  CREATE INDEX "audit_log_document_id_idx" ON "audit_log" USING btree ("document_id");
  CREATE INDEX "audit_log_no_idx" ON "audit_log" USING btree ("no");
  CREATE INDEX "audit_log_verb_idx" ON "audit_log" USING btree ("verb");
  CREATE UNIQUE INDEX "outbox_key_idx" ON "outbox" USING btree ("key");
  CREATE INDEX "outbox_status_idx" ON "outbox" USING btree ("status");
  CREATE INDEX "outbox_updated_at_idx" ON "outbox" USING btree ("updated_at");
  CREATE INDEX "outbox_created_at_idx" ON "outbox" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "company_calendar_work_days_order_idx" ON "company_calendar_work_days" USING btree ("order");
  CREATE INDEX "company_calendar_work_days_parent_idx" ON "company_calendar_work_days" USING btree ("parent_id");
  CREATE INDEX "company_calendar_holidays_row_order_idx" ON "company_calendar_holidays" USING btree ("_order");
  CREATE INDEX "company_calendar_holidays_parent_id_idx" ON "company_calendar_holidays" USING btree ("_parent_id");
  CREATE INDEX "pricing_settings_methods_order_idx" ON "pricing_settings_methods" USING btree ("order");
  CREATE INDEX "pricing_settings_methods_parent_idx" ON "pricing_settings_methods" USING btree ("parent_id");
  CREATE INDEX "pricing_settings_max_discounts_row_order_idx" ON "pricing_settings_max_discounts" USING btree ("_order");
  CREATE INDEX "pricing_settings_max_discounts_parent_id_idx" ON "pricing_settings_max_discounts" USING btree ("_parent_id");
  CREATE INDEX "pricing_settings_max_discounts_item_category_idx" ON "pricing_settings_max_discounts" USING btree ("item_category_id");
  CREATE INDEX "order_settings_review_rules_order_kinds_order_idx" ON "order_settings_review_rules_order_kinds" USING btree ("order");
  CREATE INDEX "order_settings_review_rules_order_kinds_parent_idx" ON "order_settings_review_rules_order_kinds" USING btree ("parent_id");
  CREATE INDEX "order_settings_review_rules_change_flags_order_idx" ON "order_settings_review_rules_change_flags" USING btree ("order");
  CREATE INDEX "order_settings_review_rules_change_flags_parent_idx" ON "order_settings_review_rules_change_flags" USING btree ("parent_id");
  CREATE INDEX "order_settings_review_rules_row_order_idx" ON "order_settings_review_rules" USING btree ("_order");
  CREATE INDEX "order_settings_review_rules_parent_id_idx" ON "order_settings_review_rules" USING btree ("_parent_id");
  CREATE INDEX "order_settings_approval_matrix_row_order_idx" ON "order_settings_approval_matrix" USING btree ("_order");
  CREATE INDEX "order_settings_approval_matrix_parent_id_idx" ON "order_settings_approval_matrix" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "customers_contacts" CASCADE;
  DROP TABLE "customers_addresses" CASCADE;
  DROP TABLE "customers" CASCADE;
  DROP TABLE "customer_categories" CASCADE;
  DROP TABLE "items_units" CASCADE;
  DROP TABLE "items_features" CASCADE;
  DROP TABLE "items" CASCADE;
  DROP TABLE "items_rels" CASCADE;
  DROP TABLE "item_categories_features" CASCADE;
  DROP TABLE "item_categories" CASCADE;
  DROP TABLE "drawings" CASCADE;
  DROP TABLE "pictures" CASCADE;
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
  DROP TABLE "quotes_lines_breaks" CASCADE;
  DROP TABLE "quotes_lines" CASCADE;
  DROP TABLE "quotes" CASCADE;
  DROP TABLE "quotes_rels" CASCADE;
  DROP TABLE "orders_lines_schedule" CASCADE;
  DROP TABLE "orders_lines_reservations" CASCADE;
  DROP TABLE "orders_lines" CASCADE;
  DROP TABLE "orders" CASCADE;
  DROP TABLE "orders_rels" CASCADE;
  DROP TABLE "order_changes_lines_schedule" CASCADE;
  DROP TABLE "order_changes_lines" CASCADE;
  DROP TABLE "order_changes" CASCADE;
  DROP TABLE "order_changes_rels" CASCADE;
  DROP TABLE "order_revisions" CASCADE;
  DROP TABLE "order_reviews" CASCADE;
  DROP TABLE "review_delegations" CASCADE;
  DROP TABLE "price_policies" CASCADE;
  DROP TABLE "price_adjustments_lines" CASCADE;
  DROP TABLE "price_adjustments" CASCADE;
  DROP TABLE "price_adjustments_rels" CASCADE;
  DROP TABLE "price_releases_lines" CASCADE;
  DROP TABLE "price_releases" CASCADE;
  DROP TABLE "price_releases_rels" CASCADE;
  DROP TABLE "stock_receipts_lines" CASCADE;
  DROP TABLE "stock_receipts" CASCADE;
  DROP TABLE "stock_receipts_rels" CASCADE;
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
  DROP TABLE "stock_balances" CASCADE;
  DROP TABLE "stock_entries" CASCADE;
  DROP TABLE "warehouses" CASCADE;
  DROP TABLE "deliveries_lines" CASCADE;
  DROP TABLE "deliveries" CASCADE;
  DROP TABLE "deliveries_rels" CASCADE;
  DROP TABLE "returns_lines" CASCADE;
  DROP TABLE "returns" CASCADE;
  DROP TABLE "returns_rels" CASCADE;
  DROP TABLE "invoices_lines" CASCADE;
  DROP TABLE "invoices" CASCADE;
  DROP TABLE "invoices_rels" CASCADE;
  DROP TABLE "receipts_allocations" CASCADE;
  DROP TABLE "receipts" CASCADE;
  DROP TABLE "receipts_rels" CASCADE;
  DROP TABLE "payment_terms_instalments" CASCADE;
  DROP TABLE "payment_terms" CASCADE;
  DROP TABLE "credit_limits" CASCADE;
  DROP TABLE "credit_limits_rels" CASCADE;
  DROP TABLE "credit_releases" CASCADE;
  DROP TABLE "credit_releases_rels" CASCADE;
  DROP TABLE "credit_grades" CASCADE;
  DROP TABLE "credit_grades_rels" CASCADE;
  DROP TABLE "departments" CASCADE;
  DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "users_texts" CASCADE;
  DROP TABLE "users_rels" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "audit_log" CASCADE;
  DROP TABLE "outbox" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "company_calendar_work_days" CASCADE;
  DROP TABLE "company_calendar_holidays" CASCADE;
  DROP TABLE "company" CASCADE;
  DROP TABLE "pricing_settings_methods" CASCADE;
  DROP TABLE "pricing_settings_max_discounts" CASCADE;
  DROP TABLE "pricing_settings" CASCADE;
  DROP TABLE "availability_settings" CASCADE;
  DROP TABLE "credit_settings" CASCADE;
  DROP TABLE "order_settings_review_rules_order_kinds" CASCADE;
  DROP TABLE "order_settings_review_rules_change_flags" CASCADE;
  DROP TABLE "order_settings_review_rules" CASCADE;
  DROP TABLE "order_settings_approval_matrix" CASCADE;
  DROP TABLE "order_settings" CASCADE;
  DROP TABLE "sample_settings" CASCADE;
  DROP TABLE "notification_settings" CASCADE;
  DROP TYPE "public"."enum_customers_status";
  DROP TYPE "public"."enum_customers_tax_mode";
  DROP TYPE "public"."enum_customers_language";
  DROP TYPE "public"."enum_customers_credit_grade";
  DROP TYPE "public"."enum_customers_credit_hold";
  DROP TYPE "public"."enum_customer_categories_defaults_tax_mode";
  DROP TYPE "public"."enum_items_kind";
  DROP TYPE "public"."enum_items_availability_mode";
  DROP TYPE "public"."enum_item_categories_features_type";
  DROP TYPE "public"."enum_item_categories_availability_mode";
  DROP TYPE "public"."enum_samples_features_type";
  DROP TYPE "public"."enum_samples_status";
  DROP TYPE "public"."enum_feedback_rounds_technical_judgement";
  DROP TYPE "public"."enum_feedback_rounds_status";
  DROP TYPE "public"."enum_sample_work_orders_measurements_judgement";
  DROP TYPE "public"."enum_sample_work_orders_status";
  DROP TYPE "public"."enum_quotes_lines_price_source";
  DROP TYPE "public"."enum_quotes_status";
  DROP TYPE "public"."enum_quotes_tax_mode";
  DROP TYPE "public"."enum_orders_lines_price_source";
  DROP TYPE "public"."enum_orders_lines_supply";
  DROP TYPE "public"."enum_orders_status";
  DROP TYPE "public"."enum_orders_kind";
  DROP TYPE "public"."enum_orders_tax_mode";
  DROP TYPE "public"."enum_orders_review_status";
  DROP TYPE "public"."enum_orders_credit_status";
  DROP TYPE "public"."enum_orders_delivery_status";
  DROP TYPE "public"."enum_orders_billing_status";
  DROP TYPE "public"."enum_orders_payment_status";
  DROP TYPE "public"."enum_order_changes_lines_supply";
  DROP TYPE "public"."enum_order_changes_status";
  DROP TYPE "public"."enum_order_changes_review_status";
  DROP TYPE "public"."enum_order_reviews_department";
  DROP TYPE "public"."enum_order_reviews_status";
  DROP TYPE "public"."enum_order_reviews_opinion";
  DROP TYPE "public"."enum_price_adjustments_status";
  DROP TYPE "public"."enum_price_releases_status";
  DROP TYPE "public"."enum_stock_receipts_status";
  DROP TYPE "public"."enum_stock_receipts_kind";
  DROP TYPE "public"."enum_stock_issues_status";
  DROP TYPE "public"."enum_stock_issues_kind";
  DROP TYPE "public"."enum_stock_transfers_status";
  DROP TYPE "public"."enum_stock_counts_status";
  DROP TYPE "public"."enum_stock_freezes_status";
  DROP TYPE "public"."enum_stock_freezes_kind";
  DROP TYPE "public"."enum_cost_corrections_status";
  DROP TYPE "public"."enum_warehouses_kind";
  DROP TYPE "public"."enum_deliveries_lines_price_source";
  DROP TYPE "public"."enum_deliveries_status";
  DROP TYPE "public"."enum_deliveries_kind";
  DROP TYPE "public"."enum_deliveries_tax_mode";
  DROP TYPE "public"."enum_deliveries_credit_status";
  DROP TYPE "public"."enum_deliveries_billing_status";
  DROP TYPE "public"."enum_deliveries_return_status";
  DROP TYPE "public"."enum_returns_lines_price_source";
  DROP TYPE "public"."enum_returns_status";
  DROP TYPE "public"."enum_returns_kind";
  DROP TYPE "public"."enum_returns_tax_mode";
  DROP TYPE "public"."enum_invoices_lines_price_source";
  DROP TYPE "public"."enum_invoices_status";
  DROP TYPE "public"."enum_invoices_kind";
  DROP TYPE "public"."enum_invoices_tax_mode";
  DROP TYPE "public"."enum_invoices_credit_status";
  DROP TYPE "public"."enum_invoices_settlement";
  DROP TYPE "public"."enum_receipts_status";
  DROP TYPE "public"."enum_receipts_method";
  DROP TYPE "public"."enum_receipts_allocation";
  DROP TYPE "public"."enum_payment_terms_kind";
  DROP TYPE "public"."enum_credit_limits_status";
  DROP TYPE "public"."enum_credit_limits_object_kind";
  DROP TYPE "public"."enum_credit_limits_kind";
  DROP TYPE "public"."enum_credit_releases_status";
  DROP TYPE "public"."enum_credit_releases_document_slug";
  DROP TYPE "public"."enum_credit_grades_status";
  DROP TYPE "public"."enum_credit_grades_grade";
  DROP TYPE "public"."enum_credit_grades_current_grade";
  DROP TYPE "public"."enum_departments_credit_grade";
  DROP TYPE "public"."enum_departments_credit_hold";
  DROP TYPE "public"."enum_users_roles";
  DROP TYPE "public"."enum_users_language";
  DROP TYPE "public"."enum_users_data_scope";
  DROP TYPE "public"."enum_users_credit_grade";
  DROP TYPE "public"."enum_users_credit_hold";
  DROP TYPE "public"."enum_outbox_status";
  DROP TYPE "public"."enum_company_calendar_work_days";
  DROP TYPE "public"."enum_pricing_settings_methods";
  DROP TYPE "public"."enum_pricing_settings_max_discounts_role";
  DROP TYPE "public"."enum_pricing_settings_latest_price_source";
  DROP TYPE "public"."enum_pricing_settings_minimum_price_mode";
  DROP TYPE "public"."enum_pricing_settings_minimum_price_moment";
  DROP TYPE "public"."enum_pricing_settings_cost_basis";
  DROP TYPE "public"."enum_availability_settings_mode";
  DROP TYPE "public"."enum_availability_settings_moment";
  DROP TYPE "public"."enum_availability_settings_cost_per";
  DROP TYPE "public"."enum_credit_settings_moment";
  DROP TYPE "public"."enum_credit_settings_action";
  DROP TYPE "public"."enum_credit_settings_limit_below_exposure";
  DROP TYPE "public"."enum_order_settings_review_rules_order_kinds";
  DROP TYPE "public"."enum_order_settings_review_rules_change_flags";
  DROP TYPE "public"."enum_order_settings_review_rules_department";
  DROP TYPE "public"."enum_order_settings_approval_matrix_role";`)
}
