import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_house_changes_status" AS ENUM('proposed', 'confirmed', 'effective', 'rejected', 'cancelled');
  CREATE TYPE "public"."enum_house_changes_kind" AS ENUM('settings', 'rights');
  CREATE TYPE "public"."enum_house_changes_area" AS ENUM('pricing-settings', 'credit-settings', 'order-settings', 'control-settings');
  CREATE TABLE "house_changes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_house_changes_status" DEFAULT 'proposed' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"kind" "enum_house_changes_kind" DEFAULT 'settings' NOT NULL,
  	"person_id" integer,
  	"area" "enum_house_changes_area",
  	"subject" varchar,
  	"values" jsonb,
  	"changes" jsonb,
  	"effective_from" timestamp(3) with time zone,
  	"reason" varchar NOT NULL,
  	"answer" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "house_changes_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  CREATE TABLE "control_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"cost_tolerance" numeric(18, 4) DEFAULT 20,
  	"below_minimum_tries" numeric(18, 0) DEFAULT 5 NOT NULL,
  	"refused_steps" numeric(18, 0) DEFAULT 30 NOT NULL,
  	"exports_a_day" numeric DEFAULT 50 NOT NULL,
  	"failed_logins" numeric(18, 0) DEFAULT 10 NOT NULL,
  	"night_from" numeric(18, 0) DEFAULT 22 NOT NULL,
  	"night_to" numeric(18, 0) DEFAULT 6 NOT NULL,
  	"large_release" numeric(18, 2) DEFAULT 100000,
  	"version" numeric(18, 0) DEFAULT 1,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "house_changes" ADD CONSTRAINT "house_changes_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "house_changes" ADD CONSTRAINT "house_changes_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "house_changes" ADD CONSTRAINT "house_changes_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "house_changes_rels" ADD CONSTRAINT "house_changes_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."house_changes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "house_changes_rels" ADD CONSTRAINT "house_changes_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "house_changes_rels" ADD CONSTRAINT "house_changes_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "house_changes_no_idx" ON "house_changes" USING btree ("no");
  CREATE INDEX "house_changes_date_idx" ON "house_changes" USING btree ("date");
  CREATE INDEX "house_changes_status_idx" ON "house_changes" USING btree ("status");
  CREATE INDEX "house_changes_prepared_by_idx" ON "house_changes" USING btree ("prepared_by_id");
  CREATE INDEX "house_changes_approved_by_idx" ON "house_changes" USING btree ("approved_by_id");
  CREATE INDEX "house_changes_person_idx" ON "house_changes" USING btree ("person_id");
  CREATE INDEX "house_changes_area_idx" ON "house_changes" USING btree ("area");
  CREATE INDEX "house_changes_effective_from_idx" ON "house_changes" USING btree ("effective_from");
  CREATE INDEX "house_changes_updated_at_idx" ON "house_changes" USING btree ("updated_at");
  CREATE INDEX "house_changes_created_at_idx" ON "house_changes" USING btree ("created_at");
  CREATE INDEX "house_changes_rels_order_idx" ON "house_changes_rels" USING btree ("order");
  CREATE INDEX "house_changes_rels_parent_idx" ON "house_changes_rels" USING btree ("parent_id");
  CREATE INDEX "house_changes_rels_path_idx" ON "house_changes_rels" USING btree ("path");
  CREATE INDEX "house_changes_rels_drawings_id_idx" ON "house_changes_rels" USING btree ("drawings_id");
  CREATE INDEX "house_changes_rels_pictures_id_idx" ON "house_changes_rels" USING btree ("pictures_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "house_changes" CASCADE;
  DROP TABLE "house_changes_rels" CASCADE;
  DROP TABLE "control_settings" CASCADE;
  DROP TYPE "public"."enum_house_changes_status";
  DROP TYPE "public"."enum_house_changes_kind";
  DROP TYPE "public"."enum_house_changes_area";`)
}
