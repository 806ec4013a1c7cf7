import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_security_settings_second_factor_roles" AS ENUM('sales', 'salesManager', 'pmc', 'rd', 'engineering', 'warehouse', 'finance', 'generalManager', 'auditor', 'admin');
  CREATE TABLE "security_settings_second_factor_roles" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_security_settings_second_factor_roles",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "security_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"session_idle_minutes" numeric(18, 0) DEFAULT 480 NOT NULL,
  	"session_most_hours" numeric(18, 0) DEFAULT 168 NOT NULL,
  	"key_most_days" numeric(18, 0) DEFAULT 365 NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "security_settings_second_factor_roles" ADD CONSTRAINT "security_settings_second_factor_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."security_settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "security_settings_second_factor_roles_order_idx" ON "security_settings_second_factor_roles" USING btree ("order");
  CREATE INDEX "security_settings_second_factor_roles_parent_idx" ON "security_settings_second_factor_roles" USING btree ("parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "security_settings_second_factor_roles" CASCADE;
  DROP TABLE "security_settings" CASCADE;
  DROP TYPE "public"."enum_security_settings_second_factor_roles";`)
}
