import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** How far each subscriber outside has been told, what became of every call, and notices that wait for somebody's digest. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table call_cursors (webhook_id integer primary key, seq integer not null, since timestamptz not null)`)
  await db.execute(sql`
    create table calls (
      id bigint generated always as identity primary key,
      webhook_id integer not null, audit_id integer not null, subject text not null, event text not null, body jsonb not null,
      status text not null default 'queued' check (status in ('queued', 'sent', 'failed', 'stopped')),
      attempts integer not null default 0, next_at timestamptz not null default now(), answer text,
      created_at timestamptz not null default now(), sent_at timestamptz, unique (webhook_id, audit_id))`)
  await db.execute(sql`create index calls_waiting on calls (webhook_id, subject, id) where status = 'queued'`)
  await db.execute(sql`create index calls_log on calls (webhook_id, id desc)`)
  await db.execute(sql`
    create table held_notices (
      id bigint generated always as identity primary key,
      user_id integer not null references users (id) on delete cascade, rhythm text not null check (rhythm in ('daily', 'weekly')),
      kind text not null, title text not null, text text not null, related_slug text not null, related_id integer not null,
      at timestamptz not null default now())`)
  await db.execute(sql`create index held_notices_due on held_notices (rhythm, user_id, id)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table held_notices`)
  await db.execute(sql`drop table calls`)
  await db.execute(sql`drop table call_cursors`)
}
