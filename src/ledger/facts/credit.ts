import type { PayloadRequest } from 'payload'

import type { CreditObject, DocumentRef } from '../postings'
import { asJson, documentTable, query, sql } from '../query'

export type CreditTerms = CreditObject & {
  name: string
  control: boolean
  limit: string | null
  /** Last day of a temporary limit that is in force now; null: the limit has no end. */
  limitUntil: string | null
  hold: 'none' | 'stop' | 'noCheck'
  controlPeriod: boolean
  days: number | null
  grade: string | null
}

/**
 * Credit terms of credit objects (customer, department, salesperson) on a business date. The limit is that of the approved limit document
 * in force on the day, a temporary one before a lasting one, the latest start first; else the master's own.
 */
export const termsOf = (objects: readonly CreditObject[], date: string) =>
  sql`with k as (select kind, id from jsonb_to_recordset(${asJson(objects)}::jsonb) as r(kind text, id int)),
      o as (
        select k.kind, m.id, m.name, m.credit_control as control, m.credit_limit as own, m.credit_hold::text as hold, m.credit_control_period as period, m.credit_days as days, m.credit_grade::text as grade
          from k join customers m on m.id = k.id where k.kind = 'customers'
        union all select k.kind, m.id, m.name, m.credit_control, m.credit_limit, m.credit_hold::text, m.credit_control_period, m.credit_days, m.credit_grade::text
          from k join departments m on m.id = k.id where k.kind = 'departments'
        union all select k.kind, m.id, m.name, m.credit_control, m.credit_limit, m.credit_hold::text, m.credit_control_period, m.credit_days, m.credit_grade::text
          from k join users m on m.id = k.id where k.kind = 'users')
      select o.kind, o.id, o.name, coalesce(o.control, o.own is not null or l.id is not null) as control,
        case when l.id is null then o.own else l.limit end as "limit", case when l.kind::text = 'temporary' then l.valid_to::text end as "limitUntil",
        coalesce(o.hold, 'none') as hold, coalesce(o.period, false) as "controlPeriod", o.days::int as days, o.grade
      from o left join lateral (
        select c.id, c.limit, c.kind, c.valid_to from credit_limits c
        where c.object_kind::text = o.kind and c.object_id = o.id and c.status::text = 'approved' and c.valid_from <= ${date}::date
          and (c.valid_to is null or c.valid_to >= ${date}::date)
        order by c.kind::text = 'temporary' desc, c.valid_from desc, c.id desc limit 1) l on true
      order by o.kind, o.id`

/** The terms alone, nothing locked. */
export async function creditTerms(req: PayloadRequest, objects: readonly CreditObject[], date: string): Promise<CreditTerms[]> {
  return objects.length === 0 ? [] : query<CreditTerms>(req, termsOf(objects, date))
}

/** Which of these payment terms ask for the money before the goods. */
export async function prepaidTerms(req: PayloadRequest, terms: readonly number[]): Promise<Set<number>> {
  if (terms.length === 0) return new Set()
  const rows = await query<{ id: number }>(
    req,
    sql`select id from payment_terms where kind::text = 'prepaid' and id in (select k.id from jsonb_to_recordset(${asJson(terms.map((id) => ({ id })))}::jsonb) as k(id int))`,
  )
  return new Set(rows.map(({ id }) => id))
}

export type OldestOpen = { documentNo: string; date: string; dueDate: string; openAmount: string }

/**
 * The open invoice of a credit object that is longest due, above the threshold; with days of its own, the one written first. Found
 * by an index in that order, however many are open.
 */
export async function oldestOpenInvoice({
  req,
  object,
  threshold,
  byDate,
}: {
  req: PayloadRequest
  object: CreditObject
  threshold: string
  /** By invoice date (the object has days of its own) instead of by due date. */
  byDate: boolean
}): Promise<OldestOpen | null> {
  if (object.kind === 'customers') {
    const [row] = await query<OldestOpen>(
      req,
      sql`select i.no as "documentNo", b.business_date::text as date, coalesce(b.due_date, b.business_date)::text as "dueDate", b.open_amount as "openAmount"
          from receivable_balances b join invoices i on i.id = b.document_id
          where b.document_slug = 'invoices' and b.customer_id = ${object.id} and b.open_amount > ${threshold}::numeric and b.open_amount > 0
          order by ${sql.raw(byDate ? 'b.business_date' : 'b.due_date')}, b.document_id limit 1`,
    )
    return row ?? null
  }
  const owner = sql.raw(object.kind === 'departments' ? 'department_id' : 'salesperson_id')
  const [row] = await query<OldestOpen>(
    req,
    sql`select no as "documentNo", date::text as date, coalesce(due_date, date)::text as "dueDate", open_amount as "openAmount"
        from invoices where ${owner} = ${object.id} and open_amount > ${threshold}::numeric and open_amount > 0
        order by ${sql.raw(byDate ? 'date' : 'due_date')}, id limit 1`,
  )
  return row ?? null
}

export type CreditOwner = DocumentRef & { objects: CreditObject[] }

/** Whose credit stored invoices and receipts use: who pays, the department, the salesperson. */
export async function creditOwners(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<CreditOwner[]> {
  if (documents.length === 0) return []
  const rows = await query<DocumentRef & { customer: number; department: number | null; salesperson: number | null }>(
    req,
    sql`select d.slug, d.id, d.bill_to_id as customer, d.department_id as department, d.salesperson_id as salesperson
        from (select distinct slug, id from ${documentTable(documents)} as r(slug, id)) k
        join (select 'invoices' as slug, id, bill_to_id, department_id, salesperson_id from invoices
              union all select 'receipts', id, bill_to_id, department_id, salesperson_id from receipts) d on d.slug = k.slug and d.id = k.id`,
  )
  return rows.map(({ slug, id, customer, department, salesperson }) => ({
    slug,
    id,
    objects: [
      { kind: 'customers', id: customer },
      ...(department ? [{ kind: 'departments' as const, id: department }] : []),
      ...(salesperson ? [{ kind: 'users' as const, id: salesperson }] : []),
    ],
  }))
}
