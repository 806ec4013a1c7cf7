import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Who works on jobs, and when he was last seen: what a server held that died is given to the others. And what the nightly proof of the
 * books found, the newest of each kind.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table job_workers (
    id text primary key,
    seen_at timestamptz not null)`)
  await db.execute(sql`create table book_proofs (
    kind text not null,
    proven_at timestamptz not null,
    seconds numeric(12,3) not null,
    documents integer not null,
    differences integer not null,
    first jsonb not null,
    primary key (kind, proven_at))`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table book_proofs`)
  await db.execute(sql`drop table job_workers`)
}
