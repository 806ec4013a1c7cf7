import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "quote_templates_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"description" varchar,
  	"qty" numeric(18, 4) DEFAULT 1 NOT NULL,
  	"unit" varchar,
  	"discount_rate" numeric(18, 4),
  	"remark" varchar
  );
  
  CREATE TABLE "quote_templates" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"active" boolean DEFAULT true,
  	"validity_days" numeric(18, 0),
  	"terms" jsonb,
  	"terms_en" jsonb,
  	"remark" varchar,
  	"version" numeric(18, 0) DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "order_templates_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item_id" integer NOT NULL,
  	"description" varchar,
  	"qty" numeric(18, 4) DEFAULT 1 NOT NULL,
  	"unit" varchar,
  	"discount_rate" numeric(18, 4),
  	"remark" varchar
  );
  
  CREATE TABLE "order_templates" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"active" boolean DEFAULT true,
  	"terms" jsonb,
  	"terms_en" jsonb,
  	"remark" varchar,
  	"version" numeric(18, 0) DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "quotes" ADD COLUMN "sealed_texts" jsonb;
  ALTER TABLE "quotes" ADD COLUMN "template_id" integer;
  ALTER TABLE "quotes" ADD COLUMN "terms" jsonb;
  ALTER TABLE "orders" ADD COLUMN "sealed_texts" jsonb;
  ALTER TABLE "orders" ADD COLUMN "template_id" integer;
  ALTER TABLE "orders" ADD COLUMN "terms" jsonb;
  ALTER TABLE "deliveries" ADD COLUMN "sealed_texts" jsonb;
  ALTER TABLE "returns" ADD COLUMN "sealed_texts" jsonb;
  ALTER TABLE "invoices" ADD COLUMN "sealed_texts" jsonb;
  ALTER TABLE "company" ADD COLUMN "name_en" varchar;
  ALTER TABLE "company" ADD COLUMN "address_en" varchar;
  ALTER TABLE "company" ADD COLUMN "logo_id" integer;
  ALTER TABLE "company" ADD COLUMN "texts_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_foot_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_subject_zh" varchar;
  ALTER TABLE "company" ADD COLUMN "texts_subject_en" varchar;
  ALTER TABLE "company" ADD COLUMN "texts_quotation_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_quotation_mail_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_confirmation_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_confirmation_mail_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_delivery_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_delivery_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_delivery_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_delivery_mail_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_returned_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_returned_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_returned_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_returned_mail_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_invoice_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_invoice_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_invoice_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_invoice_mail_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_credit_note_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_credit_note_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_credit_note_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_credit_note_mail_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_statement_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_statement_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_statement_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_statement_mail_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_notice_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_notice_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_notice_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_notice_mail_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_approval_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_approval_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_approval_mail_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_approval_mail_en" jsonb;
  ALTER TABLE "quote_templates_lines" ADD CONSTRAINT "quote_templates_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quote_templates_lines" ADD CONSTRAINT "quote_templates_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."quote_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_templates_lines" ADD CONSTRAINT "order_templates_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_templates_lines" ADD CONSTRAINT "order_templates_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."order_templates"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "quote_templates_lines_row_order_idx" ON "quote_templates_lines" USING btree ("_order");
  CREATE INDEX "quote_templates_lines_parent_id_idx" ON "quote_templates_lines" USING btree ("_parent_id");
  CREATE INDEX "quote_templates_lines_item_idx" ON "quote_templates_lines" USING btree ("item_id");
  CREATE UNIQUE INDEX "quote_templates_name_idx" ON "quote_templates" USING btree ("name");
  CREATE INDEX "quote_templates_updated_at_idx" ON "quote_templates" USING btree ("updated_at");
  CREATE INDEX "quote_templates_created_at_idx" ON "quote_templates" USING btree ("created_at");
  CREATE INDEX "order_templates_lines_row_order_idx" ON "order_templates_lines" USING btree ("_order");
  CREATE INDEX "order_templates_lines_parent_id_idx" ON "order_templates_lines" USING btree ("_parent_id");
  CREATE INDEX "order_templates_lines_item_idx" ON "order_templates_lines" USING btree ("item_id");
  CREATE UNIQUE INDEX "order_templates_name_idx" ON "order_templates" USING btree ("name");
  CREATE INDEX "order_templates_updated_at_idx" ON "order_templates" USING btree ("updated_at");
  CREATE INDEX "order_templates_created_at_idx" ON "order_templates" USING btree ("created_at");
  ALTER TABLE "quotes" ADD CONSTRAINT "quotes_template_id_quote_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."quote_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_template_id_order_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."order_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "company" ADD CONSTRAINT "company_logo_id_pictures_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."pictures"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "quotes_template_idx" ON "quotes" USING btree ("template_id");
  CREATE INDEX "orders_template_idx" ON "orders" USING btree ("template_id");
  CREATE INDEX "company_logo_idx" ON "company" USING btree ("logo_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "quote_templates_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "quote_templates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_templates_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_templates" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "quote_templates_lines" CASCADE;
  DROP TABLE "quote_templates" CASCADE;
  DROP TABLE "order_templates_lines" CASCADE;
  DROP TABLE "order_templates" CASCADE;
  ALTER TABLE "quotes" DROP CONSTRAINT "quotes_template_id_quote_templates_id_fk";
  
  ALTER TABLE "orders" DROP CONSTRAINT "orders_template_id_order_templates_id_fk";
  
  ALTER TABLE "company" DROP CONSTRAINT "company_logo_id_pictures_id_fk";
  
  DROP INDEX "quotes_template_idx";
  DROP INDEX "orders_template_idx";
  DROP INDEX "company_logo_idx";
  ALTER TABLE "quotes" DROP COLUMN "sealed_texts";
  ALTER TABLE "quotes" DROP COLUMN "template_id";
  ALTER TABLE "quotes" DROP COLUMN "terms";
  ALTER TABLE "orders" DROP COLUMN "sealed_texts";
  ALTER TABLE "orders" DROP COLUMN "template_id";
  ALTER TABLE "orders" DROP COLUMN "terms";
  ALTER TABLE "deliveries" DROP COLUMN "sealed_texts";
  ALTER TABLE "returns" DROP COLUMN "sealed_texts";
  ALTER TABLE "invoices" DROP COLUMN "sealed_texts";
  ALTER TABLE "company" DROP COLUMN "name_en";
  ALTER TABLE "company" DROP COLUMN "address_en";
  ALTER TABLE "company" DROP COLUMN "logo_id";
  ALTER TABLE "company" DROP COLUMN "texts_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_foot_en";
  ALTER TABLE "company" DROP COLUMN "texts_subject_zh";
  ALTER TABLE "company" DROP COLUMN "texts_subject_en";
  ALTER TABLE "company" DROP COLUMN "texts_quotation_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_quotation_mail_en";
  ALTER TABLE "company" DROP COLUMN "texts_confirmation_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_confirmation_mail_en";
  ALTER TABLE "company" DROP COLUMN "texts_delivery_zh";
  ALTER TABLE "company" DROP COLUMN "texts_delivery_en";
  ALTER TABLE "company" DROP COLUMN "texts_delivery_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_delivery_mail_en";
  ALTER TABLE "company" DROP COLUMN "texts_returned_zh";
  ALTER TABLE "company" DROP COLUMN "texts_returned_en";
  ALTER TABLE "company" DROP COLUMN "texts_returned_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_returned_mail_en";
  ALTER TABLE "company" DROP COLUMN "texts_invoice_zh";
  ALTER TABLE "company" DROP COLUMN "texts_invoice_en";
  ALTER TABLE "company" DROP COLUMN "texts_invoice_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_invoice_mail_en";
  ALTER TABLE "company" DROP COLUMN "texts_credit_note_zh";
  ALTER TABLE "company" DROP COLUMN "texts_credit_note_en";
  ALTER TABLE "company" DROP COLUMN "texts_credit_note_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_credit_note_mail_en";
  ALTER TABLE "company" DROP COLUMN "texts_statement_zh";
  ALTER TABLE "company" DROP COLUMN "texts_statement_en";
  ALTER TABLE "company" DROP COLUMN "texts_statement_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_statement_mail_en";
  ALTER TABLE "company" DROP COLUMN "texts_notice_zh";
  ALTER TABLE "company" DROP COLUMN "texts_notice_en";
  ALTER TABLE "company" DROP COLUMN "texts_notice_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_notice_mail_en";
  ALTER TABLE "company" DROP COLUMN "texts_approval_zh";
  ALTER TABLE "company" DROP COLUMN "texts_approval_en";
  ALTER TABLE "company" DROP COLUMN "texts_approval_mail_zh";
  ALTER TABLE "company" DROP COLUMN "texts_approval_mail_en";`)
}
