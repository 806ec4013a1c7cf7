import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What a customer is recognised by (name by itself, tax numbers, phones), beside the customer: two records of one customer share a key. Made by
 * the house when a customer is saved; a round gives keys to those that came another way.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table customer_keys (
    customer_id integer not null references customers (id) on delete cascade,
    kind text not null check (kind in ('name', 'taxNo', 'phone')),
    key text collate "C" not null,
    province text not null default '',
    city text not null default '',
    path text not null,
    primary key (kind, key, customer_id))`)
  await db.execute(sql`create index customer_keys_customer on customer_keys (customer_id)`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table customer_keys`)
}
