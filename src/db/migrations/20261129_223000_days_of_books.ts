import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * What credit was taken at the end of a month is added up of its index, which says the day for that. Entries of progress come in as days go by: a sketch of their days
 * is enough to pass over years of them.
 */
const object = (more: string): string =>
  `create index credit_entries_object on credit_entries (object_kind, object_id) include (bucket, amount${more})`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of [
    'drop index credit_entries_object',
    object(', business_date'),
    'create index progress_entries_days on progress_entries using brin (business_date, at)',
  ])
    await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const statement of ['drop index progress_entries_days', 'drop index credit_entries_object', object('')])
    await db.execute(sql.raw(statement))
}
