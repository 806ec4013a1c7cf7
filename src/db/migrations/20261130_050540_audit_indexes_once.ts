import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "audit_log_slug_idx";
  DROP INDEX "audit_log_document_id_idx";
  DROP INDEX "audit_log_verb_idx";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE INDEX "audit_log_slug_idx" ON "audit_log" USING btree ("slug");
  CREATE INDEX "audit_log_document_id_idx" ON "audit_log" USING btree ("document_id");
  CREATE INDEX "audit_log_verb_idx" ON "audit_log" USING btree ("verb");`)
}
