import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "document_notes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"slug" varchar NOT NULL,
  	"document_id" numeric(18, 0) NOT NULL,
  	"no" varchar,
  	"text" varchar NOT NULL,
  	"by_id" integer NOT NULL,
  	"due" date,
  	"assignee_id" integer,
  	"done_at" timestamp(3) with time zone,
  	"done_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "document_notes_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  ALTER TABLE "document_notes" ADD CONSTRAINT "document_notes_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_notes" ADD CONSTRAINT "document_notes_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_notes" ADD CONSTRAINT "document_notes_done_by_id_users_id_fk" FOREIGN KEY ("done_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_notes_rels" ADD CONSTRAINT "document_notes_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."document_notes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "document_notes_rels" ADD CONSTRAINT "document_notes_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "document_notes_slug_idx" ON "document_notes" USING btree ("slug");
  CREATE INDEX "document_notes_document_id_idx" ON "document_notes" USING btree ("document_id");
  CREATE INDEX "document_notes_by_idx" ON "document_notes" USING btree ("by_id");
  CREATE INDEX "document_notes_due_idx" ON "document_notes" USING btree ("due");
  CREATE INDEX "document_notes_assignee_idx" ON "document_notes" USING btree ("assignee_id");
  CREATE INDEX "document_notes_done_by_idx" ON "document_notes" USING btree ("done_by_id");
  CREATE INDEX "document_notes_updated_at_idx" ON "document_notes" USING btree ("updated_at");
  CREATE INDEX "document_notes_created_at_idx" ON "document_notes" USING btree ("created_at");
  CREATE INDEX "document_notes_rels_order_idx" ON "document_notes_rels" USING btree ("order");
  CREATE INDEX "document_notes_rels_parent_idx" ON "document_notes_rels" USING btree ("parent_id");
  CREATE INDEX "document_notes_rels_path_idx" ON "document_notes_rels" USING btree ("path");
  CREATE INDEX "document_notes_rels_users_id_idx" ON "document_notes_rels" USING btree ("users_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "document_notes" CASCADE;
  DROP TABLE "document_notes_rels" CASCADE;`)
}
