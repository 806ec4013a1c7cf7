import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_quotes_lost_for" AS ENUM('price', 'delivery', 'quality', 'competitor', 'noNeed', 'noAnswer', 'other');
  CREATE TYPE "public"."enum_quote_links_ended" AS ENUM('revoked', 'replaced');
  CREATE TYPE "public"."enum_order_lists_language" AS ENUM('zh', 'en');
  CREATE TABLE "quote_links" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"quote_id" integer NOT NULL,
  	"nonce" varchar NOT NULL,
  	"token_hash" varchar NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"by_id" integer,
  	"ended_at" timestamp(3) with time zone,
  	"ended" "enum_quote_links_ended",
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "order_lists" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"quote_id" integer NOT NULL,
  	"link_id" integer NOT NULL,
  	"order_id" integer NOT NULL,
  	"customer_id" integer NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"remark" varchar,
  	"language" "enum_order_lists_language",
  	"address" varchar,
  	"currency" varchar,
  	"net_total" numeric(18, 2),
  	"tax_total" numeric(18, 2),
  	"gross_total" numeric(18, 2),
  	"lines" jsonb,
  	"salesperson_id" integer,
  	"department_id" integer,
  	"prepared_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "quotes" ADD COLUMN "link_until" timestamp(3) with time zone;
  ALTER TABLE "quotes" ADD COLUMN "lost_for" "enum_quotes_lost_for";
  ALTER TABLE "orders_lines" ADD COLUMN "as_quoted" boolean DEFAULT false;
  ALTER TABLE "orders_lines" ADD COLUMN "quote_break" numeric(18, 4);
  ALTER TABLE "orders" ADD COLUMN "held_back" boolean DEFAULT false;
  ALTER TABLE "quote_links" ADD CONSTRAINT "quote_links_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quote_links" ADD CONSTRAINT "quote_links_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lists" ADD CONSTRAINT "order_lists_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lists" ADD CONSTRAINT "order_lists_link_id_quote_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."quote_links"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lists" ADD CONSTRAINT "order_lists_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lists" ADD CONSTRAINT "order_lists_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lists" ADD CONSTRAINT "order_lists_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lists" ADD CONSTRAINT "order_lists_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lists" ADD CONSTRAINT "order_lists_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "quote_links_quote_idx" ON "quote_links" USING btree ("quote_id");
  CREATE UNIQUE INDEX "quote_links_token_hash_idx" ON "quote_links" USING btree ("token_hash");
  CREATE INDEX "quote_links_by_idx" ON "quote_links" USING btree ("by_id");
  CREATE INDEX "quote_links_updated_at_idx" ON "quote_links" USING btree ("updated_at");
  CREATE INDEX "quote_links_created_at_idx" ON "quote_links" USING btree ("created_at");
  CREATE UNIQUE INDEX "order_lists_no_idx" ON "order_lists" USING btree ("no");
  CREATE INDEX "order_lists_quote_idx" ON "order_lists" USING btree ("quote_id");
  CREATE UNIQUE INDEX "order_lists_link_idx" ON "order_lists" USING btree ("link_id");
  CREATE INDEX "order_lists_order_idx" ON "order_lists" USING btree ("order_id");
  CREATE INDEX "order_lists_customer_idx" ON "order_lists" USING btree ("customer_id");
  CREATE INDEX "order_lists_salesperson_idx" ON "order_lists" USING btree ("salesperson_id");
  CREATE INDEX "order_lists_department_idx" ON "order_lists" USING btree ("department_id");
  CREATE INDEX "order_lists_prepared_by_idx" ON "order_lists" USING btree ("prepared_by_id");
  CREATE INDEX "order_lists_updated_at_idx" ON "order_lists" USING btree ("updated_at");
  CREATE INDEX "order_lists_created_at_idx" ON "order_lists" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "quote_links" CASCADE;
  DROP TABLE "order_lists" CASCADE;
  ALTER TABLE "quotes" DROP COLUMN "link_until";
  ALTER TABLE "quotes" DROP COLUMN "lost_for";
  ALTER TABLE "orders_lines" DROP COLUMN "as_quoted";
  ALTER TABLE "orders_lines" DROP COLUMN "quote_break";
  ALTER TABLE "orders" DROP COLUMN "held_back";
  DROP TYPE "public"."enum_quotes_lost_for";
  DROP TYPE "public"."enum_quote_links_ended";
  DROP TYPE "public"."enum_order_lists_language";`)
}
