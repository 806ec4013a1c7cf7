import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The log is asked for one record, one person, one kind of act, the newest first: each by its index, however long the log is. */
const indexes = [
  ['audit_log_record_idx', '(slug, document_id, id desc)'],
  ['audit_log_person_at_idx', '(user_id, at desc)'],
  ['audit_log_verb_at_idx', '(verb, at desc)'],
  ['audit_log_kind_at_idx', '(slug, at desc)'],
] as const

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const [name, columns] of indexes) await db.execute(sql.raw(`create index ${name} on audit_log ${columns}`))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const [name] of indexes) await db.execute(sql.raw(`drop index ${name}`))
}
