import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_report_views_roles" AS ENUM('sales', 'salesManager', 'pmc', 'rd', 'engineering', 'warehouse', 'finance', 'generalManager', 'auditor', 'admin');
  CREATE TYPE "public"."enum_report_views_mail" AS ENUM('none', 'daily', 'weekly', 'monthly');
  CREATE TABLE "sales_targets" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"salesperson_id" integer NOT NULL,
  	"month" date NOT NULL,
  	"department_id" integer,
  	"orders" numeric(18, 2),
  	"invoiced" numeric(18, 2),
  	"collected" numeric(18, 2),
  	"margin" numeric(18, 2),
  	"remark" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "report_views_roles" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_report_views_roles",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "report_views" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"report" varchar NOT NULL,
  	"question" varchar,
  	"owner_id" integer,
  	"mail" "enum_report_views_mail" DEFAULT 'none',
  	"shared" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "report_views_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  ALTER TABLE "sales_targets" ADD CONSTRAINT "sales_targets_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sales_targets" ADD CONSTRAINT "sales_targets_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "report_views_roles" ADD CONSTRAINT "report_views_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."report_views"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "report_views" ADD CONSTRAINT "report_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "report_views_rels" ADD CONSTRAINT "report_views_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."report_views"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "report_views_rels" ADD CONSTRAINT "report_views_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "sales_targets_salesperson_idx" ON "sales_targets" USING btree ("salesperson_id");
  CREATE INDEX "sales_targets_month_idx" ON "sales_targets" USING btree ("month");
  CREATE INDEX "sales_targets_department_idx" ON "sales_targets" USING btree ("department_id");
  CREATE INDEX "sales_targets_updated_at_idx" ON "sales_targets" USING btree ("updated_at");
  CREATE INDEX "sales_targets_created_at_idx" ON "sales_targets" USING btree ("created_at");
  CREATE UNIQUE INDEX "salesperson_month_idx" ON "sales_targets" USING btree ("salesperson_id","month");
  CREATE INDEX "report_views_roles_order_idx" ON "report_views_roles" USING btree ("order");
  CREATE INDEX "report_views_roles_parent_idx" ON "report_views_roles" USING btree ("parent_id");
  CREATE INDEX "report_views_name_idx" ON "report_views" USING btree ("name");
  CREATE INDEX "report_views_report_idx" ON "report_views" USING btree ("report");
  CREATE INDEX "report_views_owner_idx" ON "report_views" USING btree ("owner_id");
  CREATE INDEX "report_views_mail_idx" ON "report_views" USING btree ("mail");
  CREATE INDEX "report_views_shared_idx" ON "report_views" USING btree ("shared");
  CREATE INDEX "report_views_updated_at_idx" ON "report_views" USING btree ("updated_at");
  CREATE INDEX "report_views_created_at_idx" ON "report_views" USING btree ("created_at");
  CREATE INDEX "report_views_rels_order_idx" ON "report_views_rels" USING btree ("order");
  CREATE INDEX "report_views_rels_parent_idx" ON "report_views_rels" USING btree ("parent_id");
  CREATE INDEX "report_views_rels_path_idx" ON "report_views_rels" USING btree ("path");
  CREATE INDEX "report_views_rels_users_id_idx" ON "report_views_rels" USING btree ("users_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "sales_targets" CASCADE;
  DROP TABLE "report_views_roles" CASCADE;
  DROP TABLE "report_views" CASCADE;
  DROP TABLE "report_views_rels" CASCADE;
  DROP TYPE "public"."enum_report_views_roles";
  DROP TYPE "public"."enum_report_views_mail";`)
}
