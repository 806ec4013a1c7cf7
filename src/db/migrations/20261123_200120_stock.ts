import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

const lineReferences: ReadonlyArray<{ table: string; column: string; target: string }> = [
  { table: 'returns_lines', column: 'delivery_line', target: 'deliveries_lines' },
  { table: 'returns_lines', column: 'order_line', target: 'orders_lines' },
]

/** What is expected, kind by kind, beside what is there; and the last guards of frozen goods. */
const statements: readonly string[] = [
  `alter table stock_totals add column expected_transfers numeric(18,4) not null default 0,
     add column expected_inspection numeric(18,4) not null default 0`,
  `alter table stock_balances add constraint stock_balances_frozen_not_negative check (frozen >= 0),
     add constraint stock_balances_expected_not_negative check (expected_in >= 0)`,
  `alter table line_progress add constraint line_progress_returned_within_delivered
     check (line_slug <> 'orders' or returned + replaced <= delivered)`,
  `create index stock_entries_open on stock_entries (item_id, due_date) include (warehouse_id, batch_no, account, qty)
     where account not in ('onHand', 'frozen')`,
  // what a line posted before is looked for with every entry appended
  `create index stock_entries_line on stock_entries (source_slug, source_id, source_line)`,
  `create index stock_entries_batch on stock_entries (batch_no) where batch_no <> ''`,
  `create index stock_entries_corrected on stock_entries (source_line) where source_slug = 'cost-corrections'`,
  ...lineReferences.map(
    ({ table, column, target }) =>
      `alter table ${table} add constraint ${table}_${column}_fk foreign key (${column}) references ${target}(id) on delete no action deferrable initially deferred;
       create index ${table}_${column}_idx on ${table} (${column});`,
  ),
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`${lineReferences.map(({ table, column }) => `alter table ${table} drop constraint ${table}_${column}_fk; drop index ${table}_${column}_idx;`).join('\n')}
      alter table line_progress drop constraint line_progress_returned_within_delivered;
      drop index stock_entries_open, stock_entries_batch, stock_entries_line, stock_entries_corrected;
      alter table stock_balances drop constraint stock_balances_expected_not_negative, drop constraint stock_balances_frozen_not_negative;
      alter table stock_totals drop column expected_transfers, drop column expected_inspection`),
  )
}
