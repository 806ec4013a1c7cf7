import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What a customer has confirmed is written once, as the books are. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql`create trigger order_lists_append_only before update or delete on order_lists for each row execute function refuse_rewriting_history()`,
  )
  await db.execute(
    sql`create trigger order_lists_no_truncate before truncate on order_lists for each statement execute function refuse_rewriting_history()`,
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop trigger order_lists_append_only on order_lists`)
  await db.execute(sql`drop trigger order_lists_no_truncate on order_lists`)
}
