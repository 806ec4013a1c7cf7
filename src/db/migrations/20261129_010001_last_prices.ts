import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The last-price book: what every approved document sold an item at, one row per document and item, so that the latest selling price on
 * any day is one step into an index. It is filled from the documents that are there; all SQL stands here, so that it stays what it was.
 */
const sources = [
  ['quote', 'quotes', `h.status::text in ('approved', 'sent', 'confirmed', 'partlyOrdered', 'ordered', 'expired')`],
  ['order', 'orders', `h.status::text in ('approved', 'closed')`],
  ['delivery', 'deliveries', `h.status::text in ('approved', 'issued')`],
  ['invoice', 'invoices', `h.status::text = 'approved' and h.kind::text = 'invoice'`],
] as const

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table last_prices (
    source text not null check (source in ('quote', 'order', 'delivery', 'invoice')),
    document_id integer not null,
    item_id integer not null,
    customer_id integer not null,
    currency text not null,
    date date not null,
    line_id text not null,
    unit text,
    price numeric(18,6) not null,
    discount_rate numeric(18,4) not null,
    tax_rate numeric(18,4),
    tax_mode text not null,
    primary key (source, document_id, item_id))`)
  await db.execute(sql`create index last_prices_of_item on last_prices (source, item_id, currency, date desc, document_id desc)`)
  await db.execute(
    sql`create index last_prices_of_customer on last_prices (source, customer_id, item_id, currency, date desc, document_id desc)`,
  )
  for (const [source, table, approved] of sources) {
    await db.execute(
      sql.raw(`insert into last_prices
        select distinct on (h.id, l.item_id) '${source}', h.id, l.item_id, h.customer_id, h.currency::text, h.date::date, l.id, l.unit, l.price,
          coalesce(l.discount_rate, 0), l.tax_rate, h.tax_mode::text
        from "${table}_lines" l join "${table}" h on h.id = l._parent_id
        where ${approved} and l.price > 0 and not coalesce(l.free, false) and l.qty > 0
        order by h.id, l.item_id, l._order desc`),
    )
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table last_prices`)
}
