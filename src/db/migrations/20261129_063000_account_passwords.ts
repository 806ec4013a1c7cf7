import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The passwords a person had, as hashes, and the links by which one is set; both go with the person. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table account_passwords (
      id bigint generated always as identity primary key,
      user_id integer not null references users (id) on delete cascade,
      salt text, hash text not null, created_at timestamptz not null default now())`)
  await db.execute(sql`create index account_passwords_user on account_passwords (user_id, id desc)`)
  await db.execute(sql`
    create table account_links (
      id uuid primary key,
      user_id integer not null references users (id) on delete cascade,
      purpose text not null check (purpose in ('reset', 'invite')),
      token_hash text not null unique,
      created_at timestamptz not null default now(), expires_at timestamptz not null, used_at timestamptz)`)
  await db.execute(sql`create index account_links_user on account_links (user_id, created_at)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table account_links`)
  await db.execute(sql`drop table account_passwords`)
}
