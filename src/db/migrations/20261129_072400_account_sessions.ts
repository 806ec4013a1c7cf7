import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What is known of sessions, second factors with their recovery codes, and keys of programs. Secrets are sealed or hashed; all go with the person. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table account_sessions (
      sid text primary key,
      user_id integer not null references users (id) on delete cascade,
      address text not null, device text not null, way text not null, with_factor boolean not null,
      opened_at timestamptz not null default now(), last_used_at timestamptz not null default now())`)
  await db.execute(sql`create index account_sessions_user on account_sessions (user_id)`)
  await db.execute(sql`
    create table account_factors (
      user_id integer primary key references users (id) on delete cascade,
      secret text not null, last_step bigint, fresh_until timestamptz,
      created_at timestamptz not null default now(), confirmed_at timestamptz)`)
  await db.execute(sql`
    create table account_codes (
      user_id integer not null references users (id) on delete cascade,
      hash text not null, used_at timestamptz, primary key (user_id, hash))`)
  await db.execute(sql`
    create table account_keys (
      id bigint generated always as identity primary key,
      user_id integer not null references users (id) on delete cascade,
      name text not null, prefix text not null, hash text not null unique,
      read_only boolean not null, doors jsonb,
      created_at timestamptz not null default now(), expires_at timestamptz not null, last_used_at timestamptz, ended_at timestamptz)`)
  await db.execute(sql`create index account_keys_user on account_keys (user_id)`)
  // keys of the platform's own kind are kept readable and open everything: they end, and are made anew
  await db.execute(sql`update users set enable_a_p_i_key = false, api_key = null, api_key_index = null where api_key is not null`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table account_keys`)
  await db.execute(sql`drop table account_codes`)
  await db.execute(sql`drop table account_factors`)
  await db.execute(sql`drop table account_sessions`)
}
