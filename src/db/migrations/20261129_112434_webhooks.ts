import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_webhooks_kind" AS ENUM('webhook', 'wecom', 'dingtalk', 'feishu');
  CREATE TYPE "public"."enum_webhooks_language" AS ENUM('zh', 'en');
  ALTER TYPE "public"."enum_house_changes_area" ADD VALUE 'security-settings';
  CREATE TABLE "webhooks" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_webhooks_kind" DEFAULT 'webhook' NOT NULL,
  	"address" varchar NOT NULL,
  	"secret" varchar,
  	"department_id" integer,
  	"language" "enum_webhooks_language" DEFAULT 'zh',
  	"active" boolean DEFAULT true,
  	"awaits" boolean DEFAULT false,
  	"version" numeric(18, 0) DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "webhooks_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "webhooks_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  ALTER TABLE "users" ADD COLUMN "notice_choices" jsonb;
  ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "webhooks_texts" ADD CONSTRAINT "webhooks_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "webhooks_rels" ADD CONSTRAINT "webhooks_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "webhooks_rels" ADD CONSTRAINT "webhooks_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "webhooks_name_idx" ON "webhooks" USING btree ("name");
  CREATE INDEX "webhooks_department_idx" ON "webhooks" USING btree ("department_id");
  CREATE INDEX "webhooks_updated_at_idx" ON "webhooks" USING btree ("updated_at");
  CREATE INDEX "webhooks_created_at_idx" ON "webhooks" USING btree ("created_at");
  CREATE INDEX "webhooks_texts_order_parent" ON "webhooks_texts" USING btree ("order","parent_id");
  CREATE INDEX "webhooks_rels_order_idx" ON "webhooks_rels" USING btree ("order");
  CREATE INDEX "webhooks_rels_parent_idx" ON "webhooks_rels" USING btree ("parent_id");
  CREATE INDEX "webhooks_rels_path_idx" ON "webhooks_rels" USING btree ("path");
  CREATE INDEX "webhooks_rels_users_id_idx" ON "webhooks_rels" USING btree ("users_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "webhooks" CASCADE;
  DROP TABLE "webhooks_texts" CASCADE;
  DROP TABLE "webhooks_rels" CASCADE;
  ALTER TABLE "house_changes" ALTER COLUMN "area" SET DATA TYPE text;
  DROP TYPE "public"."enum_house_changes_area";
  CREATE TYPE "public"."enum_house_changes_area" AS ENUM('pricing-settings', 'credit-settings', 'order-settings', 'control-settings');
  ALTER TABLE "house_changes" ALTER COLUMN "area" SET DATA TYPE "public"."enum_house_changes_area" USING "area"::"public"."enum_house_changes_area";
  ALTER TABLE "users" DROP COLUMN "notice_choices";
  DROP TYPE "public"."enum_webhooks_kind";
  DROP TYPE "public"."enum_webhooks_language";`)
}
