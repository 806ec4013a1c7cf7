import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Credit notes name invoice lines; entries of receivables are read by day for ageing as of any past date. */
const statements: readonly string[] = [
  `alter table invoices_lines add constraint invoices_lines_invoice_line_fk foreign key (invoice_line) references invoices_lines(id)
     on delete no action deferrable initially deferred`,
  `create index invoices_lines_invoice_line_idx on invoices_lines (invoice_line) where invoice_line is not null`,
  `create index invoices_lines_return_line_idx on invoices_lines (return_line) where return_line is not null`,
  `create index receivable_entries_customer_day on receivable_entries (customer_id, business_date) include (document_slug, document_id, amount)`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`drop index receivable_entries_customer_day, invoices_lines_return_line_idx, invoices_lines_invoice_line_idx;
      alter table invoices_lines drop constraint invoices_lines_invoice_line_fk`),
  )
}
