import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** One item per sample, rounds without doubles and one open, one work order per order line, and lines that exist. */
const statements: readonly string[] = [
  `create unique index samples_item_once on samples (item_id) where item_id is not null`,
  `create unique index samples_formal_item_once on samples (formal_item_id) where formal_item_id is not null`,
  `create unique index items_sample_once on items (sample_id) where sample_id is not null`,
  `create unique index feedback_rounds_number on feedback_rounds (sample_id, round)`,
  `create unique index feedback_rounds_one_open on feedback_rounds (sample_id) where status = 'awaiting'`,
  `create unique index sample_work_orders_one_per_line on sample_work_orders (order_line) where order_line is not null and status <> 'cancelled'`,
  `alter table sample_work_orders add constraint sample_work_orders_order_line_fk foreign key (order_line) references orders_lines(id) on delete no action deferrable initially deferred`,
  `alter table sample_work_orders add constraint sample_work_orders_completed check (completed >= 0 and completed <= qty and scrapped >= 0)`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`alter table sample_work_orders drop constraint sample_work_orders_completed, drop constraint sample_work_orders_order_line_fk;
      drop index samples_item_once, samples_formal_item_once, items_sample_once, feedback_rounds_number, feedback_rounds_one_open, sample_work_orders_one_per_line`),
  )
}
