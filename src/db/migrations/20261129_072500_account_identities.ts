import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Which identities of an outside provider open which accounts. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table account_identities (
      issuer text not null, subject text not null,
      user_id integer not null references users (id) on delete cascade,
      created_at timestamptz not null default now(), primary key (issuer, subject))`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table account_identities`)
}
