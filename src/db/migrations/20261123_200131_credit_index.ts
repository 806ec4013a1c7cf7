import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * The oldest open invoice of a customer is the first row of an index, however many are open and however many fall due on one day.
 */
const statements: readonly string[] = [
  `create index receivable_balances_first_due on receivable_balances (customer_id, due_date, document_id) where document_slug = 'invoices' and open_amount > 0`,
  `create index receivable_balances_first_written on receivable_balances (customer_id, business_date, document_id) where document_slug = 'invoices' and open_amount > 0`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop index receivable_balances_first_due, receivable_balances_first_written'))
}
