import type { PayloadRequest } from 'payload'

import { allKinds, documentKindOf } from '@/src/domain/kinds'

import { stillOpen } from './facts/stillOpen'
import type { CreditTarget, DocumentRef } from './postings'
import { asJson, query, readOnce, sql } from './query'

/** A kind of record that names customers: columns of its own table, and columns of its lists. */
export type CustomerPlace = { slug: string; head: readonly string[]; lists: ReadonlyArray<{ list: string; column: string }> }

const tableOf = (slug: string): string => slug.replaceAll('-', '_')

export type MergingRow = {
  id: number
  code: string
  name: string
  status: 'active' | 'frozen' | 'disabled'
  currency: string | null
  billTo: number
  hold: string
  mergedInto: string | null
}

/** Holds both records, the lower id first, and says what they are: whoever merges one of them at the same moment waits and then sees it. */
export async function lockMerging(req: PayloadRequest, ids: readonly number[]): Promise<MergingRow[]> {
  const wanted = asJson(ids.map((id) => ({ id })))
  await query(
    req,
    sql`select id from customers where id in (select id from jsonb_to_recordset(${wanted}::jsonb) as k(id int)) order by id for update`,
  )
  return query<MergingRow>(
    req,
    sql`select c.id, c.code, c.name, c.status::text as status, c.currency, coalesce(c.bill_to_id, c.id) as "billTo", coalesce(c.credit_hold::text, 'none') as hold,
          m.code as "mergedInto"
        from customers c left join customers m on m.id = c.merged_into_id
        where c.id in (select id from jsonb_to_recordset(${wanted}::jsonb) as k(id int))`,
  )
}

type Unfinished = { slug: string; id: number; no: string; status: string }

/** What of a customer is half decided, and would go on being decided under its old name. */
export async function unfinishedOf(req: PayloadRequest, customer: number, places: readonly CustomerPlace[]): Promise<Unfinished[]> {
  const parts = places.flatMap(({ slug, head, lists }) => {
    const kind = documentKindOf(slug)
    if (!kind) return []
    const names = [
      ...head.map((column) => sql`d.${sql.raw(column)} = ${customer}`),
      ...lists.map(
        ({ list, column }) =>
          sql`exists (select from ${sql.raw(`${tableOf(slug)}_${list}`)} l where l._parent_id = d.id and l.${sql.raw(column)} = ${customer})`,
      ),
    ]
    return [
      sql`select ${slug}::text as slug, d.id, d.no, d.status::text as status from ${sql.raw(tableOf(slug))} d
          where ${sql.raw(stillOpen(kind))} and (${sql.join(names, sql` or `)})`,
    ]
  })
  return parts.length === 0 ? [] : query<Unfinished>(req, sql`${sql.join(parts, sql` union all `)} order by 1, 2 limit 200`)
}

export type PolicyRow = {
  id: number
  customer: number
  customerCategory: number | null
  item: number | null
  itemCategory: number | null
  unit: string | null
  currency: string | null
  minQty: string | null
  validFrom: string | null
  priority: number | null
}

/** The price policies of both. */
export const policiesOf = (req: PayloadRequest, customers: readonly number[]): Promise<PolicyRow[]> =>
  query<PolicyRow>(
    req,
    sql`select id, customer_id as customer, customer_category_id as "customerCategory", item_id as item, item_category_id as "itemCategory", unit, currency::text as currency,
          min_qty as "minQty", valid_from::text as "validFrom", priority::int as priority
        from price_policies where customer_id in (select id from jsonb_to_recordset(${asJson(customers.map((id) => ({ id })))}::jsonb) as k(id int)) order by id`,
  )

/** Kinds that promise goods on credit: what is open of them has still to leave. */
const promising = allKinds.filter(({ carries, releases }) => carries?.includes('goods') && releases?.includes('credit'))

/** Whether goods of a customer have still to leave. */
export async function hasToLeave(req: PayloadRequest, customer: number): Promise<boolean> {
  const open = promising.map(
    ({ slug, states, ended }) =>
      sql`exists (select from ${sql.raw(tableOf(slug))} d where d.customer_id = ${customer} and ${sql.raw(stillOpen({ states, ended }))})`,
  )
  const [row] = await query<{ begins: boolean }>(req, sql`select ${sql.join(open, sql` or `)} as begins`)
  return row?.begins ?? false
}

