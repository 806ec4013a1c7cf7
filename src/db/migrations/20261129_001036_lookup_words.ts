import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What records are found by when somebody types: every word of a record as a lexeme of its kind (`items|gzk`). Beginnings of words are read
 * from the index itself, so Chinese, pinyin and codes need no extension and no locale of the server. Codes stand apart, in the order of
 * their signs, since the exact code and codes that begin alike come first.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table lookup_words (
    kind text not null,
    record_id integer not null,
    code text collate "C" not null,
    words tsvector not null,
    primary key (kind, record_id))`)
  await db.execute(sql`create index lookup_words_code on lookup_words (kind, code)`)
  await db.execute(sql`create index lookup_words_words on lookup_words using gin (words)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table lookup_words`)
}
