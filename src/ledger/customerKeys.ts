import type { PayloadRequest } from 'payload'

import type { CustomerKey } from '@/src/domain/customers/customerKeys'

import { asJson, query, type Sql, sql } from './query'

export type KeyedCustomer = { id: number; keys: readonly CustomerKey[] }

/** What customers are recognised by, written whenever they are saved: two statements for any number of them. */
export async function rememberKeys(req: PayloadRequest, customers: readonly KeyedCustomer[]): Promise<void> {
  if (customers.length === 0) return
  const ids = asJson(customers.map(({ id }) => ({ id })))
  await query(req, sql`delete from customer_keys where customer_id in (select id from jsonb_to_recordset(${ids}::jsonb) as r(id int))`)
  const written = keysWritten(customers)
  // another save of the same customer may have been quicker
  if (written) await query(req, sql`${written} on conflict (kind, key, customer_id) do nothing`)
}

/** The same of customers that are new, as a statement made before it is their turn. */
export function keysWritten(customers: readonly KeyedCustomer[]): Sql | null {
  const rows = customers.flatMap(({ id, keys }) =>
    keys.map(({ kind, key, province, city, path }) => ({ id, kind, key, province, city, path })),
  )
  if (rows.length === 0) return null
  return sql`insert into customer_keys (customer_id, kind, key, province, city, path)
        select r.id, r.kind, r.key, r.province, r.city, r.path
        from jsonb_to_recordset(${asJson(rows)}::jsonb) as r(id int, kind text, key text, province text, city text, path text)`
}

export type KeyFound = Omit<CustomerKey, 'value' | 'path'> & { customer: number; code: string; name: string }

/** More customers under one key than anybody reads of. */
const most = 500

/** The customers that have one of these keys, but for those that were merged into another. */
export async function customersWithKeys(req: PayloadRequest, keys: readonly CustomerKey[], except: number | null): Promise<KeyFound[]> {
  if (keys.length === 0) return []
  const wanted = asJson(keys.map(({ kind, key }) => ({ kind, key })))
  return query<KeyFound>(
    req,
    sql`select f.customer, f.kind, f.key, f.province, f.city, f.code, f.name
        from (select distinct kind, key from jsonb_to_recordset(${wanted}::jsonb) as r(kind text, key text)) w
        cross join lateral (
          select k.customer_id as customer, k.kind, k.key, k.province, k.city, c.code, c.name
          from customer_keys k join customers c on c.id = k.customer_id
          where k.kind = w.kind and k.key = w.key and k.customer_id <> coalesce(${except}::int, 0) and c.merged_into_id is null
          order by k.customer_id limit ${most}) f`,
  )
}

/** Customers that came another way than through a save and are recognised by nothing yet. */
export async function keylessCustomers(req: PayloadRequest, after: number, limit: number): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select c.id from customers c where c.id > ${after} and not exists (select 1 from customer_keys k where k.customer_id = c.id) order by c.id limit ${limit}::int`,
  )
  return rows.map(({ id }) => id)
}
