import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_prepared_files_status" AS ENUM('queued', 'running', 'done', 'failed', 'cancelled');
  CREATE TABLE "prepared_files" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"status" "enum_prepared_files_status" DEFAULT 'queued' NOT NULL,
  	"rows_done" numeric(18, 0),
  	"rows" numeric(18, 0),
  	"bytes" numeric(18, 0),
  	"expires_at" timestamp(3) with time zone,
  	"reason" varchar,
  	"report" varchar NOT NULL,
  	"question" varchar,
  	"owner_id" integer NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "prepared_files" ADD CONSTRAINT "prepared_files_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "prepared_files_status_idx" ON "prepared_files" USING btree ("status");
  CREATE INDEX "prepared_files_expires_at_idx" ON "prepared_files" USING btree ("expires_at");
  CREATE INDEX "prepared_files_owner_idx" ON "prepared_files" USING btree ("owner_id");
  CREATE INDEX "prepared_files_updated_at_idx" ON "prepared_files" USING btree ("updated_at");
  CREATE INDEX "prepared_files_created_at_idx" ON "prepared_files" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "prepared_files" CASCADE;
  DROP TYPE "public"."enum_prepared_files_status";`)
}
