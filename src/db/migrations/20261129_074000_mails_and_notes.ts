import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "samples" ADD COLUMN "technical_notes" jsonb;
  ALTER TABLE "feedback_rounds" ADD COLUMN "details" jsonb;
  ALTER TABLE "feedback_rounds" ADD COLUMN "technical_notes" jsonb;
  ALTER TABLE "document_notes" ADD COLUMN "rich" jsonb;
  ALTER TABLE "outbox" ADD COLUMN "cc" varchar;
  ALTER TABLE "outbox" ADD COLUMN "bcc" varchar;
  ALTER TABLE "outbox" ADD COLUMN "sent_by_id" integer;
  ALTER TABLE "outbox" ADD COLUMN "sheet" varchar;
  ALTER TABLE "outbox" ADD CONSTRAINT "outbox_sent_by_id_users_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "outbox_sent_by_idx" ON "outbox" USING btree ("sent_by_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "outbox" DROP CONSTRAINT "outbox_sent_by_id_users_id_fk";
  
  DROP INDEX "outbox_sent_by_idx";
  ALTER TABLE "samples" DROP COLUMN "technical_notes";
  ALTER TABLE "feedback_rounds" DROP COLUMN "details";
  ALTER TABLE "feedback_rounds" DROP COLUMN "technical_notes";
  ALTER TABLE "document_notes" DROP COLUMN "rich";
  ALTER TABLE "outbox" DROP COLUMN "cc";
  ALTER TABLE "outbox" DROP COLUMN "bcc";
  ALTER TABLE "outbox" DROP COLUMN "sent_by_id";
  ALTER TABLE "outbox" DROP COLUMN "sheet";`)
}
