import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The bytes of prepared files, in parts, so that any server may write and any other send them. They go with their record. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table prepared_file_parts (
    file_id integer not null references prepared_files (id) on delete cascade,
    ord integer not null,
    bytes bytea not null,
    primary key (file_id, ord))`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table prepared_file_parts`)
}
