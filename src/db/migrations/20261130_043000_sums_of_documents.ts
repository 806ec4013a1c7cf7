import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * What documents add up to, one narrow row each (ADR 63): the figures of the home page and of reports that ask of no item are added up from these. Whoever changes a
 * document only notes that its sums are due, each in a row of his own, so that nobody waits for anybody; until they are written anew, reports ask the document itself.
 */
const heads = 'customer_id int, salesperson_id int, prepared_by_id int, department_id int, region text, channel text'
const tables = [
  `create table order_sums (order_id int primary key, date date, status text not null, ${heads}, rounded boolean not null, lines int not null,
    quantity numeric not null, net numeric not null, gross numeric not null, open numeric not null)`,
  'create index order_sums_date on order_sums (date)',
  'create index order_sums_open on order_sums (order_id) include (open) where open <> 0',
  'create table order_moves (order_id int not null, day date not null, move text not null, amount numeric not null)',
  'create index order_moves_order on order_moves (order_id)',
  'create index order_moves_day on order_moves (day) include (order_id, move, amount)',
  `create table order_supplies (order_id int not null, delivery_id int not null, date date, customer_id int, salesperson_id int, prepared_by_id int, department_id int,
    order_customer_id int, order_salesperson_id int, lines int not null, qty numeric not null, dated int not null, on_time int not null, late_days int not null, worst int)`,
  'create index order_supplies_order on order_supplies (order_id)',
  'create index order_supplies_date on order_supplies (date)',
  `create table invoice_sums (invoice_id int primary key, date date, sign int not null, ${heads}, rounded boolean not null, lines int not null,
    amount numeric, tax numeric, quantity numeric, cost numeric, uncosted numeric)`,
  'create table sums_due (slug text not null, document_id int not null, tx xid8 not null default pg_current_xact_id(), primary key (slug, document_id, tx))',
  'create table sums_zone (zone text primary key)',
]
/** What customers owe month by month is told by the index alone. */
const days = (more: string): string[] => [
  'drop index receivable_entries_customer_day',
  `create index receivable_entries_customer_day on receivable_entries (customer_id, business_date) include (document_slug, document_id, amount${more})`,
]

/** Which documents what has changed belongs to. Of goods delivered the order: its dates are what they are judged by. */
const orderOfLine = 'select distinct x._parent_id from changed c join orders_lines x on x.id = c.order_line'
const watched: ReadonlyArray<{ table: string; slug: 'orders' | 'invoices'; documents: string; events?: readonly string[] }> = [
  { table: 'orders', slug: 'orders', documents: 'select id from changed' },
  { table: 'orders_lines', slug: 'orders', documents: 'select distinct _parent_id from changed' },
  {
    table: 'progress_entries',
    slug: 'orders',
    documents: `select distinct document_id from changed where line_slug = 'orders' and document_id is not null`,
    events: ['insert'],
  },
  {
    table: 'deliveries',
    slug: 'orders',
    documents: 'select distinct x._parent_id from changed c join deliveries_lines l on l._parent_id = c.id join orders_lines x on x.id = l.order_line',
    events: ['update'],
  },
  { table: 'deliveries_lines', slug: 'orders', documents: orderOfLine },
  { table: 'invoices', slug: 'invoices', documents: 'select id from changed' },
  { table: 'invoices_lines', slug: 'invoices', documents: 'select distinct _parent_id from changed' },
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of [...tables, ...days(', kind')]) await db.execute(sql.raw(statement))
  for (const { table, slug, documents, events = ['insert', 'update', 'delete'] } of watched) {
    await db.execute(
      sql.raw(`create function note_sums_of_${table}() returns trigger language plpgsql as $note$ begin
        insert into sums_due (slug, document_id) select '${slug}', due.id from (${documents}) due(id) on conflict do nothing; return null; end $note$`),
    )
    for (const event of events)
      await db.execute(
        sql.raw(
          `create trigger ${table}_sums_${event} after ${event} on ${table} referencing ${event === 'delete' ? 'old' : 'new'} table as changed
           for each statement execute function note_sums_of_${table}()`,
        ),
      )
  }
  for (const slug of ['orders', 'invoices'])
    await db.execute(sql.raw(`insert into sums_due (slug, document_id) select '${slug}', id from ${slug} on conflict do nothing`))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const { table, events = ['insert', 'update', 'delete'] } of watched) {
    for (const event of events) await db.execute(sql.raw(`drop trigger ${table}_sums_${event} on ${table}`))
    await db.execute(sql.raw(`drop function note_sums_of_${table}()`))
  }
  for (const table of ['sums_zone', 'sums_due', 'invoice_sums', 'order_supplies', 'order_moves', 'order_sums'])
    await db.execute(sql.raw(`drop table ${table}`))
  for (const statement of days('')) await db.execute(sql.raw(statement))
}
