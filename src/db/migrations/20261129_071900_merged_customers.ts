import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Which documents were made for a customer that is part of another one now: what they printed they print again. Two customers that become one
 * at the same moment wait for each other by the rows of both.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table merged_documents (
    slug text not null,
    document_id integer not null,
    customer_id integer not null references customers (id),
    merged_at timestamptz not null default now(),
    primary key (slug, document_id))`)
  await db.execute(sql`create index merged_documents_customer on merged_documents (customer_id)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table merged_documents`)
}
