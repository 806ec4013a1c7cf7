import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What is counted for all servers together: log-ins, requests. Nothing of it need outlive a crash. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create unlogged table tries (key text primary key, points integer not null default 0, expire bigint)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table tries`)
}
