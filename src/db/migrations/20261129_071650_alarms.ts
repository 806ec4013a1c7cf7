import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_alarms_status" AS ENUM('open', 'acknowledged');
  CREATE TYPE "public"."enum_alarms_kind" AS ENUM('belowMinimum', 'refusals', 'exports', 'failedLogins', 'newPlace', 'nightWork', 'rights', 'largeRelease');
  CREATE TABLE "alarms" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"no" varchar,
  	"date" date NOT NULL,
  	"status" "enum_alarms_status" DEFAULT 'open' NOT NULL,
  	"version" numeric(18, 0) DEFAULT 1,
  	"prepared_by_id" integer,
  	"approved_by_id" integer,
  	"approved_at" timestamp(3) with time zone,
  	"told" jsonb,
  	"kind" "enum_alarms_kind" NOT NULL,
  	"day" date,
  	"person_id" integer,
  	"subject" varchar,
  	"count" numeric(18, 0),
  	"threshold" numeric(18, 0),
  	"detail" varchar,
  	"key" varchar,
  	"remark" varchar,
  	"checks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "alarms_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"drawings_id" integer,
  	"pictures_id" integer
  );
  
  ALTER TABLE "alarms" ADD CONSTRAINT "alarms_prepared_by_id_users_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "alarms" ADD CONSTRAINT "alarms_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "alarms" ADD CONSTRAINT "alarms_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "alarms_rels" ADD CONSTRAINT "alarms_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."alarms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "alarms_rels" ADD CONSTRAINT "alarms_rels_drawings_fk" FOREIGN KEY ("drawings_id") REFERENCES "public"."drawings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "alarms_rels" ADD CONSTRAINT "alarms_rels_pictures_fk" FOREIGN KEY ("pictures_id") REFERENCES "public"."pictures"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "alarms_no_idx" ON "alarms" USING btree ("no");
  CREATE INDEX "alarms_date_idx" ON "alarms" USING btree ("date");
  CREATE INDEX "alarms_status_idx" ON "alarms" USING btree ("status");
  CREATE INDEX "alarms_prepared_by_idx" ON "alarms" USING btree ("prepared_by_id");
  CREATE INDEX "alarms_approved_by_idx" ON "alarms" USING btree ("approved_by_id");
  CREATE INDEX "alarms_kind_idx" ON "alarms" USING btree ("kind");
  CREATE INDEX "alarms_day_idx" ON "alarms" USING btree ("day");
  CREATE INDEX "alarms_person_idx" ON "alarms" USING btree ("person_id");
  CREATE UNIQUE INDEX "alarms_key_idx" ON "alarms" USING btree ("key");
  CREATE INDEX "alarms_updated_at_idx" ON "alarms" USING btree ("updated_at");
  CREATE INDEX "alarms_created_at_idx" ON "alarms" USING btree ("created_at");
  CREATE INDEX "alarms_rels_order_idx" ON "alarms_rels" USING btree ("order");
  CREATE INDEX "alarms_rels_parent_idx" ON "alarms_rels" USING btree ("parent_id");
  CREATE INDEX "alarms_rels_path_idx" ON "alarms_rels" USING btree ("path");
  CREATE INDEX "alarms_rels_drawings_id_idx" ON "alarms_rels" USING btree ("drawings_id");
  CREATE INDEX "alarms_rels_pictures_id_idx" ON "alarms_rels" USING btree ("pictures_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "alarms" CASCADE;
  DROP TABLE "alarms_rels" CASCADE;
  DROP TYPE "public"."enum_alarms_status";
  DROP TYPE "public"."enum_alarms_kind";`)
}
