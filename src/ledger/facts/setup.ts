import type { PayloadRequest } from 'payload'

import type { SetupFacts } from '@/src/domain/control/setupPath'

import { query, sql } from '../query'

type SetSettings = Pick<SetupFacts, 'companyNamed' | 'fourEyes' | 'openingDay' | 'stockControlled' | 'unanswered'>
type Found = Omit<SetupFacts, keyof SetSettings> & {
  /** how many people in use have each role, and which roles the only one who sells has */
  holders: Readonly<Record<string, number>>
  onlySeller: readonly string[]
}

/** What is there of all that a company needs before its first order, in one question. `base`: the currency that needs no rate. */
export async function setupFacts(req: PayloadRequest, base: string): Promise<Found> {
  const people = (roles: string) =>
    sql.raw(`(select count(distinct u.id)::int from users u join users_roles r on r.parent_id = u.id
    where not coalesce(u.disabled, false) and r.value::text in (${roles}))`)
  // what came in from elsewhere bears a seal, and was approved by nobody here
  const enteredHere = sql.raw(`orders o where not exists (select from opening_seals s where s.slug = 'orders' and s.document_id = o.id)`)
  const [row] = await query<Found>(
    req,
    sql`select (select count(*)::int from departments) as departments, ${people(`'sales', 'salesManager', 'generalManager'`)} as sellers,
          ${people(`'salesManager', 'generalManager'`)} as approvers, ${people(`'finance', 'generalManager'`)} as bookkeepers,
          (select coalesce(json_agg(u.name order by u.name), '[]') from users u where not coalesce(u.disabled, false) and u.department_id is null
            and exists (select from users_roles r where r.parent_id = u.id and r.value::text = 'salesManager')
            and not exists (select from users_roles r where r.parent_id = u.id and r.value::text in ('generalManager', 'auditor'))
            and coalesce(u.data_scope::text, case when exists (select from users_roles r where r.parent_id = u.id
              and r.value::text in ('pmc', 'rd', 'engineering', 'warehouse', 'finance', 'admin')) then 'all' else 'department' end) <> 'all') as "blindManagers",
          (select coalesce(json_object_agg(h.role, h.people), '{}') from (select r.value::text as role, count(*)::int as people from users u
            join users_roles r on r.parent_id = u.id where not coalesce(u.disabled, false) group by 1) h) as holders,
          (select case when count(distinct s.parent_id) = 1 then coalesce(json_agg(distinct o.value::text), '[]') else '[]' end from users u
            join users_roles s on s.parent_id = u.id and s.value::text in ('sales', 'salesManager', 'generalManager')
            join users_roles o on o.parent_id = u.id where not coalesce(u.disabled, false)) as "onlySeller",
          (select count(*)::int from warehouses where kind::text = 'goods' and coalesce(active, true)) as warehouses,
          (select count(*)::int from payment_terms) as "paymentTerms", (select count(*)::int from item_categories) as "itemCategories",
          (select count(*)::int from (select from items where kind::text = 'goods' limit 1) i) as items,
          (select count(*)::int from customer_categories) as "customerCategories", (select count(*)::int from (select from customers limit 1) c) as customers,
          (select coalesce(json_agg(currency order by currency), '[]') from (select distinct c.currency::text as currency from customers c
            where c.currency::text <> ${base} and not exists (select from exchange_rates x where x.currency::text = c.currency::text)) w) as "withoutRate",
          (select count(*)::int from (select from stock_receipts limit 1) s) as "openingStock",
          (select count(*)::int from (select from invoices where opening limit 1) o) as "openingReceivables",
          (select count(*)::int from (select from orders limit 1) o) as orders,
          (select count(*)::int from (select from ${enteredHere} and o.status::text in ('approved', 'closed') limit 1) a) as "approvedOrders",
          (select coalesce(json_agg(w.no), '[]') from (select coalesce(o.no, '#' || o.id) as no from ${enteredHere}
            and o.status::text not in ('approved', 'closed', 'cancelled') order by o.id limit 3) w) as "waitingOrders"`,
  )
  if (!row) throw new Error('A question without a table is always answered')
  return row
}
