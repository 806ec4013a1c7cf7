import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Keys go with their customers by one statement for all that are deleted. The foreign key did the same, and asked for the customer of each key
 * written, which the house writes with the customer: half of what writing the keys cost.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create function forget_customer_keys() returns trigger language plpgsql as $$
  begin
    delete from customer_keys where customer_id in (select id from gone);
    return null;
  end $$`)
  await db.execute(sql`create trigger customers_forget_keys after delete on customers referencing old table as gone
    for each statement execute function forget_customer_keys()`)
  await db.execute(sql`alter table customer_keys drop constraint customer_keys_customer_id_fkey`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`delete from customer_keys k where not exists (select 1 from customers c where c.id = k.customer_id)`)
  await db.execute(sql`alter table customer_keys add foreign key (customer_id) references customers (id) on delete cascade`)
  await db.execute(sql`drop trigger customers_forget_keys on customers`)
  await db.execute(sql`drop function forget_customer_keys()`)
}