export type MovedRow = { slug: string; id: number; no: string; version: number }

/**
 * Every document of the former is the latter's from now on, every document he pays is paid by the latter; which they were is kept, so that they print
 * what they printed. What a tax invoice says stays as it is.
 */
export async function moveDocuments(
  req: PayloadRequest,
  { from, into, places }: { from: number; into: number; places: readonly CustomerPlace[] },
): Promise<MovedRow[]> {
  const moved: MovedRow[] = []
  for (const { slug, head } of places) {
    const table = sql.raw(tableOf(slug))
    const his = sql.join(
      head.map((column) => sql`${sql.raw(column)} = ${from}`),
      sql` or `,
    )
    const now = sql.join(
      head.map((column) => sql`${sql.raw(column)} = case when d.${sql.raw(column)} = ${from} then ${into} else d.${sql.raw(column)} end`),
      sql`, `,
    )
    if (!documentKindOf(slug)) {
      await query(req, sql`update ${table} d set ${now} where ${his}`)
      continue
    }
    moved.push(
      ...(await query<MovedRow>(
        req,
        sql`with his as (select id from ${table} where ${his} order by id for update),
          kept as (insert into merged_documents (slug, document_id, customer_id)
            select ${slug}::text, d.id, ${from}::int from ${table} d join his using (id) where d.customer_id = ${from} on conflict do nothing)
          update ${table} d set ${now}, version = d.version + 1, updated_at = now()
          from his where d.id = his.id returning ${slug}::text as slug, d.id, d.no, d.version::int as version`,
      )),
    )
  }
  await query(req, sql`update last_prices set customer_id = ${into} where customer_id = ${from}`)
  await query(
    req,
    sql`update customers set bill_to_id = ${into}, version = coalesce(version, 1) + 1, updated_at = now() where bill_to_id = ${from} and id not in (${from}, ${into})`,
  )
  await query(req, sql`update customers set merged_into_id = ${into} where merged_into_id = ${from}`)
  await query(req, sql`update document_notes set document_id = ${into} where slug = 'customers' and document_id = ${from}`)
  await query(
    req,
    sql`update items_customer_codes c set customer_id = ${into} where customer_id = ${from}
        and not exists (select from items_customer_codes o where o._parent_id = c._parent_id and o.customer_id = ${into})`,
  )
  return moved
}

/** What the documents of a payer use of his credit. */
export async function creditHeldBy(req: PayloadRequest, customer: number): Promise<CreditTarget[]> {
  const rows = await query<{ slug: string; id: number; line: string; bucket: CreditTarget['bucket']; amount: string }>(
    req,
    sql`select source_slug as slug, source_id as id, source_line as line, bucket, sum(amount)::text as amount from credit_entries
        where object_kind = 'customers' and object_id = ${customer} group by 1, 2, 3, 4 having sum(amount) <> 0 order by 1, 2, 3`,
  )
  return rows.map(({ slug, id, line, bucket, amount }): CreditTarget => ({
    source: { slug, id },
    line,
    object: { kind: 'customers', id: customer },
    bucket,
    amount,
  }))
}

/** The invoices and receipts in whose books a payer stands. */
export const inReceivables = (req: PayloadRequest, customer: number): Promise<DocumentRef[]> =>
  query<DocumentRef>(
    req,
    sql`select distinct document_slug as slug, document_id as id from receivable_entries where customer_id = ${customer}`,
  )

/** Price policies under their new customer and key. */
export async function movePolicies(req: PayloadRequest, rows: ReadonlyArray<{ id: number; key: string }>, into: number): Promise<void> {
  if (rows.length === 0) return
  await query(
    req,
    sql`update price_policies p set customer_id = ${into}, policy_key = r.key, version = coalesce(p.version, 1) + 1, updated_at = now()
        from jsonb_to_recordset(${asJson(rows)}::jsonb) as r(id int, key text) where p.id = r.id`,
  )
}

/** For whom a document was made, where he is part of another customer now. */
export async function formerCustomer(req: PayloadRequest, document: DocumentRef): Promise<{ code: string; name: string } | null> {
  const [row] = await readOnce<{ code: string; name: string }>(
    req,
    sql`select c.code, c.name from merged_documents m join customers c on c.id = m.customer_id where m.slug = ${document.slug} and m.document_id = ${document.id}`,
  )
  return row ?? null
}
