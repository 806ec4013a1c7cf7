import type { PayloadRequest } from 'payload'

import type { CustomerKey } from '@/src/domain/customers/customerKeys'

import { asJson, query, type Sql, sql, writeTogether } from './query'

export type KeyedCustomer = { id: number; keys: readonly CustomerKey[] }

const rowsOf = (customers: readonly KeyedCustomer[]): string =>
  asJson(customers.flatMap(({ id, keys }) => keys.map(({ kind, key, province, city, path }) => ({ id, kind, key, province, city, path }))))

/** What customers are recognised by, of those that are new: a statement made before it is their turn. */
export const keysWritten = (customers: readonly KeyedCustomer[]): Sql =>
  sql`insert into customer_keys (customer_id, kind, key, province, city, path)
        select r.id, r.kind, r.key, r.province, r.city, r.path
        from json_to_recordset(${rowsOf(customers)}::json) as r(id int, kind text, key text, province text, city text, path text)`

/** The same of those that are there: what they are recognised by no longer goes, what they go on with stays as it is written. */
export function keysRewritten(customers: readonly KeyedCustomer[]): Sql[] {
  const kept = asJson(customers.map(({ id, keys }) => ({ id, keys: keys.map(({ kind, key }) => `${kind} ${key}`) })))
  return [
    sql`delete from customer_keys k using json_to_recordset(${kept}::json) as r(id int, keys text[])
        where k.customer_id = r.id and k.kind || ' ' || k.key <> all(r.keys)`,
    sql`${keysWritten(customers)}
        on conflict (kind, key, customer_id) do update set province = excluded.province, city = excluded.city, path = excluded.path
        where (customer_keys.province, customer_keys.city, customer_keys.path) is distinct from (excluded.province, excluded.city, excluded.path)`,
  ]
}

/** Written whenever customers are saved, by one statement for any number of them. */
export const rememberKeys = async (req: PayloadRequest, customers: readonly KeyedCustomer[]): Promise<void> => {
  if (customers.length > 0) await writeTogether(req, keysRewritten(customers))
}

export type KeyFound = Omit<CustomerKey, 'value' | 'path'> & { customer: number; code: string }

/** A key, and whose it may be all the same. */
export type WantedKey = Pick<CustomerKey, 'kind' | 'key'> & { except: number | null }

/** More customers under one key than anybody reads of. */
const most = 500

/** The customers that have one of these keys, each asked for once, but for those that were merged into another. */
export async function customersWithKeys(req: PayloadRequest, wanted: readonly WantedKey[]): Promise<KeyFound[]> {
  if (wanted.length === 0) return []
  return query<KeyFound>(
    req,
    sql`select f.customer, w.kind, w.key, f.province, f.city, f.code
        from json_to_recordset(${asJson(wanted)}::json) as w(kind text, key text, "except" int)
        cross join lateral (
          select k.customer_id as customer, k.province, k.city, c.code
          from customer_keys k join customers c on c.id = k.customer_id
          where k.kind = w.kind and k.key = w.key and k.customer_id <> coalesce(w."except", 0) and c.merged_into_id is null
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
