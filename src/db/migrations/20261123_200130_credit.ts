import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * Until now only the customer that pays was posted. What every document has on its customer, it has on its department and its
 * salesperson too; money that settled an invoice counts for whoever sold that invoice, money on account for whoever it came in for.
 */
const copied = (kind: 'departments' | 'users', column: string): string => `
  insert into credit_entries (object_kind, object_id, bucket, amount, source_slug, source_id, source_line, source_version, cause_slug, cause_id, business_date)
  select '${kind}', d.${column}, e.bucket, e.amount, e.source_slug, e.source_id, e.source_line, e.source_version, e.cause_slug, e.cause_id, e.business_date
  from credit_entries e join (
    select 'orders' as slug, id, ${column} from orders union all select 'deliveries', id, ${column} from deliveries
    union all select 'invoices', id, ${column} from invoices union all select 'receipts', id, ${column} from receipts) d
    on d.slug = e.source_slug and d.id = e.source_id
  where e.object_kind = 'customers' and d.${column} is not null order by e.id`

/** Settled amounts move from whoever the money came in for to whoever sold the invoice. */
const settled = (kind: 'departments' | 'users', column: string): string => `
  insert into credit_entries (object_kind, object_id, bucket, amount, source_slug, source_id, source_line, source_version, cause_slug, cause_id, business_date)
  select '${kind}', m.object, 'receivable', sum(m.amount), m.slug, m.id, '', max(m.version), m.slug, m.id, max(m.day)
  from (
    select 'receipts' as slug, r.id, r.version::int as version, r.date as day, i.${column} as object, -a.amount as amount
      from receipts_allocations a join receipts r on r.id = a._parent_id join invoices i on i.id = a.invoice_id
      where r.status::text = 'approved' and i.${column} is distinct from r.${column}
    union all
    select 'receipts', r.id, r.version::int, r.date, r.${column}, a.amount
      from receipts_allocations a join receipts r on r.id = a._parent_id join invoices i on i.id = a.invoice_id
      where r.status::text = 'approved' and i.${column} is distinct from r.${column}
    union all
    select 'invoices', i.id, i.version::int, i.date, i.${column}, -(s.value ->> 'amount')::numeric
      from invoices i cross join lateral jsonb_array_elements(case when jsonb_typeof(i.advances) = 'array' then i.advances else '[]'::jsonb end) s
      join receipts r on r.id = (s.value ->> 'receipt')::int where i.status::text = 'approved' and i.${column} is distinct from r.${column}
    union all
    select 'invoices', i.id, i.version::int, i.date, r.${column}, (s.value ->> 'amount')::numeric
      from invoices i cross join lateral jsonb_array_elements(case when jsonb_typeof(i.advances) = 'array' then i.advances else '[]'::jsonb end) s
      join receipts r on r.id = (s.value ->> 'receipt')::int where i.status::text = 'approved' and i.${column} is distinct from r.${column}) m
  where m.object is not null group by m.object, m.slug, m.id having sum(m.amount) <> 0 order by m.slug, m.id`

const statements: readonly string[] = [
  `update receipts r set salesperson_id = coalesce(o.salesperson_id, c.salesperson_id), department_id = coalesce(o.department_id, c.department_id)
     from receipts s join customers c on c.id = s.customer_id left join orders o on o.id = s.on_order_id where s.id = r.id`,
  copied('departments', 'department_id'),
  copied('users', 'salesperson_id'),
  settled('departments', 'department_id'),
  settled('users', 'salesperson_id'),
  `insert into credit_balances (object_kind, object_id, orders, deliveries, unaudited_invoices, receivable)
   select object_kind, object_id, coalesce(sum(amount) filter (where bucket = 'orders'), 0), coalesce(sum(amount) filter (where bucket = 'deliveries'), 0),
     coalesce(sum(amount) filter (where bucket = 'unauditedInvoices'), 0), coalesce(sum(amount) filter (where bucket = 'receivable'), 0)
   from credit_entries where object_kind <> 'customers' group by 1, 2 order by 1, 2`,
  // the oldest open invoice of an object is found by an index, however many are open
  `create index invoices_open_by_salesperson on invoices (salesperson_id, due_date, id) where open_amount > 0`,
  `create index invoices_open_by_department on invoices (department_id, due_date, id) where open_amount > 0`,
  `create index receivable_balances_oldest on receivable_balances (customer_id, business_date, document_id) where open_amount <> 0`,
  `create unique index credit_releases_one_open on credit_releases (document_slug, document_id) where status = 'open'`,
  `create index credit_limits_in_force on credit_limits (object_kind, object_id, valid_from) where status = 'approved'`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`drop index invoices_open_by_salesperson, invoices_open_by_department, receivable_balances_oldest, credit_releases_one_open, credit_limits_in_force;
      update credit_balances set orders = 0, deliveries = 0, unaudited_invoices = 0, receivable = 0 where object_kind <> 'customers';
      insert into credit_entries (object_kind, object_id, bucket, amount, source_slug, source_id, source_line, source_version, cause_slug, cause_id, business_date)
      select object_kind, object_id, bucket, -amount, source_slug, source_id, source_line, source_version, cause_slug, cause_id, business_date
      from credit_entries where object_kind <> 'customers'`),
  )
}
