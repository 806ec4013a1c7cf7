import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** One open change per order and one row per revision, whatever happens at the same moment; lists of orders by facet, newest first. */
const statements: readonly string[] = [
  `create unique index order_changes_one_open on order_changes (order_id) where status in ('draft', 'inReview', 'approved')`,
  `create unique index order_revisions_once on order_revisions (order_id, revision)`,
  `create index orders_status_newest on orders (status, id desc)`,
  `create index orders_delivery_newest on orders (delivery_status, id desc)`,
  `create index orders_billing_newest on orders (billing_status, id desc)`,
  `create index orders_payment_newest on orders (payment_status, id desc)`,
  `create index orders_salesperson_newest on orders (salesperson_id, id desc)`,
  `create index order_reviews_waiting on order_reviews (department, due_at) where status = 'open'`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(
      `drop index order_changes_one_open, order_revisions_once, orders_status_newest, orders_delivery_newest, orders_billing_newest,
         orders_payment_newest, orders_salesperson_newest, order_reviews_waiting`,
    ),
  )
}
