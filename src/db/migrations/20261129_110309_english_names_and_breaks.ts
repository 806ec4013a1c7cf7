import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "quote_templates_lines_breaks" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"qty" numeric(18, 4) NOT NULL
  );
  
  ALTER TABLE "quotes_lines_breaks" ALTER COLUMN "price" DROP NOT NULL;
  ALTER TABLE "customer_categories" ADD COLUMN "name_en" varchar;
  ALTER TABLE "items" ADD COLUMN "name_en" varchar;
  ALTER TABLE "item_categories" ADD COLUMN "name_en" varchar;
  ALTER TABLE "warehouses" ADD COLUMN "name_en" varchar;
  ALTER TABLE "payment_terms" ADD COLUMN "name_en" varchar;
  ALTER TABLE "company" ADD COLUMN "texts_quotation_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_quotation_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_quotation_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_quotation_foot_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_confirmation_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_confirmation_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_confirmation_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_confirmation_foot_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_delivery_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_delivery_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_delivery_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_delivery_foot_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_returned_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_returned_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_returned_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_returned_foot_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_invoice_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_invoice_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_invoice_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_invoice_foot_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_credit_note_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_credit_note_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_credit_note_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_credit_note_foot_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_statement_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_statement_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_statement_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_statement_foot_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_notice_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_notice_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_notice_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_notice_foot_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_approval_head_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_approval_head_en" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_approval_foot_zh" jsonb;
  ALTER TABLE "company" ADD COLUMN "texts_approval_foot_en" jsonb;
  ALTER TABLE "quote_templates_lines_breaks" ADD CONSTRAINT "quote_templates_lines_breaks_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."quote_templates_lines"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "quote_templates_lines_breaks_row_order_idx" ON "quote_templates_lines_breaks" USING btree ("_order");
  CREATE INDEX "quote_templates_lines_breaks_parent_id_idx" ON "quote_templates_lines_breaks" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "quote_templates_lines_breaks" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "quote_templates_lines_breaks" CASCADE;
  ALTER TABLE "quotes_lines_breaks" ALTER COLUMN "price" SET NOT NULL;
  ALTER TABLE "customer_categories" DROP COLUMN "name_en";
  ALTER TABLE "items" DROP COLUMN "name_en";
  ALTER TABLE "item_categories" DROP COLUMN "name_en";
  ALTER TABLE "warehouses" DROP COLUMN "name_en";
  ALTER TABLE "payment_terms" DROP COLUMN "name_en";
  ALTER TABLE "company" DROP COLUMN "texts_quotation_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_quotation_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_quotation_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_quotation_foot_en";
  ALTER TABLE "company" DROP COLUMN "texts_confirmation_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_confirmation_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_confirmation_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_confirmation_foot_en";
  ALTER TABLE "company" DROP COLUMN "texts_delivery_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_delivery_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_delivery_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_delivery_foot_en";
  ALTER TABLE "company" DROP COLUMN "texts_returned_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_returned_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_returned_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_returned_foot_en";
  ALTER TABLE "company" DROP COLUMN "texts_invoice_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_invoice_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_invoice_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_invoice_foot_en";
  ALTER TABLE "company" DROP COLUMN "texts_credit_note_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_credit_note_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_credit_note_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_credit_note_foot_en";
  ALTER TABLE "company" DROP COLUMN "texts_statement_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_statement_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_statement_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_statement_foot_en";
  ALTER TABLE "company" DROP COLUMN "texts_notice_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_notice_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_notice_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_notice_foot_en";
  ALTER TABLE "company" DROP COLUMN "texts_approval_head_zh";
  ALTER TABLE "company" DROP COLUMN "texts_approval_head_en";
  ALTER TABLE "company" DROP COLUMN "texts_approval_foot_zh";
  ALTER TABLE "company" DROP COLUMN "texts_approval_foot_en";`)
}
