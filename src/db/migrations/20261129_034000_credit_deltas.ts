import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What was booked on a credit object while somebody else held its balance: added to the balance by whoever holds it next, so that nobody
 * waits for a figure that is not asked for.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table credit_deltas (
    id bigserial primary key,
    object_kind text not null,
    object_id int not null,
    orders numeric(18,2) not null,
    deliveries numeric(18,2) not null,
    unaudited_invoices numeric(18,2) not null,
    receivable numeric(18,2) not null)`)
  await db.execute(sql`create index credit_deltas_object_idx on credit_deltas (object_kind, object_id)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`update credit_balances b set orders = b.orders + d.orders, deliveries = b.deliveries + d.deliveries,
      unaudited_invoices = b.unaudited_invoices + d.unaudited_invoices, receivable = b.receivable + d.receivable
    from (select object_kind, object_id, sum(orders) as orders, sum(deliveries) as deliveries, sum(unaudited_invoices) as unaudited_invoices,
            sum(receivable) as receivable from credit_deltas group by 1, 2) d
    where d.object_kind = b.object_kind and d.object_id = b.object_id`)
  await db.execute(sql`drop table credit_deltas`)
}
