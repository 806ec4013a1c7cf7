import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_customers_status" AS ENUM('active', 'frozen', 'disabled');
  CREATE TYPE "public"."enum_customers_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_customers_credit_grade" AS ENUM('AAA', 'AA', 'A', 'B', 'C');
  CREATE TYPE "public"."enum_customers_credit_hold" AS ENUM('none', 'stop', 'noCheck');
  CREATE TYPE "public"."enum_customer_categories_defaults_tax_mode" AS ENUM('inclusive', 'exclusive');
  CREATE TYPE "public"."enum_items_kind" AS ENUM('goods', 'sample');
  CREATE TYPE "public"."enum_items_availability_mode" AS ENUM('inherit', 'control', 'check', 'off');
  CREATE TYPE "public"."enum_item_categories_features_type" AS ENUM('number', 'text', 'choice');
  CREATE TYPE "public"."enum_item_categories_availability_mode" AS ENUM('inherit', 'control', 'check', 'off');
  CREATE TYPE "public"."enum_warehouses_kind" AS ENUM('goods', 'sample', 'return', 'quarantine');
  CREATE TYPE "public"."enum_payment_terms_kind" AS ENUM('daysAfterInvoice', 'endOfMonth', 'endOfNextMonth', 'instalments');
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
  CREATE TYPE "public"."enum_credit_settings_moment" AS ENUM('save', 'approve');
  CREATE TYPE "public"."enum_credit_settings_action" AS ENUM('warn', 'release', 'forbid');
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
  	"value" varchar
  );
  
  CREATE TABLE "items" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"specification" varchar,
  	"kind" "enum_items_kind" DEFAULT 'goods' NOT NULL,
  	"category_id" integer,
  	"unit" varchar DEFAULT 'PCS' NOT NULL,
  	"tax_rate" numeric(18, 4),
  	"list_price" numeric(20, 6),
  	"retail_price" numeric(20, 6),
  	"min_price" numeric(20, 6),
  	"min_margin_rate" numeric(18, 4),
  	"markup_rate" numeric(18, 4),
  	"batch_controlled" boolean DEFAULT false,
  	"availability_mode" "enum_items_availability_mode" DEFAULT 'inherit',
  	"over_delivery_rate" numeric(18, 4),
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
  	"remark" varchar,
  	"customer_id" integer,
  	"uploaded_by_id" integer,
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
  	"priority" numeric(18, 0),
  	"valid_from" date,
  	"valid_to" date,
  	"version" numeric(18, 0),
  	"remark" varchar,
  	"policy_key" varchar,
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
  
  CREATE TABLE "payment_terms_instalments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"percent" numeric(18, 4),
  	"days" numeric(18, 0)
  );
  
  CREATE TABLE "payment_terms" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_payment_terms_kind" DEFAULT 'daysAfterInvoice' NOT NULL,
  	"days" numeric(18, 0),
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
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
  	"language" varchar,
  	"status" "enum_outbox_status" DEFAULT 'queued' NOT NULL,
  	"attempts" numeric(18, 0),
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
  	"grade_discounts_aaa" numeric(18, 4),
  	"grade_discounts_aa" numeric(18, 4),
  	"grade_discounts_a" numeric(18, 4),
  	"grade_discounts_b" numeric(18, 4),
  	"grade_discounts_c" numeric(18, 4),
  	"adjustment_threshold" numeric(18, 4),
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
  	"watch_ratio" numeric(18, 4),
  	"overdue_threshold" numeric(18, 2),
  	"overdue_margin" numeric(18, 0),
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
  	"department" "enum_order_settings_review_rules_department" NOT NULL
  );
  
  CREATE TABLE "order_settings_approval_matrix" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"role" "enum_order_settings_approval_matrix_role" NOT NULL,
  	"up_to" numeric(18, 2)
  );
  
  CREATE TABLE "order_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"review_required" boolean DEFAULT true,
  	"review_hours" numeric(20, 6) NOT NULL,
  	"four_eyes" boolean DEFAULT true,
  	"self_review" boolean DEFAULT false,
  	"direct_deliveries" boolean DEFAULT false,
  	"issue_on_approve" boolean DEFAULT true,
  	"order_expired_quotes" boolean DEFAULT false,
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
  	"due_days" numeric(18, 0) NOT NULL,
  	"review_reminder_hours" numeric(20, 6) NOT NULL,
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
  ALTER TABLE "items_rels" ADD CONSTRAINT "items_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "items_rels" ADD CONSTRAINT "items_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "items_rels" ADD CONSTRAINT "items_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "item_categories_features" ADD CONSTRAINT "item_categories_features_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."item_categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "item_categories" ADD CONSTRAINT "item_categories_parent_id_item_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."item_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "drawings" ADD CONSTRAINT "drawings_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "drawings" ADD CONSTRAINT "drawings_uploaded_by_id_users_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pictures" ADD CONSTRAINT "pictures_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pictures" ADD CONSTRAINT "pictures_uploaded_by_id_users_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_customer_category_id_customer_categories_id_fk" FOREIGN KEY ("customer_category_id") REFERENCES "public"."customer_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_policies" ADD CONSTRAINT "price_policies_item_category_id_item_categories_id_fk" FOREIGN KEY ("item_category_id") REFERENCES "public"."item_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payment_terms_instalments" ADD CONSTRAINT "payment_terms_instalments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payment_terms"("id") ON DELETE cascade ON UPDATE no action;
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
  CREATE INDEX "customers_contacts_order_idx" ON "customers_contacts" USING btree ("_order");
  CREATE INDEX "customers_contacts_parent_id_idx" ON "customers_contacts" USING btree ("_parent_id");
  CREATE INDEX "customers_addresses_order_idx" ON "customers_addresses" USING btree ("_order");
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
  CREATE INDEX "items_units_order_idx" ON "items_units" USING btree ("_order");
  CREATE INDEX "items_units_parent_id_idx" ON "items_units" USING btree ("_parent_id");
  CREATE INDEX "items_features_order_idx" ON "items_features" USING btree ("_order");
  CREATE INDEX "items_features_parent_id_idx" ON "items_features" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "items_code_idx" ON "items" USING btree ("code");
  CREATE INDEX "items_name_idx" ON "items" USING btree ("name");
  CREATE INDEX "items_kind_idx" ON "items" USING btree ("kind");
  CREATE INDEX "items_category_idx" ON "items" USING btree ("category_id");
  CREATE INDEX "items_updated_at_idx" ON "items" USING btree ("updated_at");
  CREATE INDEX "items_created_at_idx" ON "items" USING btree ("created_at");
  CREATE INDEX "items_rels_order_idx" ON "items_rels" USING btree ("order");
  CREATE INDEX "items_rels_parent_idx" ON "items_rels" USING btree ("parent_id");
  CREATE INDEX "items_rels_path_idx" ON "items_rels" USING btree ("path");
  CREATE INDEX "items_rels_drawings_id_idx" ON "items_rels" USING btree ("drawings_id");
  CREATE INDEX "items_rels_pictures_id_idx" ON "items_rels" USING btree ("pictures_id");
  CREATE INDEX "item_categories_features_order_idx" ON "item_categories_features" USING btree ("_order");
  CREATE INDEX "item_categories_features_parent_id_idx" ON "item_categories_features" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "item_categories_code_idx" ON "item_categories" USING btree ("code");
  CREATE INDEX "item_categories_name_idx" ON "item_categories" USING btree ("name");
  CREATE INDEX "item_categories_parent_idx" ON "item_categories" USING btree ("parent_id");
  CREATE INDEX "item_categories_updated_at_idx" ON "item_categories" USING btree ("updated_at");
  CREATE INDEX "item_categories_created_at_idx" ON "item_categories" USING btree ("created_at");
  CREATE INDEX "drawings_drawing_no_idx" ON "drawings" USING btree ("drawing_no");
  CREATE INDEX "drawings_customer_idx" ON "drawings" USING btree ("customer_id");
  CREATE INDEX "drawings_uploaded_by_idx" ON "drawings" USING btree ("uploaded_by_id");
  CREATE INDEX "drawings_updated_at_idx" ON "drawings" USING btree ("updated_at");
  CREATE INDEX "drawings_created_at_idx" ON "drawings" USING btree ("created_at");
  CREATE UNIQUE INDEX "drawings_filename_idx" ON "drawings" USING btree ("filename");
  CREATE INDEX "pictures_customer_idx" ON "pictures" USING btree ("customer_id");
  CREATE INDEX "pictures_uploaded_by_idx" ON "pictures" USING btree ("uploaded_by_id");
  CREATE INDEX "pictures_updated_at_idx" ON "pictures" USING btree ("updated_at");
  CREATE INDEX "pictures_created_at_idx" ON "pictures" USING btree ("created_at");
  CREATE UNIQUE INDEX "pictures_filename_idx" ON "pictures" USING btree ("filename");
  CREATE INDEX "pictures_sizes_thumbnail_sizes_thumbnail_filename_idx" ON "pictures" USING btree ("sizes_thumbnail_filename");
  CREATE INDEX "pictures_sizes_card_sizes_card_filename_idx" ON "pictures" USING btree ("sizes_card_filename");
  CREATE INDEX "pictures_sizes_large_sizes_large_filename_idx" ON "pictures" USING btree ("sizes_large_filename");
  CREATE INDEX "price_policies_customer_idx" ON "price_policies" USING btree ("customer_id");
  CREATE INDEX "price_policies_customer_category_idx" ON "price_policies" USING btree ("customer_category_id");
  CREATE INDEX "price_policies_item_idx" ON "price_policies" USING btree ("item_id");
  CREATE INDEX "price_policies_item_category_idx" ON "price_policies" USING btree ("item_category_id");
  CREATE INDEX "price_policies_valid_from_idx" ON "price_policies" USING btree ("valid_from");
  CREATE UNIQUE INDEX "price_policies_policy_key_idx" ON "price_policies" USING btree ("policy_key");
  CREATE INDEX "price_policies_updated_at_idx" ON "price_policies" USING btree ("updated_at");
  CREATE INDEX "price_policies_created_at_idx" ON "price_policies" USING btree ("created_at");
  CREATE UNIQUE INDEX "warehouses_code_idx" ON "warehouses" USING btree ("code");
  CREATE INDEX "warehouses_name_idx" ON "warehouses" USING btree ("name");
  CREATE INDEX "warehouses_updated_at_idx" ON "warehouses" USING btree ("updated_at");
  CREATE INDEX "warehouses_created_at_idx" ON "warehouses" USING btree ("created_at");
  CREATE INDEX "payment_terms_instalments_order_idx" ON "payment_terms_instalments" USING btree ("_order");
  CREATE INDEX "payment_terms_instalments_parent_id_idx" ON "payment_terms_instalments" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "payment_terms_code_idx" ON "payment_terms" USING btree ("code");
  CREATE INDEX "payment_terms_name_idx" ON "payment_terms" USING btree ("name");
  CREATE INDEX "payment_terms_updated_at_idx" ON "payment_terms" USING btree ("updated_at");
  CREATE INDEX "payment_terms_created_at_idx" ON "payment_terms" USING btree ("created_at");
  CREATE UNIQUE INDEX "departments_code_idx" ON "departments" USING btree ("code");
  CREATE INDEX "departments_name_idx" ON "departments" USING btree ("name");
  CREATE INDEX "departments_head_idx" ON "departments" USING btree ("head_id");
  CREATE INDEX "departments_updated_at_idx" ON "departments" USING btree ("updated_at");
  CREATE INDEX "departments_created_at_idx" ON "departments" USING btree ("created_at");
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
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
  CREATE INDEX "company_calendar_holidays_order_idx" ON "company_calendar_holidays" USING btree ("_order");
  CREATE INDEX "company_calendar_holidays_parent_id_idx" ON "company_calendar_holidays" USING btree ("_parent_id");
  CREATE INDEX "pricing_settings_methods_order_idx" ON "pricing_settings_methods" USING btree ("order");
  CREATE INDEX "pricing_settings_methods_parent_idx" ON "pricing_settings_methods" USING btree ("parent_id");
  CREATE INDEX "pricing_settings_max_discounts_order_idx" ON "pricing_settings_max_discounts" USING btree ("_order");
  CREATE INDEX "pricing_settings_max_discounts_parent_id_idx" ON "pricing_settings_max_discounts" USING btree ("_parent_id");
  CREATE INDEX "pricing_settings_max_discounts_item_category_idx" ON "pricing_settings_max_discounts" USING btree ("item_category_id");
  CREATE INDEX "order_settings_review_rules_order_kinds_order_idx" ON "order_settings_review_rules_order_kinds" USING btree ("order");
  CREATE INDEX "order_settings_review_rules_order_kinds_parent_idx" ON "order_settings_review_rules_order_kinds" USING btree ("parent_id");
  CREATE INDEX "order_settings_review_rules_change_flags_order_idx" ON "order_settings_review_rules_change_flags" USING btree ("order");
  CREATE INDEX "order_settings_review_rules_change_flags_parent_idx" ON "order_settings_review_rules_change_flags" USING btree ("parent_id");
  CREATE INDEX "order_settings_review_rules_order_idx" ON "order_settings_review_rules" USING btree ("_order");
  CREATE INDEX "order_settings_review_rules_parent_id_idx" ON "order_settings_review_rules" USING btree ("_parent_id");
  CREATE INDEX "order_settings_approval_matrix_order_idx" ON "order_settings_approval_matrix" USING btree ("_order");
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
  DROP TABLE "price_policies" CASCADE;
  DROP TABLE "warehouses" CASCADE;
  DROP TABLE "payment_terms_instalments" CASCADE;
  DROP TABLE "payment_terms" CASCADE;
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
  DROP TYPE "public"."enum_customers_credit_grade";
  DROP TYPE "public"."enum_customers_credit_hold";
  DROP TYPE "public"."enum_customer_categories_defaults_tax_mode";
  DROP TYPE "public"."enum_items_kind";
  DROP TYPE "public"."enum_items_availability_mode";
  DROP TYPE "public"."enum_item_categories_features_type";
  DROP TYPE "public"."enum_item_categories_availability_mode";
  DROP TYPE "public"."enum_warehouses_kind";
  DROP TYPE "public"."enum_payment_terms_kind";
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
  DROP TYPE "public"."enum_credit_settings_moment";
  DROP TYPE "public"."enum_credit_settings_action";
  DROP TYPE "public"."enum_order_settings_review_rules_order_kinds";
  DROP TYPE "public"."enum_order_settings_review_rules_change_flags";
  DROP TYPE "public"."enum_order_settings_review_rules_department";
  DROP TYPE "public"."enum_order_settings_approval_matrix_role";`)
}
