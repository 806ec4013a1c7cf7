import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The chain over the audit log: each line's hash, with that of the line before in it. Only appended to, as the log itself. Lines are
 * chained in the order in which they are found, soon after they were committed, so that nobody who saves waits for anybody else.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table audit_chain (seq integer primary key check (seq > 0), audit_id integer not null unique, hash text not null)`)
  await db.execute(
    sql`create trigger audit_chain_append_only before update or delete on audit_chain for each row execute function refuse_rewriting_history()`,
  )
  await db.execute(
    sql`create trigger audit_chain_no_truncate before truncate on audit_chain for each statement execute function refuse_rewriting_history()`,
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table audit_chain`)
}
