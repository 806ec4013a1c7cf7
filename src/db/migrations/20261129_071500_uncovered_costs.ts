import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Goods whose cost came later than they went. `stock_cost_marks`: from which entry on the costs of an item follow from its whole history.
 * `stock_uncovered`: per line and key what went out and was not there, or came in without a cost: whether a cost was looked for then, the one
 * that was known, how much is still open, and whether its cost is unknown.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table stock_cost_marks (item_id int primary key references items(id), since bigint not null, per_warehouse boolean not null)`)
  await db.execute(sql`create table stock_uncovered (
    item_id int not null references items(id),
    source_slug text not null,
    source_id int not null,
    source_line text not null,
    warehouse_id int not null,
    batch_no text not null,
    looked boolean not null,
    cost numeric(18,6),
    open numeric(18,4) not null,
    unknown boolean not null,
    primary key (source_line, warehouse_id, batch_no))`)
  await db.execute(sql`create index stock_uncovered_unknown on stock_uncovered (item_id) where unknown`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table stock_uncovered`)
  await db.execute(sql`drop table stock_cost_marks`)
}
