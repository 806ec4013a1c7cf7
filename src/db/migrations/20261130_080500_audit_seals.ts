import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The seal of a line of the audit log, which only a program of the house can make. Lines of before have none, nor have those of a server of the version before. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`alter table audit_log add column seal text`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table audit_log drop column seal`)
}
