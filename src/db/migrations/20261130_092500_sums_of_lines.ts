import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * Reports that ask of single items, of how far orders have come, how lines were priced and what was delivered are added up from narrow rows as well (ADR 63). A
 * delivery that is written says that it is due itself, in the statement that has said so of its orders.
 */
const heads = 'customer_id int, salesperson_id int, prepared_by_id int, department_id int, region text, channel text'
const tables = [
  `create table order_line_sums (order_id int not null, line_id text not null, place int not null, date date, status text not null, ${heads}, rounded boolean not null,
    item_id int, quantity numeric, net numeric, gross numeric, priced boolean not null, manual boolean not null, below boolean not null, policy_net numeric)`,
  'create index order_line_sums_order on order_line_sums (order_id)',
  `create table order_stages (order_id int primary key, gross numeric, freight numeric, qty numeric, lines int not null, delivered_qty numeric, delivered numeric,
    invoiced numeric, short_closed numeric)`,
  `create table invoice_line_sums (invoice_id int not null, date date, sign int not null, ${heads}, rounded boolean not null, item_id int,
    amount numeric, tax numeric, quantity numeric, cost numeric, asked numeric, list numeric, free boolean not null)`,
  'create index invoice_line_sums_invoice on invoice_line_sums (invoice_id)',
  'create index invoice_line_sums_date on invoice_line_sums using brin (date)',
  `create table invoice_bills (invoice_id int primary key, lines int not null, net numeric, tax numeric, gross numeric)`,
  `create table delivery_sums (delivery_id int primary key, date date, ${heads}, net numeric not null)`,
  `create table delivery_line_sums (delivery_id int not null, date date, ${heads}, item_id int, warehouse_id int, quantity numeric, net numeric)`,
  'create index delivery_line_sums_delivery on delivery_line_sums (delivery_id)',
]
const names = ['delivery_line_sums', 'delivery_sums', 'invoice_bills', 'invoice_line_sums', 'order_stages', 'order_line_sums']

/** Which orders goods that are delivered belong to, and with `own` which deliveries. */
const ofDeliveries = 'select distinct x._parent_id from changed c join deliveries_lines l on l._parent_id = c.id join orders_lines x on x.id = l.order_line'
const ofLines = 'select distinct x._parent_id from changed c join orders_lines x on x.id = c.order_line'
const noting = ({ table, orders, own }: { table: string; orders: string; own?: string }): string =>
  `create or replace function note_sums_of_${table}() returns trigger language plpgsql as $note$ begin
    insert into sums_due (slug, document_id) select 'orders', due.id from (${orders}) due(id)${own ? ` union all select 'deliveries', own.id from (${own}) own(id)` : ''}
    on conflict do nothing; return null; end $note$`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of tables) await db.execute(sql.raw(statement))
  for (const one of [
    { table: 'deliveries', orders: ofDeliveries, own: 'select id from changed' },
    { table: 'deliveries_lines', orders: ofLines, own: 'select distinct _parent_id from changed' },
  ])
    await db.execute(sql.raw(noting(one)))
  await db.execute(
    sql.raw(`create trigger deliveries_sums_delete after delete on deliveries referencing old table as changed
      for each statement execute function note_sums_of_deliveries()`),
  )
  for (const slug of ['orders', 'invoices', 'deliveries'])
    await db.execute(sql.raw(`insert into sums_due (slug, document_id) select '${slug}', id from ${slug} on conflict do nothing`))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop trigger deliveries_sums_delete on deliveries'))
  for (const one of [
    { table: 'deliveries', orders: ofDeliveries },
    { table: 'deliveries_lines', orders: ofLines },
  ])
    await db.execute(sql.raw(noting(one)))
  await db.execute(sql.raw(`delete from sums_due where slug = 'deliveries'`))
  for (const table of names) await db.execute(sql.raw(`drop table ${table}`))
}
