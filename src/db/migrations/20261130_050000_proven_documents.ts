import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Documents as they were when they were proven, so that a proof need look at those only that changed since. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table proven_documents (
    slug text not null,
    document_id int not null,
    seal bigint not null,
    ground text not null,
    primary key (slug, document_id))`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table proven_documents`)
}
